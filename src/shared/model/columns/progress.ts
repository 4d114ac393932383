import { parseNumber } from '../../lib/parseNumber.ts'
import { fail, ok } from '../../lib/result.ts'
import { roundHalfAway, shiftDecimal } from '../../lib/rounding.ts'
import type { ColumnKind } from './kind.ts'
import { numberOperators } from './operators.ts'

/**
 * How far something is, from 0 to 1, shown in percent with at most two decimals. `60%` and `0.6` are the same; a number
 * alone above 1 is meant in percent, and 1 alone is all of it.
 */
export const progress: ColumnKind<'progress'> = {
  type: 'progress',
  storage: 'REAL',
  searchable: false,
  operators: numberOperators,
  defaultSettings: {},
  format: (value) => (typeof value === 'number' ? `${roundHalfAway(shiftDecimal(value, 2), 2)}%` : (value ?? '')),
  parse(typed) {
    if (typed.trim() === '') return ok(null)
    const read = parseNumber(typed)
    if (read === null) return fail('invalidProgress')
    const fraction = read > 1 && !/[%‰]/u.test(typed.normalize('NFKC')) ? shiftDecimal(read, -2) : read
    return fraction >= 0 && fraction <= 1 ? ok(fraction + 0) : fail('invalidProgress')
  },
}
