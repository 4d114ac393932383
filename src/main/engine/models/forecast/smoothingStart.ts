import { leastSquaresLine } from '../lib/correlation.ts'
import type { SmoothingKind, SmoothingState } from './smoothing.ts'

/** Where the recursion begins: the state before the value at `from`. */
export type SmoothingStart = { state: SmoothingState; from: number }

/** Without a season: level y1 and, with a trend, the growth from y1 to y2 (R's “simple”). */
export function simpleStart(values: readonly number[], kind: SmoothingKind): SmoothingStart {
  const [first = 0, second = first] = values
  const trend = kind.trend === 'exponential' ? second / first : kind.trend === 'none' ? 0 : second - first
  return { state: { level: first, trend, season: [] }, from: 0 }
}

/**
 * With a season, as R's HoltWinters begins: the first two seasons are taken apart by a centred moving average; its line
 * gives level and growth, what it leaves the figure of the season. The recursion starts with the second season.
 */
export function seasonalStart(values: readonly number[], kind: SmoothingKind): SmoothingStart {
  const { period, season } = kind
  const begin = values.slice(0, 2 * period)
  const half = Math.floor(period / 2)
  const averages: number[] = []
  const leftOver = Array.from({ length: period }, (): number[] => [])
  for (let index = half; index < begin.length - half; index += 1) {
    const average = centredAverage(begin, index, period)
    averages.push(average)
    const value = begin[index] ?? 0
    leftOver[index % period]?.push(season === 'multiplicative' ? value / average : value - average)
  }
  const figure = leftOver.map((each) => each.reduce((sum, value) => sum + value, 0) / each.length)
  const mean = figure.reduce((sum, value) => sum + value, 0) / period
  const line = leastSquaresLine(
    averages.map((_, index) => index + 1),
    averages,
  )
  const { intercept, slope } = line.ok ? line.value : { intercept: averages[0] ?? 0, slope: 0 }
  const trend = kind.trend === 'none' ? 0 : kind.trend === 'exponential' ? (intercept + slope) / intercept : slope
  return {
    state: { level: intercept, trend, season: figure.map((value) => (season === 'multiplicative' ? value / mean : value - mean)) },
    from: period,
  }
}

/** Mean of one period about the value; of an even period the two ends count half. */
function centredAverage(values: readonly number[], at: number, period: number): number {
  const half = Math.floor(period / 2)
  let sum = 0
  for (let offset = -half; offset <= half; offset += 1) {
    const weight = period % 2 === 0 && Math.abs(offset) === half ? 0.5 : 1
    sum += weight * (values[at + offset] ?? 0)
  }
  return sum / period
}
