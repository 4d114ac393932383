import { join, sql, type RawBuilder } from '../store/sql.ts'

export function when(condition: RawBuilder<unknown>, outcome: number | null): RawBuilder<unknown> {
  return sql`when ${condition} then ${outcome}`
}

/** The first branch that holds, else `otherwise`. */
export function cases(branches: readonly RawBuilder<unknown>[], otherwise: number | null): RawBuilder<unknown> {
  if (branches.length === 0) return sql`${otherwise}`
  return sql`case ${join(branches, ' ')} else ${otherwise} end`
}

export type Band = { from: number | null; optionId: number }

/** The band a number falls into; lower bounds are inclusive, and nothing falls into none. */
export function bandsSql(measure: RawBuilder<unknown>, bands: readonly Band[], fallback: number | null): RawBuilder<unknown> {
  const branches = descending(bands).map(({ from, optionId }) => when(from === null ? sql`1` : sql`${measure} >= ${from}`, optionId))
  return cases([when(sql`${measure} is null`, fallback), ...branches], fallback)
}

/** From high to low, so that the first bound that is reached decides. */
export function descending<Each extends { from: number | null }>(bands: readonly Each[]): Each[] {
  return [...bands].sort((left, right) => (right.from ?? -Infinity) - (left.from ?? -Infinity))
}
