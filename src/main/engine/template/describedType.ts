import type { ColumnType } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { knownTemplates } from './knownTemplates.ts'
import type { TemplateColumn } from './templateData.ts'

/** The type a column of this role has as templates make it: its owner may have converted it since. */
export function describedType(role: ColumnRole): ColumnType | undefined {
  return types.get(role)
}

const types: ReadonlyMap<ColumnRole, ColumnType> = new Map(
  knownTemplates.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns.map((column) => [column.role, typeOf(column)] as const))),
)

function typeOf({ type }: TemplateColumn): ColumnType {
  return type === 'currency' || type === 'percent' ? 'number' : type
}
