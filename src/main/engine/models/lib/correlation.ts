import tCdf from '@stdlib/stats-base-dists-t-cdf'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'

export type Line = {
  slope: number
  intercept: number
  /** Pearson's r; null when y does not vary. */
  correlation: number | null
  /** Share of the variance of y that the line explains. */
  rSquared: number | null
  /** Of the slope, with n − 2 degrees of freedom; null when there are none. */
  standardError: number | null
  /** Two-sided, of “the slope is nothing”. */
  pValue: number | null
  count: number
}

/** Pearson's r; null for fewer than two pairs or when one side does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | null {
  const { xx, yy, xy, count } = moments(x, y)
  if (count < 2 || xx <= 0 || yy <= 0) return null
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/** The line through the points with the least squares; formulas of any textbook, e.g. NIST/SEMATECH handbook 4.4.3.1. */
export function leastSquaresLine(x: readonly number[], y: readonly number[]): Result<Line, ModelFailure> {
  const { xx, yy, xy, meanX, meanY, count } = moments(x, y)
  if (count < 2) return fail('tooFewValues')
  if (xx <= 0) return fail('valuesAllEqual')
  const slope = xy / xx
  const r = correlation(x, y)
  // Of residuals rather than of 1 − r², which loses every digit when the points lie on the line.
  const residual = y.reduce((sum, value, index) => sum + (value - meanY - slope * ((x[index] ?? 0) - meanX)) ** 2, 0)
  const freedom = count - 2
  const standardError = freedom > 0 ? Math.sqrt(residual / freedom / xx) : null
  return ok({
    slope,
    intercept: meanY - slope * meanX,
    correlation: r,
    rSquared: yy > 0 ? Math.max(0, 1 - residual / yy) : null,
    standardError,
    pValue: standardError === null ? null : standardError === 0 ? (slope === 0 ? 1 : 0) : 2 * tCdf(-Math.abs(slope / standardError), freedom),
    count,
  })
}

/** Sums of squares and products about the means, over pairs in which both are numbers. */
function moments(x: readonly number[], y: readonly number[]) {
  const count = Math.min(x.length, y.length)
  const mean = (values: readonly number[]): number => {
    let sum = 0
    for (let index = 0; index < count; index += 1) sum += values[index] ?? 0
    return count === 0 ? 0 : sum / count
  }
  const [meanX, meanY] = [mean(x), mean(y)]
  let [xx, yy, xy] = [0, 0, 0]
  for (let index = 0; index < count; index += 1) {
    const [dx, dy] = [(x[index] ?? 0) - meanX, (y[index] ?? 0) - meanY]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  return { xx, yy, xy, meanX, meanY, count }
}
