import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { autoNumberText, counterKey, patternProblems } from '#shared/lib/autoNumber.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import { goOnFrom, nextOf, numberedFromStart, startOf } from '../history/autoNumbers.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { updateCells } from '../records/cells.ts'
import type { ReadContext } from '../store/context.ts'
import { sql, tableRef } from '../store/sql.ts'

/** What of a pattern cannot be read is said; a column whose pattern is from before keeps it until it is changed. */
export function refuseBrokenPattern({ pattern }: Record<string, unknown>): void {
  const [problem] = typeof pattern === 'string' ? patternProblems(pattern) : []
  if (problem !== undefined) throw new Failure(appError('column.numberPattern', { part: problem.text }))
}

/** Numbers every row in the order they were made, each as of the day it was made. */
export function numberAllRows(context: WriteContext, column: ColumnOf<'autoNumber'>): void {
  const { ids, days } = rowsOf(context, column)
  if (ids.length === 0) return
  updateCells(context, column.tableId, column.id, ids, numberedFromStart(context.db, column, days))
}

/** Of another pattern, start or period: new rows go on so that no number comes twice, or all rows are numbered anew. */
export function changeNumbering(context: WriteContext, before: Column, after: Column, renumber: boolean): void {
  if (after.type !== 'autoNumber' || before.type !== 'autoNumber') return
  if (renumber) numberAllRows(context, after)
  else if (JSON.stringify(before.settings) !== JSON.stringify(after.settings)) goOnFrom(context.db, after, context.now)
}

export function previewNumbers(context: ReadContext, input: ParsedInput<'columns.previewNumbers'>): OperationOutput<'columns.previewNumbers'> {
  const column = context.schema.columns.get(input.columnId)
  const { settings, renumber } = input
  if (column?.type !== 'autoNumber') throw new Failure(appError('column.notFound'))
  const now = `${context.today}T00:00:00`
  const { days } = rowsOf(context, column)
  const key = counterKey(settings, now)
  const keys = renumber ? days.map((day) => counterKey(settings, day)) : []
  const from = renumber ? startOf(settings) + keys.filter((each) => each === key).length : nextOf(context.db, { ...column, settings }, now)
  const places = [0, 1, 2]
  const first = places.flatMap((place) => {
    const day = renumber ? days[place] : undefined
    if (day === undefined) return []
    const before = keys.slice(0, place).filter((each) => each === keys[place]).length
    return [autoNumberText(settings, day, startOf(settings) + before)]
  })
  return { rows: days.length, first, next: places.map((place) => autoNumberText(settings, now, from + place)) }
}

function rowsOf({ db }: Pick<ReadContext, 'db'>, { tableId }: Column): { ids: number[]; days: string[] } {
  const rows = db.rows(sql`select id, created_at from ${tableRef(tableId)} order by id`)
  return { ids: rows.map((row) => Number(row[0])), days: rows.map((row) => String(row[1])) }
}
