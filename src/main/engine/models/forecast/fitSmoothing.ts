import { fail, ok, type Result } from '#shared/lib/result.ts'
import { minimise } from '../lib/minimise.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'
import { runSmoothing, type SmoothingKind, type SmoothingParameters, type SmoothingState } from './smoothing.ts'
import { seasonalStart, simpleStart, type SmoothingStart } from './smoothingStart.ts'

export type SmoothingFit = {
  kind: SmoothingKind
  parameters: SmoothingParameters
  /** Before the first value that was forecast. */
  start: SmoothingState
  /** After the last value. */
  state: SmoothingState
  /** One-step forecasts, by value; null for those the start was made of. */
  fitted: readonly (number | null)[]
  /** Sum of the squared errors of the one-step forecasts. */
  sse: number
  /** Of one error: SSE over the values forecast less the numbers that were fitted; null when none are left. */
  variance: number | null
  /** −n/2 · ln SSE, as R's ets gives it; null for a fit without errors. */
  logLikelihood: number | null
}

export type SmoothingOptions = {
  /** Parameters that are given rather than fitted. */
  fixed?: Partial<SmoothingParameters>
  /**
   * `simple` begins with what the first values say, `fitted` looks for the best beginning too; with a season both begin as
   * R's HoltWinters, with the second one. `whole` begins before the first value and looks for the seasons of the beginning too, as
   * R's ets; for short seasons, since each value of one is a number more to look for. Or the state before the first value.
   */
  start?: 'simple' | 'fitted' | 'whole' | SmoothingState
}

/** As R's ets bounds it: a trend damped more is none, and less is not damped. */
const phiRange = { low: 0.8, high: 0.98 }

/**
 * The parameters whose one-step forecasts have the least squared error. Sizes: two values to a trend, two seasons to a
 * season; one more than the numbers to fit in any case.
 */
export function fitSmoothing(
  values: readonly number[],
  kind: SmoothingKind,
  { fixed = {}, start = 'fitted' }: SmoothingOptions = {},
): Result<SmoothingFit, ModelFailure> {
  const seasonal = kind.season !== 'none'
  if (values.length < Math.max(2, seasonal ? 2 * kind.period : 2)) return fail('tooFewValues')
  if ((kind.season === 'multiplicative' || kind.trend === 'exponential') && values.some((value) => value <= 0)) return fail('valuesNotPositive')
  const begin = typeof start === 'object' ? { state: start, from: 0 } : seasonal ? seasonalStart(values, kind) : simpleStart(values, kind)
  if (start === 'whole') begin.from = 0
  const searched = namesOf(kind).filter((name) => fixed[name] === undefined)
  const fitsStart = start === 'whole' || (start === 'fitted' && !seasonal)
  // Of a season one value less than it has: level and season could be shifted against each other.
  const startSize = fitsStart ? (kind.trend === 'none' ? 1 : 2) + (seasonal ? kind.period - 1 : 0) : 0
  const numbersFitted = searched.length + startSize
  if (numbersFitted > 0 && values.length - begin.from <= numbersFitted) return fail('tooFewValues')
  const spread = spreadOf(values)
  const at = (point: readonly number[]) => ({
    parameters: parametersAt(searched, point, fixed),
    state: fitsStart ? shifted(begin.state, point.slice(searched.length), spread, kind) : begin.state,
  })
  const rest = values.slice(begin.from)
  const error = (point: readonly number[]): number => {
    const { parameters, state } = at(point)
    return runSmoothing(rest, kind, parameters, state).sse
  }
  const best = bestOf(error, searched, startSize)
  const fit = fitAt(values, kind, begin, at(best), numbersFitted)
  // Numbers whose squares no double holds, or a level that has fallen to nothing under a season of factors.
  return [fit.sse, fit.state.level, fit.state.trend, ...fit.state.season].every(Number.isFinite) ? ok(fit) : fail('valuesTooLarge')
}

