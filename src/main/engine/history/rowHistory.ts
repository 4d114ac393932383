import type { ParsedInput } from '#shared/contract/engine.ts'
import type { PastColumn, RowHistory, RowHistoryItem } from '#shared/contract/history.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../store/context.ts'
import type { ReadDb } from '../store/db.ts'
import { linkColumnsOf } from '../store/schema.ts'
import { meta } from '../store/sql.ts'
import { linksOfRow, type RowLinks } from './linksOfRow.ts'
import { kindSchema, sourceSchema, summarySchema } from './log.ts'
import { cellsOfRow, schemaOf } from './logCodec.ts'
import { entriesAtOnce, entriesOf, type RowEntry } from './rowEntries.ts'

/** Entries looked at for one page at most: most of a row's entries may be about its other cells. */
const mostLooked = 2000

/** An item whose linked rows are not named yet. */
type Item = Omit<RowHistoryItem, 'change'> & { change: Extract<RowHistoryItem['change'], string | { from: unknown }> | RowLinks }

/** What happened to one row, or to one cell of it, newest first; undoing is part of its story. */
export function rowHistory({ db, schema }: ReadContext, input: ParsedInput<'history.row'>): Omit<RowHistory, 'items'> & { items: Item[] } {
  const links = linkColumnsOf(schema, input.tableId).filter(({ id }) => input.columnId === null || id === input.columnId)
  const items: Item[] = []
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
      items.push(...itemsOf(entry, input, links))
      beforeId = entry.id
    }
  }
  return { items, beforeId: isAtEnd ? null : beforeId, columns: pastColumns(db, items) }
}

function itemsOf(entry: RowEntry, { tableId, rowId, columnId }: ParsedInput<'history.row'>, links: readonly ColumnOf<'link'>[]): Item[] {
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
    // A row that goes takes its links along: that it went says enough.
    ...(isRemoved ? [] : linksOfRow(entry.change, links, rowId)).map((change) => ({ ...base, change })),
    // A cell that a scheme took over stands in the log as it was.
    ...cells.filter((cell) => cell.from !== cell.to && (columnId === null || cell.columnId === columnId)).map((change) => ({ ...base, change })),
    ...(isAdded ? [{ ...base, change: 'created' as const }] : []),
    ...(isRemoved ? [{ ...base, change: 'deleted' as const }] : []),
  ]
}

/** How the columns of these changes were described before they were changed or deleted: their options by the names of then. */
function pastColumns(db: ReadDb, items: readonly Item[]): PastColumn[] {
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
