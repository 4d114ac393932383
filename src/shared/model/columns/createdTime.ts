import { formatDateTime } from '../../lib/formatDate.ts'
import { fail } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { dateOperators } from './operators.ts'

export const createdTime: ColumnKind<'createdTime'> = {
  type: 'createdTime',
  storage: 'TEXT',
  searchable: true,
  operators: dateOperators,
  defaultSettings: {},
  format: (value) => formatDateTime(String(value ?? '')),
  parse: () => fail('computed'),
}
