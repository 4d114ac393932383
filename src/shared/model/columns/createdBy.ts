import { fail } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { memberName } from './member.ts'
import { memberOperators } from './operators.ts'

export const createdBy: ColumnKind<'createdBy'> = {
  type: 'createdBy',
  storage: 'INTEGER',
  searchable: true,
  operators: memberOperators,
  defaultSettings: {},
  format: (value, _column, { members }) => memberName(value, members),
  parse: () => fail('computed'),
}
