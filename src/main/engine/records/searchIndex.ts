import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { titleColumn } from '../compute/shownText.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { goOn } from '../store/context.ts'
import type { ReadDb } from '../store/db.ts'
import { oncePerSchema } from '../store/oncePerSchema.ts'
import type { Schema } from '../store/schema.ts'
import { cellRef, compileSql, idList, join, searchName, searchRef, sql, tableRef, textRef, type SqlValue } from '../store/sql.ts'
import { cellWriter, indexFormOf, type IndexForm } from './search/cellWords.ts'
import { gathered, newSink, putGap } from './search/wordSink.ts'

/** Rows whose words in the index are not those of their cells; null: all of the table. */
export type StaleWords = { tableId: number; rowIds: readonly number[] | null }

/** The columns whose cells the search reads. */
export const searchedColumns = oncePerSchema((schema, tableId: number): Column[] =>
  schema.columnsOf(tableId).filter((column) => indexFormOf(schema, column) !== null),
)

/**
 * Brings the index up to date for these rows (null: all of the table); rows that are gone leave it. Rows that are not
 * in it yet go in without being looked for, which an import of many notices.
 */
export function reindex(context: WriteContext, tableId: number, rowIds: readonly number[] | null, areNew = rowIds === null): void {
  if (rowIds === null) empty(context, tableId)
  if (!areNew && rowIds !== null && rowIds.length > mostReplaced) {
    unindex(context, tableId, rowIds)
    return reindex(context, tableId, rowIds, true)
  }
  const write = rowWriter(context, tableId, areNew)
  for (const slice of slicesOf(context, tableId, rowIds)) write(slice)
}

/** Which rows of a table: a condition with its values. */
type Slice = { text: string; parameters: readonly SqlValue[] }

/** How the rows of a table are read, and their cells turned into words: made once, for edits write a row or two. */
const wordsOf = oncePerSchema((schema, tableId: number) => {
  const title = titleColumn(schema, tableId)
  const columns = searchedColumns(schema, tableId)
  const cells = columns.map((column) => textRef(column))
  return {
    writers: columns.map((column) => {
      const form = indexFormOf(schema, column)
      return form === null ? () => undefined : cellWriter(form)
    }),
    titleAt: columns.findIndex((column) => column.id === title?.id) + 1,
    select: compileSql(sql`select ${join([sql`id`, ...cells])} from ${tableRef(tableId)}`),
  }
})

/** Writes the rows a condition chooses into the index. */
export function rowWriter({ schema, db }: Pick<WriteContext, 'schema' | 'db'>, tableId: number, areNew: boolean): (where: Slice) => void {
  const { writers, titleAt, select } = wordsOf(schema, tableId)
  const write = db.prepare(`insert${areNew ? '' : ' or replace'} into ${searchName(tableId)} (rowid, title, text) values (?, ?, ?)`)
  const titles = newSink()
  const others = newSink()
  const add = (row: CellValue[]): void => {
    titles.end = 0
    others.end = 0
    for (let index = 1; index < row.length; index += 1) {
      const cell = row[index] ?? null
      if (cell === null || cell === '') continue
      const sink = index === titleAt ? titles : others
      writers[index - 1]?.(sink, cell)
      putGap(sink)
    }
    write([row[0] ?? null, gathered(titles), gathered(others)])
  }
  return (where) => {
    for (const row of db.prepareRows(`${select.text} where ${where.text}`)([...select.parameters, ...where.parameters])) add(row)
  }
}

/** Replacing more rows than this one by one, FTS5 would merge what it holds again and again. */
const mostReplaced = 200

/** Conditions that cut the work into portions, so that no portion is held in memory for long. */
function* slicesOf(context: WriteContext, tableId: number, rowIds: readonly number[] | null): Generator<Slice> {
  if (rowIds !== null) {
    for (let start = 0; start < rowIds.length; start += portion) {
      goOn(context)
      if (start > 0) context.progress('indexing', start, rowIds.length)
      yield { text: 'id in (select value from json_each(?))', parameters: [JSON.stringify(rowIds.slice(start, start + portion))] }
    }
    return
  }
  const last = lastRowId(context.db, tableId)
  for (let from = 0; from <= last; from += portion) {
    goOn(context)
    context.progress('indexing', from, last)
    yield rowsBetween(from, from + portion)
  }
}

/** The rows behind one id, up to another. */
export const rowsBetween = (from: number, upTo: number): Slice => ({ text: 'id > ? and id <= ?', parameters: [from, upTo] })

export const lastRowId = (db: ReadDb, tableId: number): number => db.ids(sql`select coalesce(max(id), 0) from ${tableRef(tableId)}`)[0] ?? 0

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

/** The tables whose rows, by what changed in the schema, are no longer in the index as they should be. */
export function tablesToReindex(db: ReadDb, before: Schema, after: Schema): number[] {
  return [...after.tables.keys()].filter((tableId) => {
    if (titleColumn(before, tableId)?.id !== titleColumn(after, tableId)?.id) return true
    const was = formsOf(before, tableId)
    const is = formsOf(after, tableId)
    return [...new Set([...was.keys(), ...is.keys()])].some((columnId) => {
      if (was.get(columnId)?.sign === is.get(columnId)?.sign) return false
      // A column that comes or goes without a value in it changes no row; one of another type may have lost what it had.
      const isConverted = before.columns.has(columnId) && after.columns.has(columnId)
      return isConverted || hasCells(db, tableId, was.get(columnId) ?? is.get(columnId))
    })
  })
}

type ColumnForm = { column: Column; sign: string }

function formsOf(schema: Schema, tableId: number): Map<number, ColumnForm> {
  return new Map(
    searchedColumns(schema, tableId).map((column): [number, ColumnForm] => [column.id, { column, sign: signOf(indexFormOf(schema, column)) }]),
  )
}

const signOf = (form: IndexForm | null): string => JSON.stringify(form?.kind === 'shown' ? [form.column.type, form.column.settings] : form)

function hasCells(db: ReadDb, tableId: number, form: ColumnForm | undefined): boolean {
  if (form === undefined) return false
  return db.ids(sql`select 1 from ${tableRef(tableId)} where ${cellRef(form.column)} is not null limit 1`).length > 0
}
