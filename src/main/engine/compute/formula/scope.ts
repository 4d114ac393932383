import type { ReadContext } from '../../store/context.ts'

/**
 * The row a formula, or a part of it, reads: the alias it stands under; `outer` is the row it was reached from over links.
 * `newAlias` gives names no one else has.
 */
export type Scope = { context: ReadContext; alias: string; outer: Scope | null; newAlias: () => string }

export function rowScope(context: ReadContext, alias: string): Scope {
  let made = 0
  return { context, alias, outer: null, newAlias: () => `x${(made += 1)}` }
}
