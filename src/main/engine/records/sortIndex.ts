import { z } from 'zod'
import type { Column } from '#shared/model/column.ts'
import { sortKeyVersion } from '../store/chineseSortKey.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import type { Schema } from '../store/schema.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { cellRef, columnName, meta, sql, tableName } from '../store/sql.ts'
import { isSortedByKey, textKey } from './sortSql.ts'

/**
 * Makes the index of sort keys for every text column by which a view sorts first. SQLite keeps it in each write, so that
 * a view over a million rows opens without a key being made.
 */
export function keepSortIndexes(db: WriteDb, schema: Schema): void {
  const present = new Set(sortIndexes(db))
  const missing = sortedFirst(schema).filter((column) => !present.has(indexName(column)))
  if (missing.length === 0) return
  writeSetting(db, versionKey, sortKeyVersion())
  for (const column of missing) {
    db.run(sql`create index ${sql.ref(indexName(column))} on ${sql.table(tableName(column.tableId))} (${textKey(cellRef(column))})`)
  }
}

/**
 * Puts the indexes in order when a base is opened. Those that no view sorts by any more go: not earlier, for a sort is
 * often taken back. Keys hang on the order of characters this program knows: indexes of another one are made anew.
 */
export function renewSortIndexes(db: WriteDb, schema: Schema): void {
  const isOurs = readSetting(db, versionKey, z.string()) === sortKeyVersion()
  const wanted = new Set(isOurs ? sortedFirst(schema).map(indexName) : [])
  for (const name of sortIndexes(db)) if (!wanted.has(name)) db.run(sql`drop index ${sql.ref(name)}`)
  keepSortIndexes(db, schema)
}

/** Whether the keys of a column's texts stand in an index. */
export function hasSortIndex(db: ReadDb, column: Column): boolean {
  return db.get(meta.selectFrom('sqlite_master').select('name').where('name', '=', indexName(column))) !== undefined
}

const versionKey = 'sortKeys'
const ending = '_sort'

const indexName = (column: Column): string => `${tableName(column.tableId)}_${columnName(column.id)}${ending}`

function sortIndexes(db: ReadDb): string[] {
  const rows = db.all(meta.selectFrom('sqlite_master').select('name').where('type', '=', 'index'))
  return rows.map((row) => row.name).filter((name) => name.endsWith(ending))
}

function sortedFirst(schema: Schema): Column[] {
  const ids = new Set([...schema.views.values()].flatMap((view) => view.settings.sorts.slice(0, 1).map((sort) => sort.columnId)))
  return [...ids].flatMap((id) => {
    const column = schema.columns.get(id)
    return column !== undefined && schema.tables.has(column.tableId) && isSortedByKey(schema, column) ? [column] : []
  })
}
