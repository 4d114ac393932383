import type { AddedRows, Change } from '#shared/change/change.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import { autoNumberText, counterKey, readAutoNumber } from '#shared/lib/autoNumber.ts'
import { raiseCounter, takeNumbers } from '../store/counters.ts'
import type { WriteDb } from '../store/db.ts'
import type { Schema } from '../store/schema.ts'

/** Gives new rows the next numbers of the table's auto-number columns, unless they bring their own. */
export function withAutoNumbers(db: WriteDb, schema: Schema, change: Partial<Change>, now: string): Partial<Change> {
  if (change.added === undefined) return change
  return { ...change, added: change.added.map((rows) => (rows.stamps === undefined ? numbered(db, schema, rows, now) : rows)) }
}

function numbered(db: WriteDb, schema: Schema, rows: AddedRows, now: string): AddedRows {
  const missing = schema
    .columnsOf(rows.tableId)
    .filter((column) => column.type === 'autoNumber')
    .filter((column) => !rows.columns.some((given) => given.columnId === column.id))
  if (missing.length === 0 || rows.ids.length === 0) return rows
  return { ...rows, columns: [...rows.columns, ...missing.map((column) => nextNumbers(db, column, rows.ids.length, now))] }
}

/** Numbers that rows bring with them, such as those of an import, are not given to others later. */
export function keepNumbers(db: WriteDb, column: ColumnOf<'autoNumber'>, texts: readonly CellValue[], now: string): void {
  const { pattern } = column.settings
  const numbers = texts.flatMap((text) => (typeof text === 'string' ? (readAutoNumber(pattern, now, text) ?? []) : []))
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0)
  if (highest > 0) raiseCounter(db, counterName(column, now), highest + 1)
}

const counterName = (column: ColumnOf<'autoNumber'>, now: string): string => `auto:${column.id}:${counterKey(column.settings.pattern, now)}`

/** The next numbers of a column, as its cells. */
export function nextNumbers(db: WriteDb, column: ColumnOf<'autoNumber'>, count: number, now: string): AddedRows['columns'][number] {
  const { pattern } = column.settings
  const first = takeNumbers(db, counterName(column, now), count)
  return { columnId: column.id, values: Array.from({ length: count }, (_, index) => autoNumberText(pattern, now, first + index)) }
}
