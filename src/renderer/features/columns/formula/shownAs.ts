import type { ScalarType } from '#shared/formula/formulaType.ts'
import type { Column, NumberSettings } from '#shared/model/column.ts'

/** A column that is not there yet, to show a formula's values as it will. */
export function shownAs(tableId: number, result: ScalarType, format: NumberSettings): Column {
  return {
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
}
