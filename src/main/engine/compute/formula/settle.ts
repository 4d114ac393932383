import type { ScalarType } from '#shared/formula/formulaType.ts'
import type { Typed } from '#shared/formula/typed.ts'
import type { WriteContext } from '../../history/writeContext.ts'
import { checkedFormula } from './checked.ts'

/**
 * Formulas whose values are of another type because a column they read is: their columns say so from now on. Part of
 * the write that brought it about, so that undoing that takes it back. A formula that cannot be read keeps its type.
 */
export function settleFormulas(context: WriteContext): void {
  // One formula may read another; each round settles at least one, or is the last.
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const column of context.schema.columns.values()) {
      if (column.type !== 'formula') continue
      const checked = checkedFormula(context.schema, column)
      if (!checked.ok || resultOf(checked.value) === column.settings.result) continue
      const to = { ...column, settings: { ...column.settings, result: resultOf(checked.value) } }
      context.apply({ schema: [{ kind: 'column', id: column.id, from: column, to }] })
      isSettled = false
      break
    }
  }
}

/** How the values of a formula are kept; one that is always empty is text. */
export function resultOf(tree: Typed): ScalarType {
  return tree.type.of === 'empty' ? 'text' : tree.type.of
}
