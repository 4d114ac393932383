import type { Change, RestampedRows } from '#shared/change/change.ts'
import { idList, sql, tableRef } from '../store/sql.ts'
import { squash } from '#shared/change/squash.ts'
import type { ReadDb } from '../store/db.ts'

/** Gathers what one write really did, over as many `apply` calls as it makes. */
export type Recorder = { record(change: Partial<Change>): void; change(): Change }

export function newRecorder(): Recorder {
  const gathered: Change = { schema: [], added: [], updated: [], restamped: [], removed: [], linked: [], unlinked: [] }
  return {
    record: (change) => {
      gathered.schema.push(...(change.schema ?? []))
      // Values of added rows are in the base by now; keeping them would hold a whole import in memory.
      for (const rows of change.added ?? [])
        gathered.added.push({ ...rows, uids: [], columns: rows.columns.map(({ columnId }) => ({ columnId, values: [] })) })
      gathered.updated.push(...(change.updated ?? []))
      gathered.restamped.push(...(change.restamped ?? []))
      gathered.removed.push(...(change.removed ?? []))
      gathered.linked.push(...(change.linked ?? []))
      gathered.unlinked.push(...(change.unlinked ?? []))
    },
    // Nothing to net where pairs only came, or only went; an import links hundreds of thousands.
    change: () => (gathered.linked.length > 0 && gathered.unlinked.length > 0 ? squash(gathered) : gathered),
  }
}

export function isEmptyChange(change: Change): boolean {
  return Object.values(change).every((part) => part.length === 0)
}

/** The new stamps of rows whose cells a person changed, with the ones they had. */
export function restampsOf(db: ReadDb, change: Change, stamp: { at: string; by: number | null }): RestampedRows[] {
  const rowsByTable = new Map<number, Set<number>>()
  for (const cells of change.updated) {
    const rows = rowsByTable.get(cells.tableId) ?? new Set<number>()
    for (const id of cells.ids) rows.add(id)
    rowsByTable.set(cells.tableId, rows)
  }
  return [...rowsByTable].map(([tableId, rows]) => {
    const found = db.rows(sql`select id, updated_at, updated_by from ${tableRef(tableId)} where id in ${idList([...rows])} order by id`)
    return {
      tableId,
      ids: found.map((row) => Number(row[0])),
      from: { at: found.map((row) => String(row[1])), by: found.map((row) => (typeof row[2] === 'number' ? row[2] : null)) },
      to: { at: found.map(() => stamp.at), by: found.map(() => stamp.by) },
    }
  })
}
