import type { ParsedInput } from '#shared/contract/engine.ts'
import type { PastColumn, RowHistory, RowHistoryItem } from '#shared/contract/history.ts'
import type { ReadContext } from '../store/context.ts'
import type { ReadDb } from '../store/db.ts'
import { meta, sql } from '../store/sql.ts'
import { kindSchema, sourceSchema, summarySchema } from './log.ts'
import { cellsOfRow, schemaOf } from './logCodec.ts'

/** Entries read at a time, and at most for one page: most of a row's entries may be about its other cells. */
const entriesAtOnce = 200
const mostLooked = 2000

/** What happened to one row, or to one cell of it, newest first; undoing is part of its story. */
export function rowHistory({ db }: ReadContext, input: ParsedInput<'history.row'>): RowHistory {
  const items: RowHistoryItem[] = []
  let beforeId = input.beforeId
  let isAtEnd = false
  for (let looked = 0; looked < mostLooked && items.length < input.limit && !isAtEnd; looked += entriesAtOnce) {
    const entries = entriesOf(db, input, beforeId)
    isAtEnd = entries.length < entriesAtOnce
    for (const entry of entries) {
      if (items.length >= input.limit) {
        isAtEnd = false
        break
      }
      items.push(...itemsOf(entry, input))
      beforeId = entry.id
    }
  }
  return { items, beforeId: isAtEnd ? null : beforeId, columns: pastColumns(db, items) }
}

type Entry = { id: number; at: string; actor: number | null; source: string; operation: string; kind: string; summary: string; change: Uint8Array }

/** A row that was changed alone is found by its id, one among many by the stretch of ids it lies in. */
function entriesOf(db: ReadDb, { tableId, rowId }: { tableId: number; rowId: number }, beforeId: number | null): Entry[] {
  const before = beforeId === null ? sql`` : sql`and id < ${beforeId}`
  return db.all(sql<Entry>`select id, at, actor, source, operation, kind, summary, change from kebu_log
    where id in (select entry_id from kebu_log_rows where table_id = ${tableId} and first_id = ${rowId}
      union select entry_id from kebu_log_rows where table_id = ${tableId} and last_id > first_id and first_id < ${rowId} and last_id >= ${rowId})
    ${before} order by id desc limit ${entriesAtOnce}`)
}

function itemsOf(entry: Entry, { tableId, rowId, columnId }: ParsedInput<'history.row'>): RowHistoryItem[] {
  const { label } = summarySchema.parse(JSON.parse(entry.summary))
  const base = {
    entryId: entry.id,
    at: entry.at,
    actorId: entry.actor,
    source: sourceSchema.parse(entry.source),
    operation: entry.operation,
    kind: kindSchema.parse(entry.kind),
    ...(label === undefined ? {} : { label }),
  }
  const { cells, isAdded, isRemoved } = cellsOfRow(entry.change, tableId, rowId)
  return [
    ...cells.filter((cell) => columnId === null || cell.columnId === columnId).map((change) => ({ ...base, change })),
    ...(isAdded ? [{ ...base, change: 'created' as const }] : []),
    ...(isRemoved ? [{ ...base, change: 'deleted' as const }] : []),
  ]
}

/** How the columns of these changes were described before they were changed or deleted: their options by the names of then. */
function pastColumns(db: ReadDb, items: readonly RowHistoryItem[]): PastColumn[] {
  const columnIds = new Set(items.flatMap(({ change }) => (typeof change === 'string' ? [] : [change.columnId])))
  const oldest = items.at(-1)?.entryId
  if (columnIds.size === 0 || oldest === undefined) return []
  const entries = db.all(
    meta.selectFrom('kebu_log').select(['id', 'change']).where('summary', 'not like', '%"schema":0%').where('id', '>=', oldest).orderBy('id', 'desc'),
  )
  return entries.flatMap(({ id, change }) =>
    schemaOf(change).flatMap((item): PastColumn[] => {
      if (item.kind !== 'column' || item.from === null || !columnIds.has(item.id)) return []
      return [{ untilEntryId: id, column: item.from }]
    }),
  )
}
