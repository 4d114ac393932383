import { fail } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

export const autoNumber: ColumnKind<'autoNumber'> = {
  type: 'autoNumber',
  storage: 'TEXT',
  searchable: true,
  operators: textOperators,
  defaultSettings: { pattern: '{0001}' },
  format: (value) => String(value ?? ''),
  parse: () => fail('computed'),
}
