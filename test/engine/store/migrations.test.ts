import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, type Connection } from '#main/engine/store/db.ts'
import { migrate } from '#main/engine/store/migrate.ts'
import { currentVersion, migrations } from '#main/engine/store/migrations/all.ts'
import { sql } from '#main/engine/store/sql.ts'
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
