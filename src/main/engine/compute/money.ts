import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Schema } from '../store/schema.ts'

/** Whether a column counts money, which is added up in whole cents. */
export function isMoneyColumn(schema: Schema, column: Column): boolean {
  const shown = displayColumn(column, schema.columns)
  return shown.type === 'number' && shown.settings.format === 'currency' && shown.settings.decimals === 2
}
