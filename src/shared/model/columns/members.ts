import { translator } from '../../i18n/translate.ts'
import { fail, ok } from '../../lib/result.ts'
import { readIds, writeIds } from '../idList.ts'
import type { ColumnKind } from './kind.ts'
import { memberName, memberNamed } from './member.ts'
import { splitOptionNames } from './options.ts'

/** Several people of the team, each once, in the order they were chosen. */
export const members: ColumnKind<'members'> = {
  type: 'members',
  storage: 'TEXT',
  searchable: false,
  operators: ['isMe', 'anyOf', 'allOf', 'noneOf', 'exactly', 'isEmpty', 'isNotEmpty'],
  defaultSettings: {},
  format(value, _column, context) {
    const names = readIds(value).flatMap((id) => memberName(id, context.members) || [])
    return names.join(translator(context.lang)('common.listSeparator'))
  },
  parse(typed, _column, context) {
    const ids: number[] = []
    for (const name of splitOptionNames(context.members, typed)) {
      const found = memberNamed(context.members, name)
      if (found === null) return fail('unknownMember')
      ids.push(found.id)
    }
    return ok(writeIds(ids))
  },
}
