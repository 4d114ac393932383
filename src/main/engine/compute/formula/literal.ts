import { sql } from '../../store/sql.ts'
import type { Scalar } from './compiled.ts'

/** A value that stands in the formula itself; always bound, never part of the SQL's text. */
export function literalScalar(value: string | number | boolean | null): Scalar {
  const bound = typeof value === 'boolean' ? (value ? 1 : 0) : value
  return { kind: 'scalar', value: sql`${bound}`, error: null, mayBeEmpty: value === null, literal: value }
}
