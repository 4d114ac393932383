import { columnSchema, type Column } from '#shared/model/column.ts'

/** A column with this type, and settings where the type needs them. */
export function columnOf(type: Column['type'], settings: object = {}, id = 1): Column {
  return columnSchema.parse({ id, uid: `c${id}`, tableId: 1, name: type, role: null, position: id, description: '', required: false, type, settings })
}
