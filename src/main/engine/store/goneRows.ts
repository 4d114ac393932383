import type { WriteDb } from './db.ts'
import { sql, tableRef } from './sql.ts'

/** Forgets the locks and kept classes of rows that are gone for good, of a table that is gone (null) all: nothing brings them back. */
export function dropClassesOfGoneRows(db: WriteDb, schemeId: number, tableId: number | null): void {
  const gone = tableId === null ? sql`1` : sql`row_id not in (select id from ${tableRef(tableId)})`
  for (const table of ['kebu_class_lock', 'kebu_class_kept']) {
    db.run(sql`delete from ${sql.table(table)} where scheme_id = ${schemeId} and ${gone}`)
  }
}
