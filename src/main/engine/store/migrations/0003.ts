import type { Migration } from './migration.ts'

/** Rows changed among many are found without reading what happened to every row before them. */
export const migration0003: Migration = {
  version: 3,
  sql: `CREATE INDEX kebu_log_rows_wide ON kebu_log_rows (table_id, first_id, last_id) WHERE last_id > first_id;`,
}
