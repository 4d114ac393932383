import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { ReportChart } from '#shared/contract/report.ts'
import type { CumulativeShare } from '#shared/contract/stats.ts'
import { Failure } from '#shared/contract/failure.ts'
import { heldSum } from '#shared/lib/heldSum.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { ReadContext } from '../context.ts'
import { isMoneyColumn } from '../compute/money.ts'
import { cellRef, sql, tableRef } from '../store/sql.ts'
import { numberColumn, scopeSql } from './scopeSql.ts'

/** How much of a column's total the greatest rows hold; rows without a positive value hold nothing and are left out. */
export function cumulativeShare(context: ReadContext, input: ParsedInput<'stats.cumulativeShare'>): OperationOutput<'stats.cumulativeShare'> {
  const column = numberColumn(context, input.tableId, input.columnId)
  const cell = cellRef(column, 'r')
  const isMoney = isMoneyColumn(context.schema, column)
  // Whole cents add up without error.
  const value = isMoney ? sql`round(${cell} * 100)` : cell
  const values = context.db.iterate(
    sql`select ${value} from ${tableRef(input.tableId)} r where ${cell} > 0 and ${scopeSql(context, input, 'r')} order by 1 desc`,
  )
  const sums: number[] = []
  let sum = 0
  for (const [each] of values) {
    sum += heldSum(Number(each))
    sums.push(sum)
    if (sums.length % 50_000 === 0 && context.cancelled()) throw new Failure(appError('cancelled'))
  }
  return shareOf(sums, isMoney ? 100 : 1)
}

/** The curve through running totals, counted in `unit`s of the value. */
export function shareOf(sums: readonly number[], unit: number): CumulativeShare {
  const population = sums.length
  const total = sums.at(-1) ?? 0
  if (population === 0 || total <= 0) return { population, total: 0, points: [], rowShareFor80: null }
  const steps = Math.min(population, mostPoints - 1)
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const rows = Math.round((population * step) / steps)
    return { rows, rowShare: rows / population, valueShare: (sums[rows - 1] ?? 0) / total }
  })
  const rowsFor80 = sums.findIndex((reached) => reached / total >= 0.8) + 1
  return { population, total: total / unit, points, rowShareFor80: rowsFor80 / population }
}

/** The curve as a chart, marked with the number that its sentence tells. */
export function shareChart({ points, rowShareFor80 }: CumulativeShare): Extract<ReportChart, { kind: 'cumulativeShare' }> {
  return { kind: 'cumulativeShare', points: points.map(({ rowShare, valueShare }) => ({ rowShare, valueShare })), rowShareFor80 }
}

const mostPoints = 200
