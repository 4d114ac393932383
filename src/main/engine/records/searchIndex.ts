import { searchTokens } from '#shared/lib/searchText.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { goOn } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'
import { idList, join, searchName, searchRef, sql, tableRef, textRef, type RawBuilder } from '../store/sql.ts'

/** Keeps words of neighbouring cells from reading as one phrase; no text typed by a person makes this token. */
const cellEnd = ' kebucellend '

/** The columns whose text the search reads. */
export function searchedColumns(schema: Schema, tableId: number): Column[] {
  return schema.columnsOf(tableId).filter((column) => columnKind(column.type).searchable)
}

/**
 * Brings the index up to date for these rows (null: all of the table); rows that are gone leave it. Rows that are not
 * in it yet go in without being looked for, which an import of many notices.
 */
export function reindex(context: WriteContext, tableId: number, rowIds: readonly number[] | null, areNew = rowIds === null): void {
  const columns = searchedColumns(context.schema, tableId)
  const { db } = context
  if (rowIds === null) empty(context, tableId)
  if (columns.length === 0) return
  if (!areNew && rowIds !== null && rowIds.length > mostReplaced) {
    unindex(context, tableId, rowIds)
    return reindex(context, tableId, rowIds, true)
  }
  const write = db.prepare(`insert${areNew ? '' : ' or replace'} into ${searchName(tableId)} (rowid, text) values (?, ?)`)
  const cells = join(columns.map((column) => textRef(column)))
  const add = (row: CellValue[]): void => {
    let text = ''
    for (let index = 1; index < row.length; index += 1) {
      const cell = row[index]
      if (typeof cell === 'string' && cell !== '') text += searchTokens(cell) + cellEnd
    }
    write([row[0] ?? null, text])
  }
  for (const slice of slicesOf(context, tableId, rowIds)) {
    for (const row of db.rows(sql`select id, ${cells} from ${tableRef(tableId)} where ${slice}`)) add(row)
  }
}

/** Replacing more rows than this one by one, FTS5 would merge what it holds again and again. */
const mostReplaced = 200

/** Conditions that cut the work into portions, so that no portion is held in memory for long. */
function* slicesOf(context: WriteContext, tableId: number, rowIds: readonly number[] | null): Generator<RawBuilder<unknown>> {
  if (rowIds !== null) {
    for (let start = 0; start < rowIds.length; start += portion) {
      goOn(context)
      if (start > 0) context.progress('indexing', start, rowIds.length)
      yield sql`id in ${idList(rowIds.slice(start, start + portion))}`
    }
    return
  }
  const last = context.db.ids(sql`select coalesce(max(id), 0) from ${tableRef(tableId)}`)[0] ?? 0
  for (let from = 0; from <= last; from += portion) {
    goOn(context)
    context.progress('indexing', from, last)
    yield sql`id > ${from} and id <= ${from + portion}`
  }
}

const portion = 5000

/**
 * Takes rows that are gone out of the index: all of them in one statement, for FTS5 writes and merges what it holds
 * back at the end of each, and none by one where no row is left.
 */
export function unindex(context: WriteContext, tableId: number, rowIds: readonly number[]): void {
  const [left] = context.db.ids(sql`select exists (select 1 from ${tableRef(tableId)})`)
  if (left === 0) empty(context, tableId)
  else context.db.run(sql`delete from ${searchRef(tableId)} where rowid in ${idList(rowIds)}`)
}

function empty(context: WriteContext, tableId: number): void {
  context.db.run(sql`insert into ${searchRef(tableId)} (${sql.ref(searchName(tableId))}) values ('delete-all')`)
}
