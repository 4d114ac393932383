import { columnSchema, type Column } from '#shared/model/column.ts'
import type { ColumnForm } from './columnForm.ts'
import { settingsOf } from './saveColumn.ts'

/** The column as the form has it now, to read and show values by; null while its settings are not complete. */
export function draftColumn(form: ColumnForm, tableId: number): Column | null {
  const draft = {
    id: 1,
    uid: '',
    tableId,
    name: '-',
    role: null,
    position: 0,
    description: '',
    required: false,
    type: form.type,
    settings: settingsOf(form),
  }
  return columnSchema.safeParse(draft).data ?? null
}
