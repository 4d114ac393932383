import type { Migration } from './migration.ts'

/**
 * Contents of files, each once by its hash, in parts that are read and written one at a time. `since` is the last entry
 * of the log before the content came: only later ones can refer to it. `settled` once something was seen to.
 */
export const migration0002: Migration = {
  version: 2,
  sql: `
    CREATE TABLE kebu_file (
      id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, type TEXT NOT NULL,
      thumbnail BLOB, since INTEGER NOT NULL, settled INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE kebu_file_part (
      file_id INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (file_id, part)
    );
  `,
}
