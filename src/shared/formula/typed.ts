import type { FormulaType } from './formulaType.ts'
import type { FunctionName } from './functionName.ts'

/**
 * A checked formula: every name looked up, every type known, every operator and every conversion a call.
 * What stands inside `linked` reads the linked row, everything else the row of the formula.
 */
export type Typed = { type: FormulaType } & (
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'cell'; columnId: number }
  | Linked
  | { kind: 'call'; name: FunctionName; args: readonly Typed[] }
)

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
