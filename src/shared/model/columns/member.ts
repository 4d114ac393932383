import { fail, ok } from '../../lib/result.ts'
import { nameKey } from '../../lib/text.ts'
import type { CellValue } from '../cell.ts'
import type { Member } from '../member.ts'
import type { ColumnKind } from './kind.ts'
import { memberOperators } from './operators.ts'

export const member: ColumnKind<'member'> = {
  type: 'member',
  storage: 'INTEGER',
  searchable: true,
  operators: memberOperators,
  defaultSettings: {},
  format: (value, _column, { members }) => memberName(value, members),
  parse(typed, _column, { members }) {
    if (typed.trim() === '') return ok(null)
    const found = memberNamed(members, typed)
    return found === null ? fail('unknownMember') : ok(found.id)
  },
}

export const memberName = (id: CellValue, members: readonly Member[]): string => members.find((one) => one.id === id)?.name ?? ''

/** The one member of this name; of two with the same name the active one, and none when that does not decide. */
export function memberNamed(members: readonly Member[], text: string): Member | null {
  const key = nameKey(text)
  const named = members.filter((one) => nameKey(one.name) === key)
  const candidates = named.length > 1 ? named.filter((one) => one.active) : named
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}
