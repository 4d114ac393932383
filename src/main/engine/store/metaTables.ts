import type { Generated } from 'kysely'

/** The tables Kebu keeps for itself. A described thing (table, column, view …) is one row of `kebu_schema`. */
export type MetaTables = {
  kebu_meta: { key: string; value: string }
  kebu_schema: { kind: string; id: number; body: string; deleted: number }
  kebu_counter: { name: string; next: number }
  kebu_log: {
    id: Generated<number>
    at: string
    actor: number | null
    source: string
    operation: string
    kind: 'do' | 'undo' | 'redo' | 'arrange'
    target: number | null
    undone_by: number | null
    summary: string
    change: Uint8Array
  }
  kebu_log_rows: { entry_id: number; table_id: number; first_id: number; last_id: number }
  kebu_class_move: {
    id: Generated<number>
    scheme_id: number
    row_id: number
    from_option: number | null
    to_option: number | null
    at: string
    cause: string | null
    actor: number | null
    revision: number | null
    inputs: string | null
  }
  kebu_class_lock: {
    scheme_id: number
    row_id: number
    option_id: number | null
    /** The tags of a lock of tags, as JSON; null for that of a class. */
    option_ids: string | null
    reason: string
    until: string | null
    actor: number | null
    at: string
  }
  kebu_class_kept: { scheme_id: number; row_id: number; option_id: number; against: number; counted: string | null }
  kebu_file: {
    id: Generated<number>
    hash: string
    size: number
    type: string
    /** Without bytes for what cannot be shown. */
    thumbnail: Uint8Array | null
    since: number
    settled: number
  }
  kebu_file_part: { file_id: number; part: number; bytes: Uint8Array }
  sqlite_master: { type: string; name: string; sql: string | null }
}
