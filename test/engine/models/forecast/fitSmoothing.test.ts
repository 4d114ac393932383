import { expect, test } from 'vitest'
import { chooseSmoothing } from '#main/engine/models/forecast/chooseSmoothing.ts'
import { fitSmoothing, type SmoothingOptions } from '#main/engine/models/forecast/fitSmoothing.ts'
import { forecast } from '#main/engine/models/forecast/forecast.ts'
import type { SmoothingKind } from '#main/engine/models/forecast/smoothing.ts'
import { airPassengers, series } from '../support/published.ts'

const level: SmoothingKind = { trend: 'none', season: 'none', period: 1 }
const linear: SmoothingKind = { ...level, trend: 'additive' }

function fitted(values: readonly number[], kind: SmoothingKind, options?: SmoothingOptions) {
  const result = fitSmoothing(values, kind, options)
  if (!result.ok) throw new Error(result.failure)
  return { fit: result.value, values: forecast(result.value, 13).map(({ value }) => value), points: forecast(result.value, 13) }
}

/** The first of `actual`, rounded as `expected` are. */
const rounded = (actual: readonly (number | null | undefined)[], expected: readonly number[], digits: number): number[] =>
  expected.map((_, index) => Number((actual[index] ?? NaN).toFixed(digits)))

test('V31: the level of oil, looked for from scratch', () => {
  const { fit, values } = fitted(series('oil'), level)
  expect(fit.parameters.alpha).toBeCloseTo(0.892, 4)
  expect(fit.start.level).toBeCloseTo(447.478, 3)
  expect(values[0]).toBeCloseTo(496.494, 3)
  expect(fit.logLikelihood).toBeCloseTo(-53.5944, 4)
})

test('V33: the level of oil with alpha given', () => {
  for (const [alpha, next, sse] of [
    [0.2, 484.802468, 12391.747175],
    [0.6, 501.837461, 8098.55488],
  ] as const) {
    const { fit, values } = fitted(series('oil'), level, { fixed: { alpha }, start: 'simple' })
    expect(values[0]).toBeCloseTo(next, 5)
    expect(fit.sse).toBeCloseTo(sse, 5)
  }
})

test('V34: the trend of air, added and multiplied', () => {
  const options: SmoothingOptions = { fixed: { alpha: 0.8, beta: 0.2 }, start: 'simple' }
  expect(rounded(fitted(series('air'), linear, options).values, [43.76, 45.59, 47.43, 49.27, 51.1], 2)).toEqual([43.76, 45.59, 47.43, 49.27, 51.1])
  expect(rounded(fitted(series('air'), { ...linear, trend: 'exponential' }, options).values, [44.6, 47.24, 50.04, 53.01, 56.15], 2)).toEqual([
    44.6, 47.24, 50.04, 53.01, 56.15,
  ])
})

test('monthly passengers: parameters and forecasts of R 4.2 HoltWinters, or a fit with less error', () => {
  // HoltWinters(AirPassengers, seasonal = …): α, β, γ, SSE; predict() of the 1st, 2nd, 12th and 13th month.
  const published = {
    multiplicative: {
      parameters: [0.275592474737, 0.0326929527336, 0.870729222266],
      sse: 16570.778667,
      months: [447.0559, 419.7123, 465.6345, 481.3732],
    },
    additive: { parameters: [0.247959489736, 0.0345337296488, 1], sse: 21860.1846219, months: [453.4977, 429.3906, 469.5315, 491.0292] },
  }
  for (const season of ['multiplicative', 'additive'] as const) {
    const { fit, values } = fitted(airPassengers(), { ...linear, season, period: 12 })
    const { alpha, beta, gamma } = fit.parameters
    ;[alpha, beta, gamma].forEach((value, index) => expect(value).toBeCloseTo(published[season].parameters[index] ?? NaN, 3))
    expect(fit.sse).toBeLessThanOrEqual(published[season].sse)
    const months = [values[0], values[1], values[11], values[12]]
    months.forEach((value, index) => expect(Math.abs((value ?? 0) / (published[season].months[index] ?? NaN) - 1)).toBeLessThan(1e-5))
  }
})

test('bounds widen by the published formula: of a level, σ²(1 + (h − 1)α²)', () => {
  const { fit, points } = fitted(series('oil'), level)
  const half = points.map(({ value, high }) => (high ?? NaN) - value)
  const sigma = Math.sqrt(fit.variance ?? NaN)
  half.forEach((reach, index) => expect(reach).toBeCloseTo(1.959963984540054 * sigma * Math.sqrt(1 + index * fit.parameters.alpha ** 2), 8))
  for (const { value, low, high } of points) expect((high ?? NaN) - value).toBeCloseTo(value - (low ?? NaN), 9)
})

test('a damped trend comes to rest', () => {
  const { fit } = fitted(series('air'), { ...linear, trend: 'damped' })
  const far = forecast(fit, 400)
  expect(fit.parameters.phi).toBeGreaterThanOrEqual(0.8)
  expect(fit.parameters.phi).toBeLessThanOrEqual(0.98)
  expect(Math.abs((far[399]?.value ?? NaN) - (far[398]?.value ?? NaN))).toBeLessThan(0.01)
})

test('a perfect line goes on, an even series stays, and neither has errors', () => {
  const line = fitted([1, 2, 3, 4, 5, 6], linear, { start: 'simple' })
  expect(rounded(line.values, [7, 8, 9], 6)).toEqual([7, 8, 9])
  const even = fitted([5, 5, 5, 5], level)
  expect(rounded(even.values, [5, 5, 5], 9)).toEqual([5, 5, 5])
  expect(even.fit.logLikelihood).toBeNull()
  for (const { low, high } of even.points) expect(rounded([low, high], [5, 5], 6)).toEqual([5, 5])
})

test('what the data cannot tell is said', () => {
  expect(fitSmoothing([], level)).toEqual({ ok: false, failure: 'tooFewValues' })
  expect(fitSmoothing([3], level)).toEqual({ ok: false, failure: 'tooFewValues' })
  expect(
    fitSmoothing(
      Array.from({ length: 23 }, () => 1),
      { ...linear, season: 'additive', period: 12 },
    ),
  ).toEqual({ ok: false, failure: 'tooFewValues' })
  expect(fitSmoothing([1, 0, 2], { ...linear, trend: 'exponential' })).toEqual({ ok: false, failure: 'valuesNotPositive' })
})

test('the kind is chosen by the data: seasons where there are some, a level where there is nothing else', () => {
  const passengers = chooseSmoothing(airPassengers(), 12)
  expect(passengers).toMatchObject({ ok: true, value: { kind: { season: 'multiplicative' } } })
  const noise = chooseSmoothing([5.1, 4.8, 5.3, 4.9, 5, 5.2, 4.7, 5.1, 5, 4.9, 5.2, 4.8], 12)
  expect(noise).toMatchObject({ ok: true, value: { kind: { trend: 'none', season: 'none' } } })
  expect(chooseSmoothing([3, 4, 5], 12)).toMatchObject({ ok: true, value: { kind: { trend: 'none' } } })
  expect(chooseSmoothing([3, 4], 12)).toEqual({ ok: false, failure: 'tooFewValues' })
})
