import type { BaseDescription } from '#shared/contract/base.ts'
import type { ViewRole } from '#shared/model/roles.ts'
import type { View } from '#shared/model/view.ts'
import { byId, byTable, inOrder, type Schema } from './schema.ts'

/** The open base as its description says: its schema, its views, and what changes with every edit. */
export type Base = Schema & {
  readonly description: BaseDescription
  view: (id: number) => View | undefined
  viewsOf: (tableId: number) => readonly View[]
  viewByRole: (role: ViewRole) => View | undefined
  rowCount: (tableId: number) => number
}

export function baseOf(description: BaseDescription, schema: Schema): Base {
  const views = byId(description.views)
  const viewsByTable = byTable(inOrder(description.views))
  return {
    ...schema,
    description,
    view: (id) => views.get(id),
    viewsOf: (tableId) => viewsByTable.get(tableId) ?? [],
    viewByRole: (role) => description.views.find((view) => view.role === role),
    rowCount: (tableId) => description.rowCounts[tableId] ?? 0,
  }
}
