import type { ReadDb } from '../store/db.ts'
import { sql } from '../store/sql.ts'

/** An entry of the log with its change still packed. */
export type RowEntry = {
  id: number
  at: string
  actor: number | null
  source: string
  operation: string
  kind: string
  summary: string
  change: Uint8Array
}

/** Entries read at a time. */
export const entriesAtOnce = 200

/**
 * Entries that may be about a row, the latest first. A row that was changed alone is found by its id, one among many by
 * the stretch of ids it lies in.
 */
export function entriesOf(db: ReadDb, { tableId, rowId }: { tableId: number; rowId: number }, beforeId: number | null): RowEntry[] {
  const before = beforeId === null ? sql`` : sql`and id < ${beforeId}`
  return db.all(sql<RowEntry>`select id, at, actor, source, operation, kind, summary, change from kebu_log
    where id in (select entry_id from kebu_log_rows where table_id = ${tableId} and first_id = ${rowId}
      union select entry_id from kebu_log_rows where table_id = ${tableId} and last_id > first_id and first_id < ${rowId} and last_id >= ${rowId})
    ${before} order by id desc limit ${entriesAtOnce}`)
}
