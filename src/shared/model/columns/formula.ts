import { fail } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

/** Shown as its result's type: see `displayColumn`. Where it failed, the cell holds the code of the error, `#DIV/0!`. */
export const formula: ColumnKind<'formula'> = {
  type: 'formula',
  storage: 'BLOB',
  searchable: false,
  operators: textOperators,
  defaultSettings: null,
  format: (value) => String(value ?? ''),
  parse: () => fail('computed'),
}
