import type { ChangedEvent } from '#shared/contract/events.ts'

/**
 * When the rows of a table and the cells of a column last changed, counted in commits this process
 * has heard of. What is kept in memory is good as long as the versions of all it read stand still.
 */
export type Versions = { now: number; rows: Map<number, number>; columns: Map<number, number>; schema: number }

export const newVersions = (): Versions => ({ now: 0, rows: new Map(), columns: new Map(), schema: 0 })

export function noteChange(versions: Versions, event: Pick<ChangedEvent, 'tables' | 'schema'>): void {
  versions.now += 1
  if (event.schema) versions.schema = versions.now
  for (const table of event.tables) {
    if (table.rowsChanged) versions.rows.set(table.tableId, versions.now)
    for (const columnId of table.columnIds) versions.columns.set(columnId, versions.now)
  }
}

/** The last commit that touched the rows of the table, one of these columns, or the schema. */
export function versionOf(versions: Versions, tableId: number, columnIds: readonly number[]): number {
  return Math.max(versions.schema, versions.rows.get(tableId) ?? 0, ...columnIds.map((id) => versions.columns.get(id) ?? 0))
}
