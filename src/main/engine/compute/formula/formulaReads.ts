import { columnsRead, dependsOnToday } from '#shared/formula/columnsRead.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { Schema } from '../../store/schema.ts'
import { checkedFormula } from './checked.ts'

/** What a formula reads, in its row and over links; nothing while it cannot be computed. */
export type FormulaReads = {
  own: readonly number[]
  linked: readonly { linkColumnIds: readonly number[]; columnIds: readonly number[] }[]
  dependsOnToday: boolean
}

export function formulaReads(schema: Schema, column: ColumnOf<'formula'>): FormulaReads {
  const checked = checkedFormula(schema, column)
  if (!checked.ok) return { own: [], linked: [], dependsOnToday: false }
  return { ...columnsRead(checked.value), dependsOnToday: dependsOnToday(checked.value) }
}
