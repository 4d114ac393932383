import type { Migration } from './migration.ts'

/** Classes that rows keep between the runs of their scheme, or until enough runs agree that they go down. */
export const migration0006: Migration = {
  version: 6,
  sql: `
    CREATE TABLE kebu_class_kept (
      scheme_id INTEGER NOT NULL, row_id INTEGER NOT NULL, option_id INTEGER NOT NULL, against INTEGER NOT NULL, counted TEXT,
      PRIMARY KEY (scheme_id, row_id)
    ) WITHOUT ROWID;
    CREATE INDEX kebu_class_kept_waiting ON kebu_class_kept (scheme_id, row_id) WHERE against > 0;
  `,
}
