import type { Column } from '#shared/model/column.ts'
import type { ReadDb, WriteDb } from './db.ts'
import { cellName, meta, sql, tableName, type RawBuilder } from './sql.ts'

/**
 * The order of a table by a text: what each row's cell is sorted by stands with the row's id, in that order. SQLite would
 * make an index of such keys in one statement, that is for a table of a million rows in seconds during which nobody
 * writes; a table of our own can be made in portions (`sortRebuild.ts`). Triggers keep it from the first row on: what is
 * in it, or in the runs it is made from, is always what the cell is sorted by now.
 */
export function createSortKeys(db: WriteDb, column: Column): void {
  db.run(sql`create table ${keysRef(column.id)} (key not null, id integer not null, primary key (key, id)) without rowid`)
  db.run(sql`create table ${runsRef(column.id)} (run integer not null, key not null, id integer not null, primary key (run, key, id)) without rowid`)
  createTriggers(db, column, true)
}

/** All keys stand in their order: what they were made from goes. */
export function finishSortKeys(db: WriteDb, column: Column): void {
  dropTriggers(db, column.id)
  db.run(sql`drop table ${runsRef(column.id)}`)
  createTriggers(db, column, false)
}

/** Takes a column's keys out of the file, whole or not; nothing where there are none. */
export function dropSortKeys(db: WriteDb, columnId: number): void {
  dropTriggers(db, columnId)
  db.run(sql`drop table if exists ${runsRef(columnId)}`)
  db.run(sql`drop table if exists ${keysRef(columnId)}`)
}

/** The columns that have keys, and whether these are whole. */
export function sortKeys(db: ReadDb): Map<number, { isWhole: boolean }> {
  const names = new Set(db.all(meta.selectFrom('sqlite_master').select('name').where('type', '=', 'table')).map(({ name }) => name))
  const ids = [...names].filter((name) => /^k\d+$/u.test(name)).map((name) => Number(name.slice(1)))
  return new Map(ids.map((id) => [id, { isWhole: !names.has(runsName(id)) }]))
}

/** What a text is sorted by. */
export const textKey = (text: RawBuilder<unknown>): RawBuilder<unknown> => sql`kebu_pinyin_key(${text})`

/** The same for an empty cell: a blob, which SQLite sorts behind every text. */
export const emptyKey = sql`x''`

/** What a cell is sorted by where it stands among the keys. */
export const storedKey = (cell: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce(${textKey(cell)}, ${emptyKey})`

/** Ids of so many rows make a run: few enough that an edit made meanwhile waits for no time one notices. */
export const runLength = 5000

/** The run a row belongs to: told by its id, so that a trigger finds the key of a row without a look-up. */
const runOf = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`${id} / ${sql.raw(String(runLength))}`

const keysName = (columnId: number): string => `k${columnId}`
const runsName = (columnId: number): string => `${keysName(columnId)}_runs`

export const keysRef = (columnId: number): RawBuilder<unknown> => sql.table(keysName(columnId))
export const runsRef = (columnId: number): RawBuilder<unknown> => sql.table(runsName(columnId))

const triggerRef = (columnId: number, event: 'insert' | 'update' | 'delete'): RawBuilder<unknown> => sql.ref(`${keysName(columnId)}_${event}`)

function createTriggers(db: WriteDb, column: Column, withRuns: boolean): void {
  const table = sql.table(tableName(column.tableId))
  const cell = cellName(column)
  const [was, is] = [sql.ref(`old.${cell}`), sql.ref(`new.${cell}`)]
  const keys = keysRef(column.id)
  const add = sql`insert or ignore into ${keys} (key, id) values (${storedKey(is)}, new.id);`
  const row = sql`key = ${storedKey(was)} and id = old.id`
  const take = sql`delete from ${keys} where ${row}; ${
    withRuns ? sql`delete from ${runsRef(column.id)} where run = ${runOf(sql`old.id`)} and ${row};` : sql``
  }`
  db.run(sql`create trigger ${triggerRef(column.id, 'insert')} after insert on ${table} begin ${add} end`)
  db.run(sql`create trigger ${triggerRef(column.id, 'delete')} after delete on ${table} begin ${take} end`)
  db.run(sql`create trigger ${triggerRef(column.id, 'update')} after update of ${sql.ref(cell)} on ${table}
    when ${is} is not ${was} begin ${take} ${add} end`)
}

function dropTriggers(db: WriteDb, columnId: number): void {
  for (const event of ['insert', 'update', 'delete'] as const) db.run(sql`drop trigger if exists ${triggerRef(columnId, event)}`)
}
