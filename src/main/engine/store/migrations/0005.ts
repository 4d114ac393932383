import type { Migration } from './migration.ts'

/**
 * Classes that people gave rows by hand, one for a row and scheme. And moves between classes say what brought them
 * about (`cause`), who it was, by which state of the scheme, and with which inputs; empty for moves of before.
 */
export const migration0005: Migration = {
  version: 5,
  sql: `
    CREATE TABLE kebu_class_lock (
      scheme_id INTEGER NOT NULL, row_id INTEGER NOT NULL, option_id INTEGER, reason TEXT NOT NULL, until TEXT,
      actor INTEGER, at TEXT NOT NULL, PRIMARY KEY (scheme_id, row_id)
    ) WITHOUT ROWID;
    ALTER TABLE kebu_class_move ADD COLUMN cause TEXT;
    ALTER TABLE kebu_class_move ADD COLUMN actor INTEGER;
    ALTER TABLE kebu_class_move ADD COLUMN revision INTEGER;
    ALTER TABLE kebu_class_move ADD COLUMN inputs TEXT;
  `,
}
