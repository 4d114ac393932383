import type { AnalysisInputs, ForecastMethod } from '#shared/contract/analysis.ts'
import { ok, type Result } from '#shared/lib/result.ts'
import { chooseSmoothing } from '../models/forecast/chooseSmoothing.ts'
import { fitSmoothing, type SmoothingFit } from '../models/forecast/fitSmoothing.ts'
import { forecast } from '../models/forecast/forecast.ts'
import { movingAverage } from '../models/forecast/movingAverage.ts'
import type { SmoothingKind } from '../models/forecast/smoothing.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'

export type PredictedPoint = { value: number; low80: number | null; high80: number | null; low95: number | null; high95: number | null }

export type Prediction = {
  points: readonly PredictedPoint[]
  method: { kind: 'average'; width: number } | { kind: 'smoothing'; trend: SmoothingKind['trend']; season: SmoothingKind['season'] }
  /** Null of a moving average, which fits nothing. */
  fit: SmoothingFit | null
}

/** Φ⁻¹(0.9) over Φ⁻¹(0.975): bounds for 80 of 100 from those for 95. */
const narrower = 1.2815515655446004 / 1.959963984540054

/** The next values of a series by the method asked for; `auto` takes the smoothing that suits it best. */
export function predict(
  values: readonly number[],
  { method, ahead, width }: Pick<AnalysisInputs['forecast'], 'method' | 'ahead' | 'width'>,
  period: number,
): Result<Prediction, ModelFailure> {
  if (method === 'average') return average(values, Math.min(width, values.length), ahead)
  const fit = method === 'auto' ? chooseSmoothing(values, period) : fitSmoothing(values, { ...kinds[method], period })
  if (!fit.ok) return fit
  const points = forecast(fit.value, ahead).map(({ value, low, high }) => ({
    value,
    low95: low,
    high95: high,
    low80: low === null ? null : value - (value - low) * narrower,
    high80: high === null ? null : value + (high - value) * narrower,
  }))
  const { trend, season } = fit.value.kind
  return ok({ points, method: { kind: 'smoothing', trend, season }, fit: fit.value })
}

const kinds: Record<Exclude<ForecastMethod, 'auto' | 'average'>, Omit<SmoothingKind, 'period'>> = {
  level: { trend: 'none', season: 'none' },
  trend: { trend: 'additive', season: 'none' },
  damped: { trend: 'damped', season: 'none' },
  seasonAdditive: { trend: 'additive', season: 'additive' },
  seasonMultiplicative: { trend: 'additive', season: 'multiplicative' },
}

/** The mean of the last values goes on; a moving average says nothing of its own error. */
function average(values: readonly number[], width: number, ahead: number): Result<Prediction, ModelFailure> {
  const value = movingAverage(values, width).at(-1) ?? 0
  const point = { value, low80: null, high80: null, low95: null, high95: null }
  return ok({ points: Array.from({ length: ahead }, () => point), method: { kind: 'average', width }, fit: null })
}
