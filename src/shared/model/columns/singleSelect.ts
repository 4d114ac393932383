import { fail, ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { optionNamed } from './options.ts'

export const singleSelect: ColumnKind<'singleSelect'> = {
  type: 'singleSelect',
  storage: 'INTEGER',
  searchable: true,
  operators: ['anyOf', 'noneOf', 'isEmpty', 'isNotEmpty'],
  defaultSettings: { options: [] },
  format: (value, { settings }) => settings.options.find((option) => option.id === value)?.name ?? '',
  parse(typed, { settings }) {
    if (typed.trim() === '') return ok(null)
    const option = optionNamed(settings.options, typed)
    return option === undefined ? fail('unknownOption') : ok(option.id)
  },
}
