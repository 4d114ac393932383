import type { FormulaType } from './formulaType.ts'
import type { FunctionName } from './functionName.ts'

/**
 * A checked formula: every name looked up, every type known, every operator and every conversion a call.
 * What stands inside `linked` reads the linked row, everything else the row of the formula; `outer` looks out again.
 */
export type Typed = { type: FormulaType } & (
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'cell'; columnId: number }
  | Linked
  | Outer
  | { kind: 'call'; name: FunctionName; args: readonly Typed[] }
)

/** What stands inside `linked` and yet reads a row further out: 1 the row that the links start from, 2 the one beyond. */
export type Outer = { kind: 'outer'; levels: number; value: Typed }

/**
 * Values of the rows that link columns lead to, one after the other: a list, or one value where each of them takes
 * one row only or `pick` chooses one. Rows that do not pass the condition are left out.
 */
export type Linked = {
  kind: 'linked'
  linkColumnIds: readonly number[]
  value: Typed
  condition: Typed | null
  /** The row with the greatest or least value of `by`; of several, the one linked last. */
  pick: { which: 'max' | 'min'; by: Typed } | null
}