function fitAt(
  values: readonly number[],
  kind: SmoothingKind,
  { from }: SmoothingStart,
  { parameters, state: start }: { parameters: SmoothingParameters; state: SmoothingState },
  numbersFitted: number,
): SmoothingFit {
  const rest = values.slice(from)
  const { state, fitted, sse } = runSmoothing(rest, kind, parameters, start)
  const freedom = rest.length - numbersFitted
  return {
    kind,
    parameters,
    start,
    state,
    fitted: [...values.slice(0, from).map(() => null), ...fitted],
    sse,
    variance: freedom > 0 ? sse / freedom : null,
    logLikelihood: sse > 0 ? (-rest.length / 2) * Math.log(sse) : null,
  }
}

/** Squared errors have several valleys: the search begins in four places, slow to quick, and by the best corner, where all stands still or follows at once. */
function bestOf(error: (point: readonly number[]) => number, searched: readonly string[], startSize: number): readonly number[] {
  if (searched.length + startSize === 0) return []
  const begins = [
    [0.3, 0.1, 0.1],
    [0.8, 0.2, 0.5],
    [0.1, 0.01, 0.9],
    [0.95, 0.6, 0.3],
  ].map(([alpha = 0.3, beta = 0.1, gamma = 0.1]) => {
    const by: Record<string, number> = { alpha, beta, gamma, phi: 0.7 }
    return [...searched.map((name) => angleOf(by[name] ?? 0.5)), ...Array.from({ length: startSize }, () => 0)]
  })
  const corners = cornersOf(searched.length).map((corner) => [...corner, ...Array.from({ length: startSize }, () => 0)])
  const corner = corners.reduce((least, each) => (error(each) < error(least) ? each : least))
  const found = [...begins, corner].map((begin) => minimise(error, begin, { step: 0.2 }))
  return found.reduce((least, each) => (each.value < least.value ? each : least)).point
}

/** All ways to have every parameter at one end of its range or the other. */
const cornersOf = (size: number): number[][] =>
  Array.from({ length: 2 ** size }, (_, corner) => Array.from({ length: size }, (__, axis) => ((corner >> axis) & 1) * (Math.PI / 2)))

const namesOf = ({ trend, season }: SmoothingKind): (keyof SmoothingParameters)[] => [
  'alpha',
  ...(trend === 'none' ? [] : (['beta'] as const)),
  ...(season === 'none' ? [] : (['gamma'] as const)),
  ...(trend === 'damped' ? (['phi'] as const) : []),
]

/** sin² of an angle is between 0 and 1 with both ends in reach, where the best parameter often lies. */
function parametersAt(
  searched: readonly (keyof SmoothingParameters)[],
  point: readonly number[],
  fixed: Partial<SmoothingParameters>,
): SmoothingParameters {
  const parameters: SmoothingParameters = { alpha: 0, beta: 0, gamma: 0, phi: 1, ...fixed }
  searched.forEach((name, index) => {
    const share = Math.sin(point[index] ?? 0) ** 2
    parameters[name] = name === 'phi' ? phiRange.low + (phiRange.high - phiRange.low) * share : share
  })
  return parameters
}

const angleOf = (share: number): number => Math.asin(Math.sqrt(share))

function shifted(state: SmoothingState, [level = 0, ...others]: readonly number[], spread: number, kind: SmoothingKind): SmoothingState {
  const [trend, seasons] = kind.trend === 'none' ? [0, others] : [others[0] ?? 0, others.slice(1)]
  return {
    level: state.level + level * spread,
    trend: kind.trend === 'exponential' ? state.trend * Math.exp(trend) : state.trend + trend * spread,
    season: state.season.map((value, place) => {
      const by = seasons[place] ?? 0
      return kind.season === 'multiplicative' ? value * Math.exp(by) : value + by * spread
    }),
  }
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  return spread > 0 ? spread : Math.abs(mean) || 1
}
