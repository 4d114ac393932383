import { translator } from '../../i18n/translate.ts'
import { fail, ok } from '../../lib/result.ts'
import { readIds, writeIds } from '../idList.ts'
import type { ColumnKind } from './kind.ts'
import { optionNamed, splitOptionNames } from './options.ts'

export const multipleSelect: ColumnKind<'multipleSelect'> = {
  type: 'multipleSelect',
  storage: 'TEXT',
  searchable: true,
  operators: ['anyOf', 'allOf', 'noneOf', 'exactly', 'isEmpty', 'isNotEmpty'],
  defaultSettings: { options: [] },
  format(value, { settings }, { lang }) {
    const names = readIds(value).flatMap((id) => settings.options.find((option) => option.id === id)?.name ?? [])
    return names.join(translator(lang)('common.listSeparator'))
  },
  parse(typed, { settings }) {
    const ids: number[] = []
    for (const name of splitOptionNames(settings.options, typed)) {
      const option = optionNamed(settings.options, name)
      if (option === undefined) return fail('unknownOption')
      ids.push(option.id)
    }
    return ok(writeIds(ids))
  },
}
