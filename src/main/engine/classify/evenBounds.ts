import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { resultTypeOf } from '#shared/model/columns/display.ts'
import type { ReadContext } from '../context.ts'
import { quantile } from '../models/lib/quantile.ts'
import { cellRef, sql, tableRef } from '../store/sql.ts'

/** Bounds that put about as many rows into each of so many bands by a number, rounded; none where the numbers do not tell them apart. */
export function evenBounds(context: ReadContext, columnId: number, bands: number): number[] {
  const column = context.schema.columns.get(columnId)
  if (column === undefined || resultTypeOf(column, context.schema.columns) !== 'number') throw new Failure(appError('column.notFound'))
  const cell = cellRef(column, 'r')
  const values = Float64Array.from(context.db.ids(sql`select ${cell} from ${tableRef(column.tableId)} r where ${cell} is not null`)).sort()
  if (values.length === 0) return []
  const exact = Array.from({ length: bands - 1 }, (_, index) => quantile(values, (index + 1) / bands))
  const round = exact.map(roundBound)
  return [round, exact].find((bounds) => bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? bound))) ?? []
}

/** To two figures: 12,345 becomes 12,000. */
export const roundBound = (value: number): number => Number(value.toPrecision(2))
