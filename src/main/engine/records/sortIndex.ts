import { z } from 'zod'
import type { Column } from '#shared/model/column.ts'
import type { Sort } from '#shared/model/view.ts'
import { sortKeyVersion } from '../store/chineseSortKey.ts'
import type { ReadContext } from '../store/context.ts'
import { inTransaction, type Connection, type ReadDb, type WriteDb } from '../store/db.ts'
import type { Schema } from '../store/schema.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { cellRef, meta, sql, tableRef } from '../store/sql.ts'
import { createSortKeys, dropSortKeys, emptyKey, finishSortKeys, keysRef, runLength, sortKeys, storedKey } from '../store/sortKeys.ts'
import { lastRowId } from './searchIndex.ts'
import { isSortedByKey } from './sortSql.ts'

/**
 * A column whose keys are being put in order, in runs of rows: how many runs there are, of how many the keys are made,
 * and how many portions of these are merged.
 */
const dueSchema = z.array(z.object({ columnId: z.number(), runs: z.number(), read: z.number(), merged: z.number() }))
export type SortDue = z.infer<typeof dueSchema>[number]

export const sortsDue = (db: ReadDb): SortDue[] => readSetting(db, dueKey, dueSchema) ?? []

export const writeSortsDue = (db: WriteDb, due: readonly SortDue[]): void => writeSetting(db, dueKey, due)

/**
 * Keeps the keys of every text column by which a view sorts first, so that a view over a million rows opens without a
 * key being made. Those of a small table are made at once, those of a larger one are due; what no view asks for any more
 * is not made further.
 */
export function keepSortIndexes(db: WriteDb, schema: Schema): void {
  const wanted = sortedFirst(schema)
  const had = sortsDue(db)
  const present = sortKeys(db)
  const missing = wanted.filter(({ id }) => present.get(id)?.isWhole !== true && !(present.has(id) && had.some(({ columnId }) => columnId === id)))
  const isDueNoMore = ({ columnId }: SortDue): boolean => !wanted.some(({ id }) => id === columnId)
  if (missing.length === 0 && !had.some(isDueNoMore)) return
  writeSetting(db, versionKey, sortKeyVersion())
  for (const { columnId } of had.filter(isDueNoMore)) dropSortKeys(db, columnId)
  const fresh = missing.map((column): SortDue => {
    dropSortKeys(db, column.id)
    createSortKeys(db, column)
    return { columnId: column.id, runs: Math.floor(lastRowId(db, column.tableId) / runLength) + 1, read: 0, merged: 0 }
  })
  const isAnew = ({ columnId }: SortDue): boolean => missing.some(({ id }) => id === columnId)
  const due = [...had.filter((each) => !isDueNoMore(each) && !isAnew(each)), ...fresh]
  const atOnce = due.filter(({ runs }) => runs === 1)
  for (const column of missing) if (atOnce.some(({ columnId }) => columnId === column.id)) makeAtOnce(db, column)
  writeSortsDue(
    db,
    due.filter((each) => !atOnce.includes(each)),
  )
}

function makeAtOnce(db: WriteDb, column: Column): void {
  db.run(sql`insert or ignore into ${keysRef(column.id)} (key, id) select ${storedKey(cellRef(column))}, id from ${tableRef(column.tableId)}`)
  finishSortKeys(db, column)
}

/**
 * Puts the keys in order when a base is opened. Whole ones that no view sorts by any more go: not earlier, for a sort is
 * often taken back. Keys hang on the order of characters this program knows: those of another one are made anew.
 */
export function renewSortIndexes(connection: Connection, schema: Schema): void {
  const { db } = connection
  inTransaction(connection, () => {
    for (const name of olderIndexes(db)) db.run(sql`drop index ${sql.ref(name)}`)
    const isOurs = readSetting(db, versionKey, z.string()) === sortKeyVersion()
    const wanted = new Set(isOurs ? sortedFirst(schema).map(({ id }) => id) : [])
    for (const columnId of sortKeys(db).keys()) if (!wanted.has(columnId)) dropSortKeys(db, columnId)
    keepSortIndexes(db, schema)
  })
}

/** How far the putting in order is, in portions; null when nothing is due. */
export function sortState({ db, readOnly }: ReadContext): { done: number; total: number } | null {
  const due = sortsDue(db)
  // Nobody goes on with it in a base that is only read.
  if (readOnly || due.length === 0) return null
  return { done: due.reduce((sum, { read, merged }) => sum + read + merged, 0), total: due.reduce((sum, { runs }) => sum + 2 * runs, 0) }
}

export const isSortDue = (db: ReadDb): boolean => sortsDue(db).length > 0

/** Whether the keys of all the column's texts stand in order. */
export function hasSortIndex(db: ReadDb, column: Column): boolean {
  return sortKeys(db).get(column.id)?.isWhole === true
}

/** The rows of a whole table by such keys: empty cells last in both directions, rows alike as they were made. */
export function idsByKey(db: ReadDb, { columnId, direction }: Sort): Float64Array {
  const keys = keysRef(columnId)
  const order = direction === 'ascending' ? sql`key asc` : sql`key desc`
  const filled = db.ids(sql`select id from ${keys} where key < ${emptyKey} order by ${order}, id`)
  const empty = db.ids(sql`select id from ${keys} where key = ${emptyKey} order by id`)
  const ids = new Float64Array(filled.length + empty.length)
  ids.set(filled)
  ids.set(empty, filled.length)
  return ids
}

const versionKey = 'sortKeys'
const dueKey = 'sortsDue'

/** SQLite's own indexes of keys, which were kept until there were tables of them. */
function olderIndexes(db: ReadDb): string[] {
  const rows = db.all(meta.selectFrom('sqlite_master').select('name').where('type', '=', 'index'))
  return rows.map((row) => row.name).filter((name) => /^t\d+_c\d+_sort$/u.test(name))
}

function sortedFirst(schema: Schema): Column[] {
  const ids = new Set([...schema.views.values()].flatMap((view) => view.settings.sorts.slice(0, 1).map((sort) => sort.columnId)))
  return [...ids].flatMap((id) => {
    const column = schema.columns.get(id)
    return column !== undefined && schema.tables.has(column.tableId) && isSortedByKey(schema, column) ? [column] : []
  })
}
