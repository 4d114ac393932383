import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, type Connection } from '#main/engine/store/db.ts'
import { createSqlLink } from '#main/engine/store/ddl.ts'
import { migrate } from '#main/engine/store/migrate.ts'
import { currentVersion, migrations } from '#main/engine/store/migrations/all.ts'
import { lookAsNow } from '#main/engine/store/olderForm.ts'
import { linkOrder, linkRef, sql } from '#main/engine/store/sql.ts'
import { temporaryFolder } from '../support/temporaryBase.ts'

function emptyFile(): Connection {
  const path = join(temporaryFolder(), 'x.kebu')
  writeFileSync(path, '')
  return connect(path, { readOnly: false })
}

const schemaOf = (connection: Connection): unknown[] =>
  connection.db.all(sql`select type, name, sql from sqlite_master where name not like 'sqlite_%' order by type, name`)

test('migrations are numbered from one without a gap', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
})

test('a file brought up step by step equals a fresh one', () => {
  const fresh = emptyFile()
  migrate(fresh, 0, currentVersion)
  const stepped = emptyFile()
  for (let version = 0; version < currentVersion; version += 1) migrate(stepped, version, version + 1)
  expect(schemaOf(stepped)).toEqual(schemaOf(fresh))
  expect(stepped.pragma('user_version')).toBe(currentVersion)
  fresh.close()
  stepped.close()
})

