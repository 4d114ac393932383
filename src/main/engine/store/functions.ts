import type Database from 'better-sqlite3'
import { readPattern } from '#shared/lib/pattern.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { keyIn, type KeyForm } from '#shared/model/cellKey.ts'
import { chineseSortKey } from './chineseSortKey.ts'

/** A function of ours that SQL may call; deterministic, so that SQLite may call it once per value, unless it `tellsTime`. */
export type SqlFunction = { name: string; run: (...values: unknown[]) => string | number | null; tellsTime?: boolean }

/** The store's own functions, and those that the rooms above it bring. */
export function registerFunctions(database: Database.Database, more: readonly SqlFunction[]): void {
  for (const { name, run, tellsTime } of more) database.function(name, { deterministic: tellsTime !== true, varargs: true }, run)
  database.function('kebu_lower', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? text.toLowerCase() : text))
  database.function('kebu_matches', { deterministic: true }, (pattern: unknown, text: unknown) => {
    const read = readPattern(String(pattern), { ignoreCase: true })
    return read.ok && typeof text === 'string' && read.value.test(text) ? 1 : 0
  })
  // Stands in triggers: `store/sortKeys.ts`.
  database.function('kebu_pinyin_key', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? chineseSortKey(text) : text))
  for (const form of keyForms) database.function(`kebu_key_${form}`, { deterministic: true }, (cell: unknown) => keyIn(form, asCell(cell)))
}

/** The forms that SQL cannot say itself. */
const keyForms = ['text', 'phone', 'ids', 'address'] as const satisfies readonly KeyForm[]

const asCell = (value: unknown): CellValue => (typeof value === 'string' || typeof value === 'number' ? value : null)
