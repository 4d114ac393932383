import type { Connection } from './db.ts'
import { migrations } from './migrations/all.ts'

/** Brings a file from its version up to `target`, each step in a transaction of its own. */
export function migrate(connection: Connection, from: number, target: number): void {
  for (const migration of migrations) {
    if (migration.version <= from || migration.version > target) continue
    connection.exec('BEGIN IMMEDIATE')
    try {
      connection.exec(migration.sql)
      migration.afterwards?.(connection.db)
      connection.exec(`PRAGMA user_version = ${migration.version}; COMMIT;`)
    } catch (error) {
      connection.exec('ROLLBACK')
      throw error
    }
  }
}