test('version 1 makes the tables the base keeps for itself', () => {
  const connection = emptyFile()
  migrate(connection, 0, 1)
  const names = connection.db.all<{ name: string }>(sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`)
  expect(names.map((row) => row.name)).toEqual(['kebu_class_move', 'kebu_counter', 'kebu_log', 'kebu_log_rows', 'kebu_meta', 'kebu_schema'])
  connection.close()
})

test('version 2 adds contents of files, and leaves what was there', () => {
  const connection = emptyFile()
  migrate(connection, 0, 1)
  connection.exec(`insert into kebu_meta (key, value) values ('actor', '7')`)
  const before = connection.db.all(sql`select * from kebu_meta`)
  migrate(connection, 1, 2)
  expect(connection.db.all(sql`select * from kebu_meta`)).toEqual(before)
  const names = connection.db.all<{ name: string }>(sql<{ name: string }>`select name from sqlite_master where name like 'kebu_file%' order by name`)
  expect(names.map((row) => row.name)).toEqual(['kebu_file', 'kebu_file_part'])
  connection.exec(`insert into kebu_file (hash, size, type, since) values ('a', 1, 'text/plain', 0)`)
  expect(() => connection.exec(`insert into kebu_file (hash, size, type, since) values ('a', 1, 'text/plain', 0)`)).toThrow(/UNIQUE/u)
  connection.close()
})

test('version 3 finds rows that were changed among many, and leaves the log as it was', () => {
  const connection = emptyFile()
  migrate(connection, 0, 2)
  connection.exec(`insert into kebu_log_rows (entry_id, table_id, first_id, last_id) values (1, 1, 5, 5), (2, 1, 1, 900)`)
  const before = connection.db.all(sql`select * from kebu_log_rows`)
  migrate(connection, 2, 3)
  expect(connection.db.all(sql`select * from kebu_log_rows`)).toEqual(before)
  const wide = sql`select entry_id from kebu_log_rows indexed by kebu_log_rows_wide where table_id = 1 and first_id <= 7 and last_id >= 7 and last_id > first_id`
  expect(connection.db.ids(wide)).toEqual([2])
  connection.close()
})

/** A base as version 3 left it: two linked tables and what was written down of the links. */
function linkedBase(): Connection {
  const connection = emptyFile()
  migrate(connection, 0, 3)
  const side = (id: number, tableId: number, of: 'a' | 'b'): string =>
    JSON.stringify({ id, tableId, type: 'link', settings: { linkId: 1, side: of, otherTableId: 3 - tableId } })
  const put = connection.db.prepare('insert into kebu_schema (kind, id, body, deleted) values (?, ?, ?, ?)')
  put(['column', 1, side(1, 1, 'a'), 0])
  put(['column', 2, side(2, 2, 'b'), 1])
  connection.exec(`create table l1 (a integer not null, b integer not null, primary key (a, b)) without rowid;
    create index l1_ba on l1 (b, a); insert into l1 values (1, 7), (2, 7), (2, 5)`)
  const log = connection.db.prepare(
    `insert into kebu_log (id, at, source, operation, kind, summary, change) values (?, '2026-01-01T00:00:00.000Z', 'window', 'rows.setLinks', 'do', ?, ?)`,
  )
  const summary = (linked: number): string => JSON.stringify({ added: 0, updated: 0, removed: 0, linked, unlinked: 0, schema: 0, tableIds: [] })
  const change = { schema: [], added: [], updated: [], restamped: [], removed: [], linked: [{ linkId: 1, a: [2], b: [7] }], unlinked: [] }
  log([1, summary(1), Buffer.concat([Buffer.from([0]), Buffer.from(JSON.stringify(change))])])
  log([2, summary(2), Buffer.from([2])])
  log([3, summary(0), Buffer.from([2])])
  return connection
}

test('version 4 gives pairs of a link places, as in a link made now, and leaves them in the order they had', () => {
  const connection = linkedBase()
  migrate(connection, 3, 4)
  expect(connection.db.rows(sql`select a, b, oa, ob from l1 order by 1, 2`)).toEqual([
    [1, 7, null, null],
    [2, 5, null, null],
    [2, 7, null, null],
  ])
  const fresh = emptyFile()
  migrate(fresh, 0, currentVersion)
  createSqlLink(fresh.db, 1)
  const described = ({ db }: Connection) => [
    db.rows(sql`select name, type, "notnull", pk from pragma_table_info('l1')`),
    ...['l1_ab', 'l1_ba'].map((index) => db.rows(sql`select name from pragma_index_info(${index})`)),
  ]
  expect(described(connection)).toEqual(described(fresh))
  connection.close()
  fresh.close()
})

test('version 4 finds what was linked by the rows at both ends: small entries by their rows, large ones by any', () => {
  const connection = linkedBase()
  migrate(connection, 3, 4)
  const found = (tableId: number, rowId: number) =>
    connection.db.ids(sql`select entry_id from kebu_log_rows where table_id = ${tableId} and first_id <= ${rowId} and last_id >= ${rowId} order by 1`)
  expect([found(1, 2), found(2, 7), found(1, 1), found(2, 999)]).toEqual([[1, 2], [1, 2], [2], [2]])
  connection.close()
})

test('a base of an older form is read as it is: links in the order they were made', () => {
  const connection = linkedBase()
  lookAsNow(connection.db, 3)
  expect(connection.db.rows(sql`select b, oa from ${linkRef(1)} k where a = 2 order by ${linkOrder('a', 'k')}`)).toEqual([
    [5, null],
    [7, null],
  ])
  expect(connection.db.rows(sql`select count(*) from pragma_table_info('l1', 'main')`)).toEqual([[2]])
  expect(connection.db.rows(sql`select cause, inputs from kebu_class_move`)).toEqual([])
  expect(connection.db.rows(sql`select * from kebu_class_lock`)).toEqual([])
  expect(connection.db.rows(sql`select * from kebu_class_kept`)).toEqual([])
  connection.close()
})

test('version 5 adds locks of classes, and leaves the moves it finds as they were', () => {
  const connection = emptyFile()
  migrate(connection, 0, 4)
  connection.exec(`insert into kebu_class_move (scheme_id, row_id, from_option, to_option, at) values (1, 7, null, 2, '2026-01-01T00:00:00.000Z')`)
  migrate(connection, 4, 5)
  expect(connection.db.rows(sql`select * from kebu_class_move`)).toEqual([[1, 1, 7, null, 2, '2026-01-01T00:00:00.000Z', null, null, null, null]])
  connection.exec(`insert into kebu_class_lock values (1, 7, 2, '大客户', null, null, '2026-01-01T00:00:00.000Z')`)
  expect(() => connection.exec(`insert into kebu_class_lock values (1, 7, 3, '', null, null, '')`)).toThrow(/UNIQUE/u)
  connection.close()
})

test('version 6 adds the classes that rows keep between runs, and leaves the locks', () => {
  const connection = emptyFile()
  migrate(connection, 0, 5)
  connection.exec(`insert into kebu_class_lock values (1, 7, 2, '大客户', null, null, '2026-01-01T00:00:00.000Z')`)
  migrate(connection, 5, 6)
  expect(connection.db.rows(sql`select scheme_id, row_id, option_id from kebu_class_lock`)).toEqual([[1, 7, 2]])
  connection.exec(`insert into kebu_class_kept values (1, 7, 2, 0, null)`)
  expect(() => connection.exec(`insert into kebu_class_kept values (1, 7, 3, 0, null)`)).toThrow(/UNIQUE/u)
  connection.close()
})

test('version 7 lets rows be locked in several tags, and leaves the locks it finds as they were', () => {
  const connection = emptyFile()
  migrate(connection, 0, 6)
  const lock = `1, 7, 2, '大客户', null, null, '2026-01-01T00:00:00.000Z'`
  connection.exec(`insert into kebu_class_lock values (${lock})`)
  migrate(connection, 6, 7)
  expect(connection.db.rows(sql`select * from kebu_class_lock`)).toEqual([[1, 7, 2, '大客户', null, null, '2026-01-01T00:00:00.000Z', null]])
  connection.close()
})

test('a base of version 6 that is only looked at shows its locks', () => {
  const connection = emptyFile()
  migrate(connection, 0, 6)
  connection.exec(`insert into kebu_class_lock values (1, 7, 2, '大客户', null, null, '2026-01-01T00:00:00.000Z')`)
  lookAsNow(connection.db, 6)
  expect(connection.db.rows(sql`select row_id, option_id, option_ids from kebu_class_lock`)).toEqual([[7, 2, null]])
  expect(connection.db.rows(sql`select count(*) from pragma_table_info('kebu_class_lock', 'main')`)).toEqual([[7]])
  connection.close()
})
