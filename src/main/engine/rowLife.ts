import type { ParsedInput } from '#shared/contract/engine.ts'
import type { NamedRows, RowHistory } from '#shared/contract/history.ts'
import { removedOf } from './history/logCodec.ts'
import { entriesOf } from './history/rowEntries.ts'
import { rowHistory } from './history/rowHistory.ts'
import { linkColumn, titleSql } from './records/reads.ts'
import type { ReadContext } from './store/context.ts'
import { idList, sql, tableRef } from './store/sql.ts'

/** What happened to a row or a cell, with the rows that were linked named as they are called now. */
export function readRowLife(context: ReadContext, input: ParsedInput<'history.row'>): RowHistory {
  const { items, ...rest } = rowHistory(context, input)
  return {
    ...rest,
    items: items.map(({ change, ...item }) => {
      if (typeof change === 'string' || !('linked' in change)) return { ...item, change }
      const { otherTableId } = linkColumn(context, change.columnId).settings
      const named = (rows: readonly { id: number }[]): NamedRows => namedRows(context, otherTableId, rows)
      const links = { linked: named(change.linked), unlinked: named(change.unlinked), reordered: change.moved.length > 0 }
      return { ...item, change: { columnId: change.columnId, links } }
    }),
  }
}

/** How many rows of a change are named. */
const mostNamed = 10

function namedRows(context: ReadContext, tableId: number, rows: readonly { id: number }[]): NamedRows {
  const titles = titlesOf(
    context,
    tableId,
    rows.slice(0, mostNamed).map(({ id }) => id),
  )
  return { count: rows.length, titles }
}

/** What rows are called, or were when they were deleted; empty where nobody knows any more. */
export function titlesOf(context: ReadContext, tableId: number, ids: readonly number[]): string[] {
  if (!context.schema.tables.has(tableId) || ids.length === 0) return ids.map(() => '')
  const rows = context.db.rows(sql`select r.id, ${titleSql(context, tableId, 'r')} from ${tableRef(tableId)} r where r.id in ${idList(ids)}`)
  const titles = new Map(rows.map(([id, title]) => [Number(id), String(title ?? '')]))
  return ids.map((id) => titles.get(id) ?? titleWhenDeleted(context, tableId, id))
}

function titleWhenDeleted({ db, schema }: ReadContext, tableId: number, rowId: number): string {
  const primary = schema.tables.get(tableId)?.primaryColumnId
  for (const { change } of entriesOf(db, { tableId, rowId }, null)) {
    const part = removedOf(change).find((rows) => rows.tableId === tableId && rows.ids.includes(rowId))
    if (part === undefined) continue
    const values = part.read().columns.find(({ columnId }) => columnId === primary)?.values
    return String(values?.[part.ids.indexOf(rowId)] ?? '')
  }
  return ''
}
