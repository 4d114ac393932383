import type { Column } from '#shared/model/column.ts'
import type { ReadContext } from '../../context.ts'
import { leastSquaresLine } from '../../models/lib/correlation.ts'
import { goOn } from '../../store/context.ts'
import { cellRef, sql, tableRef } from '../../store/sql.ts'
import { comparisonProblem, type ComparisonProblem } from './comparisonProblem.ts'

/** The line through the rows that have both numbers. */
export type RelationLine = {
  slope: number
  intercept: number
  /** Null when y does not vary. */
  correlation: number | null
  rSquared: number | null
  /** Null for two rows, through which a line always goes. */
  pValue: number | null
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
  const { slope, intercept, correlation, rSquared, pValue } = found.value
  return { ...said, answer: { line: { slope, intercept, correlation, rSquared, pValue } } }
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
