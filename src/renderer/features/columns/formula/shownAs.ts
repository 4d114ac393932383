import type { ScalarType } from '#shared/formula/formulaType.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Column, NumberSettings } from '#shared/model/column.ts'

/** What a formula's values will be shown as. Its column is not there yet, so no schema tells. */
export function shownAs(tableId: number, result: ScalarType, format: NumberSettings): Column {
  const column: Column = {
    id: Number.MAX_SAFE_INTEGER,
    uid: '',
    tableId,
    name: '',
    role: null,
    position: 0,
    description: '',
    required: false,
    type: 'formula',
    settings: { source: '', result, format },
  }
  return displayColumn(column, new Map())
}
