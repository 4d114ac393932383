import { newChange, type AddedRows, type Change, type RestampedRows } from '#shared/change/change.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { rangesOf } from '../store/idRuns.ts'
import { idList, sql, tableRef } from '../store/sql.ts'
import { squashLinks, type LinkEvent } from '#shared/change/squash.ts'
import type { ReadDb } from '../store/db.ts'
import { encodePart } from './codec/blocks.ts'

/** Gathers what one write really did, over as many `apply` calls as it makes. */
export type Recorder = {
  record(change: Partial<Change>): void
  /** What happened, as derived cells and the event follow it: large removals by their ids alone. */
  change(): Change
  logged(): Logged
}

/** A change as the log keeps it: with its values, some of its parts packed. */
export type Logged = { change: Change; packed: readonly Uint8Array[] }

/** Removed rows of more cells than this are packed at once, and not held as values until the commit. */
const packedFrom = 1000

export function newRecorder(): Recorder {
  const gathered = newChange()
  const small: AddedRows[] = []
  const packed: Uint8Array[] = []
  const links: LinkEvent[] = []
  // Nothing to net where pairs only came, or only went; an import links hundreds of thousands.
  const net = (): Change => (new Set(links.map(({ kind }) => kind)).size > 1 ? { ...gathered, ...squashLinks(links) } : gathered)
  return {
    record: (change) => {
      gathered.schema.push(...(change.schema ?? []))
      for (const rows of change.added ?? []) addIds(gathered.added, rows)
      gathered.updated.push(...(change.updated ?? []))
      gathered.restamped.push(...(change.restamped ?? []))
      for (const rows of change.removed ?? []) {
        addIds(gathered.removed, rows)
        if (rows.ids.length * rows.columns.length < packedFrom) small.push(rows)
        else packed.push(encodePart({ kind: 'removed', rows }))
      }
      gathered.linked.push(...(change.linked ?? []))
      gathered.unlinked.push(...(change.unlinked ?? []))
      gathered.reordered.push(...(change.reordered ?? []))
      gathered.locked.push(...(change.locked ?? []))
      gathered.kept.push(...(change.kept ?? []))
      // In the order in which they are applied.
      for (const kind of ['unlinked', 'linked'] as const) for (const pairs of change[kind] ?? []) links.push({ kind, pairs })
      for (const pairs of change.reordered ?? []) links.push({ kind: 'reordered', pairs })
    },
    change: net,
    logged: () => ({ change: { ...net(), removed: small }, packed }),
  }
}

/** Rows by their ids, one part a table: values of added rows are in the base by now, and an import's would fill the memory. */
function addIds(parts: AddedRows[], rows: AddedRows): void {
  const columns = rows.columns.map(({ columnId }) => ({ columnId, values: [] }))
  const last = parts.at(-1)
  const isSame = last?.tableId === rows.tableId && last.columns.length === columns.length
  if (!isSame || !columns.every(({ columnId }, index) => last.columns[index]?.columnId === columnId)) {
    parts.push({ tableId: rows.tableId, ids: [...rows.ids], uids: [], columns })
    return
  }
  for (const id of rows.ids) last.ids.push(id)
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
    const found = stampsOf(db, tableId, [...rows])
    return {
      tableId,
      ids: found.map((row) => Number(row[0])),
      from: { at: found.map((row) => String(row[1])), by: found.map((row) => (typeof row[2] === 'number' ? row[2] : null)) },
      to: { at: found.map(() => stamp.at), by: found.map(() => stamp.by) },
    }
  })
}

function stampsOf(db: ReadDb, tableId: number, ids: readonly number[]): CellValue[][] {
  const select = sql`select id, updated_at, updated_by from ${tableRef(tableId)}`
  const ranges = rangesOf(ids)
  if (ranges === null) return db.rows(sql`${select} where id in ${idList(ids)} order by id`)
  return ranges.flatMap(([first, last]) => db.rows(sql`${select} where id between ${first} and ${last} order by id`))
}
