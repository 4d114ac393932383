import type Database from 'better-sqlite3'
import { chineseSortKey } from './chineseSortKey.ts'

/** SQL functions of our own; each is deterministic, so that SQLite may call it once per value. */
export function registerFunctions(database: Database.Database): void {
  database.function('kebu_lower', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? text.toLowerCase() : text))
  database.function('kebu_sort_key', { deterministic: true, directOnly: true }, (text: unknown) =>
    typeof text === 'string' ? chineseSortKey(text) : text,
  )
}
