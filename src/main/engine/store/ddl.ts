import type { Column } from '#shared/model/column.ts'
import { storageOf } from '#shared/model/columns/registry.ts'
import type { WriteDb } from './db.ts'
import { columnName, errorName, linkName, searchName, sql, tableName } from './sql.ts'

/** Makes the SQL table behind a new table, and its search index. */
export function createSqlTable(db: WriteDb, tableId: number): void {
  db.run(sql`create table ${sql.table(tableName(tableId))} (
    id integer primary key, uid blob not null, created_at text not null, created_by integer,
    updated_at text not null, updated_by integer)`)
  // Nothing but ids: the list of a view without filter or sort reads this, and not the wide rows.
  db.run(sql`create index ${sql.ref(`${tableName(tableId)}_id`)} on ${sql.table(tableName(tableId))} (id)`)
  createSearchIndex(db, tableId)
}

/**
 * The search index of a table, without content: it keeps tokens, not texts. The tokens are made ready by us, so the
 * tokenizer only parts them; what names a row stands apart, so that it can be asked for first.
 */
export function createSearchIndex(db: WriteDb, tableId: number): void {
  const name = sql.ref(searchName(tableId))
  db.run(sql`drop table if exists ${name}`)
  db.run(sql`create virtual table ${name} using fts5(title, text, content='', contentless_delete=1, tokenize='ascii')`)
  // Words are gathered in memory before they are written: with more room, an import of many rows writes and merges less.
  db.run(sql`insert into ${name} (${name}, rank) values ('hashsize', ${sql.raw(String(8 * 1024 * 1024))})`)
}

/** Makes room for the cells of a new column; for a link also the junction table that both sides share. */
export function createSqlColumn(db: WriteDb, column: Column): void {
  if (['createdTime', 'createdBy', 'modifiedTime', 'modifiedBy'].includes(column.type)) return
  // A lookup, rollup or formula holds whatever its target holds: no declared type, so that SQLite converts nothing.
  const type = ['lookup', 'rollup', 'formula'].includes(column.type) ? sql`` : sql.raw(storageOf(column.type))
  db.run(sql`alter table ${sql.table(tableName(column.tableId))} add column ${sql.ref(columnName(column.id))} ${type}`)
  const error = errorName(column.id)
  if (column.type === 'formula' && !hasSqlColumn(db, column.tableId, error)) {
    db.run(sql`alter table ${sql.table(tableName(column.tableId))} add column ${sql.ref(error)} text`)
  }
  if (column.type === 'link') createSqlLink(db, column.settings.linkId)
}

/**
 * Moves the cells of a column under the number `keptAs` and those kept there into its place; where there were none,
 * makes room for cells of the column's type. Only names change, whatever the number of rows.
 */
export function exchangeSqlColumns(db: WriteDb, column: Column, keptAs: number): void {
  const own = columnName(column.id)
  const kept = columnName(keptAs)
  const between = `${kept}_`
  const hasKept = hasSqlColumn(db, column.tableId, kept)
  if (hasKept) renameSqlColumn(db, column.tableId, kept, between)
  if (hasSqlColumn(db, column.tableId, own)) renameSqlColumn(db, column.tableId, own, kept)
  if (hasKept) renameSqlColumn(db, column.tableId, between, own)
  else createSqlColumn(db, column)
}

function hasSqlColumn(db: WriteDb, tableId: number, name: string): boolean {
  return db.rows(sql`select 1 from pragma_table_info(${tableName(tableId)}) where name = ${name}`).length > 0
}

function renameSqlColumn(db: WriteDb, tableId: number, from: string, to: string): void {
  db.run(sql`alter table ${sql.table(tableName(tableId))} rename column ${sql.ref(from)} to ${sql.ref(to)}`)
}

/** Makes the junction table of a link, with the places of its pairs in the order of each side. */
export function createSqlLink(db: WriteDb, linkId: number): void {
  const junction = linkName(linkId)
  db.run(sql`create table if not exists ${sql.table(junction)} (
    a integer not null, b integer not null, oa integer, ob integer, primary key (a, b)) without rowid`)
  // The rows of a row in their order, from either side.
  db.run(sql`create index if not exists ${sql.ref(`${junction}_ab`)} on ${sql.table(junction)} (a, oa, b)`)
  db.run(sql`create index if not exists ${sql.ref(`${junction}_ba`)} on ${sql.table(junction)} (b, ob, a)`)
}
