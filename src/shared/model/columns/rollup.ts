import { plainNumber } from '../../lib/formatNumber.ts'
import { fail } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { numberOperators } from './operators.ts'

/** Shown as the column it sums up: see `displayColumn`. */
export const rollup: ColumnKind<'rollup'> = {
  type: 'rollup',
  storage: 'BLOB',
  searchable: true,
  operators: numberOperators,
  defaultSettings: null,
  format: (value) => (typeof value === 'number' ? plainNumber(value) : (value ?? '')),
  parse: () => fail('computed'),
}
