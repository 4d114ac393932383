import type { WriteDb } from '../db.ts'

/** One step of the file format. Frozen once released: a mistake is mended by a later one. */
export type Migration = {
  readonly version: number
  readonly sql: string
  /** What depends on the tables of the base at hand; it imports nothing that may change. */
  readonly afterwards?: (db: WriteDb) => void
}
