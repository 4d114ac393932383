import type { Migration } from './migration.ts'

/** The first file format: what describes the base, its log, and the moves between classes. */
export const migration0001: Migration = {
  version: 1,
  sql: `
    CREATE TABLE kebu_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE kebu_schema (
      kind TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (kind, id)
    ) WITHOUT ROWID;
    CREATE TABLE kebu_counter (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE kebu_log (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor INTEGER, source TEXT NOT NULL, operation TEXT NOT NULL,
      kind TEXT NOT NULL, target INTEGER, undone_by INTEGER, summary TEXT NOT NULL, change BLOB NOT NULL
    );
    CREATE INDEX kebu_log_undo ON kebu_log (kind, undone_by, id);
    CREATE TABLE kebu_log_rows (
      entry_id INTEGER NOT NULL, table_id INTEGER NOT NULL, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL
    );
    CREATE INDEX kebu_log_rows_by_row ON kebu_log_rows (table_id, first_id, last_id);
    CREATE TABLE kebu_class_move (
      id INTEGER PRIMARY KEY, scheme_id INTEGER NOT NULL, row_id INTEGER NOT NULL,
      from_option INTEGER, to_option INTEGER, at TEXT NOT NULL
    );
    CREATE INDEX kebu_class_move_by_row ON kebu_class_move (scheme_id, row_id);
  `,
}
