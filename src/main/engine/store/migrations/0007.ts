import type { Migration } from './migration.ts'

/** Rows whose scheme gives tags are locked in all of them at once; empty for locks in one class. */
export const migration0007: Migration = {
  version: 7,
  sql: `ALTER TABLE kebu_class_lock ADD COLUMN option_ids TEXT;`,
}
