import type { Scheme } from '#shared/model/scheme.ts'
import { inputsOf, linkedInputsOf, misfitOf, takesClasses } from '#shared/model/schemeInputs.ts'
import type { Schema } from './schema.ts'

/**
 * Whether a scheme classes rows now. It stands still, quietly, while it is off, while its target or an input is deleted or
 * holds other values than it asks for, and while a class that it gives is gone.
 */
export function isWorking(schema: Schema, scheme: Scheme): boolean {
  const here = (id: number): boolean => schema.columns.get(id)?.tableId === scheme.tableId
  return (
    scheme.enabled &&
    schema.tables.has(scheme.tableId) &&
    here(scheme.targetColumnId) &&
    inputsOf(scheme).every(here) &&
    linkedInputsOf(scheme).every((id) => schema.columns.has(id)) &&
    misfitOf(scheme, schema.columns) === null &&
    takesClasses(schema.columns.get(scheme.targetColumnId), scheme)
  )
}
