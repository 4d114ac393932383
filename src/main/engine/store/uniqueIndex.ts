import { keyForm } from '#shared/model/cellKey.ts'
import type { Column } from '#shared/model/column.ts'
import type { WriteDb } from './db.ts'
import { cellRef, join, sql, tableName, type RawBuilder } from './sql.ts'

/** What two cells that count as the same have in common, as SQL over the row under `alias`; null for an empty cell. */
export function keySql(column: Column, shown: Column, alias?: string): RawBuilder<unknown> {
  const cell = cellRef(column, alias)
  const form = keyForm(shown)
  return form === 'stored' ? cell : sql`${sql.raw(`kebu_key_${form}`)}(${cell})`
}

const indexName = (uniqueId: number): string => `u${uniqueId}`

/**
 * An index over the keys, by which rows alike are found however large the table is. It is not a UNIQUE index of SQLite:
 * two rows may change places within one write, and undo takes cells back in any order; the rule holds when the write ends.
 */
export function createKeyIndex(db: WriteDb, tableId: number, uniqueId: number, columns: readonly Column[]): void {
  const keys = join(columns.map((column) => keySql(column, column)))
  db.run(sql`create index if not exists ${sql.ref(indexName(uniqueId))} on ${sql.table(tableName(tableId))} (${keys})`)
}

export function dropKeyIndex(db: WriteDb, uniqueId: number): void {
  db.run(sql`drop index if exists ${sql.ref(indexName(uniqueId))}`)
}
