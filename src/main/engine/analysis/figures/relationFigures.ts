import type { Column } from '#shared/model/column.ts'
import type { ReadContext } from '../../context.ts'
import { leastSquaresLine, type Line } from '../../models/lib/correlation.ts'
import { tQuantile } from '../../models/lib/tQuantile.ts'
import { goOn } from '../../store/context.ts'
import { cellRef, sql, tableRef } from '../../store/sql.ts'
import { comparisonProblem, type ComparisonProblem } from './comparisonProblem.ts'

/** The line through the rows that have both numbers. */
export type RelationLine = Line & {
  /** The 95 % interval of the slope; null for two rows, through which a line always goes. */
  slopeInterval: { from: number; to: number } | null
}

export type Relation = {
  /** Rows with both numbers, and those without. */
  count: number
  leftOut: number
  answer: { line: RelationLine } | { problem: ComparisonProblem }
  /** At most 1,500 of the rows, evenly over the table. */
  points: (readonly [x: number, y: number])[]
  /** Least and greatest x, where the line begins and ends. */
  range: { from: number; to: number } | null
}

/** Two number columns of one table: the line with the least squares, over all rows with both. */
export function relationFigures(context: ReadContext, x: Column, y: Column): Relation {
  const isNumber = (column: Column) => sql`typeof(${cellRef(column, 'r')}) in ('integer', 'real')`
  const table = tableRef(x.tableId)
  // A column of plain numbers is read four times as fast as rows of two.
  const numbersOf = (column: Column): number[] =>
    context.db.ids(sql`select ${cellRef(column, 'r')} from ${table} r where ${isNumber(x)} and ${isNumber(y)} order by r.id`)
  const [all = 0] = context.db.ids(sql`select count(*) from ${table}`)
  const left = numbersOf(x)
  goOn(context)
  const right = numbersOf(y)
  goOn(context)
  return relationOf(left, right, all)
}

/** `all`: how many rows there are, with both numbers or without. */
export function relationOf(x: readonly number[], y: readonly number[], all: number): Relation {
  const count = x.length
  const found = leastSquaresLine(x, y)
  const said = { count, leftOut: all - count, points: thinned(x, y), range: rangeOf(x) }
  if (!found.ok) return { ...said, answer: { problem: comparisonProblem(found.failure) } }
  return { ...said, answer: { line: { ...found.value, slopeInterval: slopeIntervalOf(found.value) } } }
}

/** By Student's t with n − 2 degrees of freedom (NIST/SEMATECH handbook 4.4.3.1). */
function slopeIntervalOf({ slope, standardError, count }: Line): RelationLine['slopeInterval'] {
  if (standardError === null) return null
  const reach = tQuantile(0.975, count - 2) * standardError
  return Number.isFinite(slope - reach) && Number.isFinite(slope + reach) ? { from: slope - reach, to: slope + reach } : null
}

/** So many points as an eye can tell apart, the same ones each time. */
function thinned(x: readonly number[], y: readonly number[]): Relation['points'] {
  const step = Math.max(1, x.length / mostPoints)
  return Array.from({ length: Math.min(x.length, mostPoints) }, (_, index) => {
    const at = Math.floor(index * step)
    return [x[at] ?? 0, y[at] ?? 0] as const
  })
}

const mostPoints = 1500

function rangeOf(values: readonly number[]): Relation['range'] {
  if (values.length === 0) return null
  return values.reduce((range, value) => ({ from: Math.min(range.from, value), to: Math.max(range.to, value) }), { from: Infinity, to: -Infinity })
}
