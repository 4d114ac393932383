import tCdf from '@stdlib/stats-base-dists-t-cdf'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'
import { centred, type Centred } from './mean.ts'

export type Line = {
  slope: number
  intercept: number
  /** Pearson's r; null when y does not vary. */
  correlation: number | null
  /** Share of the variance of y that the line explains. */
  rSquared: number | null
  /** Of the slope, with n − 2 degrees of freedom; null when there are none. */
  standardError: number | null
  /** Of the intercept; null likewise, and where no double holds it. */
  interceptError: number | null
  /** Of the points about the line (s, the residual standard deviation); null likewise. */
  residualDeviation: number | null
  /** Two-sided, of “the slope is nothing”. */
  pValue: number | null
  count: number
}

/** Pearson's r; null for fewer than two pairs or when one side does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  const { left, right, products, count } = moments(x, y)
  return count < 2 ? null : pearson(left, right, products)
}

/** The line through the points with the least squares; formulas of any textbook, e.g. NIST/SEMATECH handbook 4.4.3.1. */
export function leastSquaresLine(x: readonly number[], y: readonly number[]): Result<Line, ModelFailure> {
  const { left, right, products, count } = moments(x, y)
  if (count < 2) return fail('tooFewValues')
  if (left.squares === 0) return fail('valuesAllEqual')
  const steepness = products / left.squares
  // Of residuals rather than of 1 − r², which loses every digit when the points lie on the line.
  const residual = right.rest.reduce((sum, value, index) => sum + (value - steepness * (left.rest[index] ?? 0)) ** 2, 0)
  const freedom = count - 2
  const error = freedom > 0 ? Math.sqrt(residual / freedom / left.squares) : null
  const unit = right.scale / left.scale
  const slope = steepness * unit
  const line: Line = {
    slope,
    intercept: right.mean - slope * left.mean,
    correlation: pearson(left, right, products),
    rSquared: right.squares > 0 ? Math.max(0, 1 - residual / right.squares) : null,
    standardError: error === null ? null : error * unit,
    interceptError: error === null ? null : finite(error * Math.hypot(Math.sqrt(left.squares / count), left.mean / left.scale) * right.scale),
    residualDeviation: freedom > 0 ? finite(Math.sqrt(residual / freedom) * right.scale) : null,
    pValue: error === null ? null : error === 0 ? (steepness === 0 ? 1 : 0) : 2 * tCdf(-Math.abs(steepness / error), freedom),
    count,
  }
  const isSound = [line.slope, line.intercept, line.standardError ?? 0].every(Number.isFinite)
  return isSound ? ok(line) : fail('valuesTooLarge')
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

function pearson(left: Centred, right: Centred, products: number): number | null {
  if (left.squares === 0 || right.squares === 0) return null
  const r = products / (Math.sqrt(left.squares) * Math.sqrt(right.squares))
  // Numbers near the end of what a double holds have no mean.
  return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : null
}

/** Squares and products about the means, of as many pairs as both sides have. */
function moments(x: readonly number[], y: readonly number[]) {
  const count = Math.min(x.length, y.length)
  const [left, right] = [centred(x.slice(0, count)), centred(y.slice(0, count))]
  const products = left.rest.reduce((sum, value, index) => sum + value * (right.rest[index] ?? 0), 0)
  return { left, right, products, count }
}
