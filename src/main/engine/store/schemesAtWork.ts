import type { Scheme } from '#shared/model/scheme.ts'
import { standstillOf } from '#shared/model/schemeStandstill.ts'
import type { Schema } from './schema.ts'

/**
 * Whether a scheme classes rows now. It stands still, quietly, while it is off, while its target or an input is deleted or
 * holds other values than it asks for, and while a class that it gives is gone.
 */
export function isWorking(schema: Schema, scheme: Scheme): boolean {
  return scheme.enabled && schema.tables.has(scheme.tableId) && standstillOf(scheme, schema.columns) === null
}
