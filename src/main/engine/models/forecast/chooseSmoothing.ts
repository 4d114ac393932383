import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'
import { fitSmoothing, type SmoothingFit } from './fitSmoothing.ts'
import type { SmoothingKind } from './smoothing.ts'

/**
 * The kind of smoothing that suits a series best, by the corrected criterion of Akaike over the values that all of them
 * forecast: n·ln(SSE/n) + 2k + 2k(k+1)/(n−k−1), k the numbers fitted and the variance. Seasons are tried from two full
 * ones on, trends from four values on.
 */
export function chooseSmoothing(values: readonly number[], period: number): Result<SmoothingFit, ModelFailure> {
  const fits = kindsFor(values, period).flatMap((kind) => {
    const fit = fitSmoothing(values, kind)
    return fit.ok ? [fit.value] : []
  })
  const from = Math.max(0, ...fits.map(({ fitted }) => fitted.findIndex((value) => value !== null)))
  const [first, ...others] = fits
  if (first === undefined) return fail('tooFewValues')
  return ok(others.reduce((best, fit) => (criterion(values, fit, from) < criterion(values, best, from) ? fit : best), first))
}

function kindsFor(values: readonly number[], period: number): SmoothingKind[] {
  const positive = values.every((value) => value > 0)
  const trends: SmoothingKind['trend'][] = values.length < 4 ? ['none'] : ['none', 'additive', 'damped']
  const seasonal = period > 1 && values.length >= 2 * period
  const seasons: SmoothingKind['season'][] = !seasonal ? ['none'] : positive ? ['none', 'additive', 'multiplicative'] : ['none', 'additive']
  return seasons.flatMap((season) => trends.map((trend) => ({ trend, season, period })))
}

function criterion(values: readonly number[], { fitted, kind }: SmoothingFit, from: number): number {
  const count = values.length - from
  const errors = values.slice(from).map((value, index) => value - (fitted[from + index] ?? value))
  const sse = errors.reduce((sum, error) => sum + error * error, 0)
  const size = { none: 2, additive: 4, damped: 5, exponential: 4 }[kind.trend] + (kind.season === 'none' ? 0 : 1 + kind.period) + 1
  const room = count - size - 1
  if (room <= 0) return Infinity
  return count * Math.log(Math.max(sse, Number.MIN_VALUE) / count) + 2 * size + (2 * size * (size + 1)) / room
}
