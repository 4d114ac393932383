import type { ColumnsById } from './columns/display.ts'
import type { Column } from './column.ts'
import type { Scheme } from './scheme.ts'
import { inputsOf, linkedInputsOf, misfitOf, takesClasses } from './schemeInputs.ts'

/** Why a scheme cannot class: a column it reads or fills is deleted, one holds other values by now, or a class it gives is gone. */
export type Standstill = { kind: 'columnGone' } | { kind: 'inputChanged'; column: Column } | { kind: 'classesGone' }

/** Null where the columns are as the scheme asks for; `columns` are those that are not deleted. */
export function standstillOf(scheme: Scheme, columns: ColumnsById): Standstill | null {
  const here = (id: number): boolean => columns.get(id)?.tableId === scheme.tableId
  const isWhole = here(scheme.targetColumnId) && inputsOf(scheme).every(here) && linkedInputsOf(scheme).every((id) => columns.has(id))
  if (!isWhole) return { kind: 'columnGone' }
  const column = misfitOf(scheme, columns)
  if (column !== null) return { kind: 'inputChanged', column }
  return takesClasses(columns.get(scheme.targetColumnId), scheme) ? null : { kind: 'classesGone' }
}
