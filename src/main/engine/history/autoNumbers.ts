import type { AddedRows, Change } from '#shared/change/change.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { AutoNumberSettings, ColumnOf } from '#shared/model/column.ts'
import { autoNumberText, counterKey, numberReader, textOfKey } from '#shared/lib/autoNumber.ts'
import { countersUnder, raiseCounter, setCounter, takeNumbers } from '../store/counters.ts'
import type { ReadDb, WriteDb } from '../store/db.ts'
import type { Schema } from '../store/schema.ts'
import { columnRef, sql, tableRef } from '../store/sql.ts'

/** Gives new rows the next numbers of the table's auto-number columns, unless they bring their own. */
export function withAutoNumbers(db: WriteDb, schema: Schema, change: Partial<Change>, now: string): Partial<Change> {
  if (change.added === undefined) return change
  return { ...change, added: change.added.map((rows) => (rows.stamps === undefined ? numbered(db, schema, rows, now) : rows)) }
}

function numbered(db: WriteDb, schema: Schema, rows: AddedRows, now: string): AddedRows {
  const missing = numberColumns(schema, rows.tableId).filter((column) => !rows.columns.some((given) => given.columnId === column.id))
  if (missing.length === 0 || rows.ids.length === 0) return rows
  return { ...rows, columns: [...rows.columns, ...missing.map((column) => nextNumbers(db, column, rows.ids.length, now))] }
}

const numberColumns = (schema: Schema, tableId: number): ColumnOf<'autoNumber'>[] =>
  schema.columnsOf(tableId).filter((column) => column.type === 'autoNumber')

/** The next numbers of a column, as its cells. */
export function nextNumbers(db: WriteDb, column: ColumnOf<'autoNumber'>, count: number, now: string): AddedRows['columns'][number] {
  const { settings } = column
  const first = takeNumbers(db, counterName(column, now), count, startOf(settings))
  return { columnId: column.id, values: Array.from({ length: count }, (_, index) => autoNumberText(settings, now, first + index)) }
}

/** Numbers for rows made on these days, each count from its start; later rows go on from there. */
export function numberedFromStart(db: WriteDb, column: ColumnOf<'autoNumber'>, days: readonly string[]): string[] {
  const next = new Map<string, number>()
  const texts = days.map((day) => {
    const name = counterName(column, day)
    const number = next.get(name) ?? startOf(column.settings)
    next.set(name, number + 1)
    return autoNumberText(column.settings, day, number)
  })
  for (const [name, number] of next) setCounter(db, name, number)
  return texts
}

/** Numbers that rows bring with them, such as those of an import, are not given to others later. */
export function keepNumbers(db: WriteDb, column: ColumnOf<'autoNumber'>, texts: readonly CellValue[], now: string): void {
  const highest = highestIn(column.settings, texts, now)
  if (highest !== null) raiseCounter(db, counterName(column, now), highest + 1)
}

/** Numbers that an undo or redo brings back are not given to others later. */
export function keepNumbersOf(db: WriteDb, schema: Schema, change: Partial<Change>, now: string): void {
  for (const { columnId, to } of change.updated ?? []) {
    const column = schema.columns.get(columnId)
    if (column?.type === 'autoNumber') keepNumbers(db, column, to, now)
  }
}

/** Rows out of the trash whose numbers others have by now get the next ones; the numbers of the rest are not given again. */
export function withFreeNumbers(db: WriteDb, schema: Schema, rows: AddedRows, now: string): AddedRows {
  const columns = rows.columns.map((cells) => {
    const column = schema.columns.get(cells.columnId)
    if (column?.type !== 'autoNumber') return cells
    const brought = cells.values.filter((value) => value !== null)
    const cell = columnRef(column.id)
    const held = sql`select ${cell} from ${tableRef(rows.tableId)} where ${cell} in (select value from json_each(${JSON.stringify(brought)}))`
    const taken = new Set(db.rows(held).map((row) => row[0] ?? null))
    keepNumbers(db, column, brought, now)
    const fresh = nextNumbers(db, column, brought.filter((value) => taken.has(value)).length, now).values.values()
    return { ...cells, values: cells.values.map((value) => (value !== null && taken.has(value) ? (fresh.next().value ?? null) : value)) }
  })
  return { ...rows, columns }
}

/** Sees to it that a column whose settings were changed goes on with numbers nobody has or had. */
export function goOnFrom(db: WriteDb, column: ColumnOf<'autoNumber'>, now: string): void {
  raiseCounter(db, counterName(column, now), nextOf(db, column, now))
}

/** What the next row would be numbered: after the start, after what was given, and after every number of the column that reads as one of this count. */
export function nextOf(db: ReadDb, column: ColumnOf<'autoNumber'>, now: string): number {
  const { settings } = column
  const prefix = counterPrefix(column)
  const counters = countersUnder(db, prefix).map(({ name, next }) => ({ key: name.slice(prefix.length), next }))
  const own = counters.find(({ key }) => key === counterKey(settings, now))?.next ?? startOf(settings)
  const reads = numberReader(settings, now)
  const goesOn = counters.filter(({ key, next }) => reads(textOfKey(key, now, next - 1)) !== null).map(({ next }) => next)
  const cell = columnRef(column.id)
  const held = db.rows(sql`select ${cell} from ${tableRef(column.tableId)} where ${cell} is not null`).map((row) => row[0] ?? null)
  const highest = highestIn(settings, held, now)
  return Math.max(own, startOf(settings), highest === null ? 0 : highest + 1, ...goesOn)
}

export const startOf = ({ start = 1 }: AutoNumberSettings): number => start

function highestIn(settings: AutoNumberSettings, texts: readonly CellValue[], now: string): number | null {
  const reads = numberReader(settings, now)
  let highest: number | null = null
  for (const text of texts) {
    const number = typeof text === 'string' ? reads(text) : null
    if (number !== null && (highest === null || number > highest)) highest = number
  }
  return highest
}

const counterPrefix = (column: ColumnOf<'autoNumber'>): string => `auto:${column.id}:`

const counterName = (column: ColumnOf<'autoNumber'>, now: string): string => counterPrefix(column) + counterKey(column.settings, now)
