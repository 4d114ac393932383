import type { ReadContext } from '../../store/context.ts'

/** The row a formula, or a part of it, reads: the alias it stands under. `newAlias` gives names no one else has. */
export type Scope = { context: ReadContext; alias: string; newAlias: () => string }

export function rowScope(context: ReadContext, alias: string): Scope {
  let made = 0
  return { context, alias, newAlias: () => `x${(made += 1)}` }
}
