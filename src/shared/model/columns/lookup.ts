import { fail } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

/** Several linked values are stored as joined text; a single one is stored as in its own column: see `displayColumn`. */
export const lookup: ColumnKind<'lookup'> = {
  type: 'lookup',
  storage: 'BLOB',
  searchable: true,
  operators: textOperators,
  defaultSettings: null,
  format: (value) => String(value ?? ''),
  parse: () => fail('computed'),
}
