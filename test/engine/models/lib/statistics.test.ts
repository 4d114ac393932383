import { expect, test } from 'vitest'
import { oneWayAnova } from '#main/engine/models/lib/anova.ts'
import { correlation, leastSquaresLine } from '#main/engine/models/lib/correlation.ts'
import { descend } from '#main/engine/models/lib/descend.ts'
import { minimise } from '#main/engine/models/lib/minimise.ts'
import { centred, meanOf } from '#main/engine/models/lib/mean.ts'
import { quantile } from '#main/engine/models/lib/quantile.ts'
import { movingAverage } from '#main/engine/models/forecast/movingAverage.ts'

test('the valley of Rosenbrock, from its usual beginning', () => {
  const rosenbrock = ([x = 0, y = 0]: readonly number[]): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2
  const found = minimise(rosenbrock, [-1.2, 1])
  expect(found.point[0]).toBeCloseTo(1, 6)
  expect(found.point[1]).toBeCloseTo(1, 6)
  expect(found.converged).toBe(true)
})

test('the same valley with its derivatives', () => {
  const found = descend(
    ([x = 0, y = 0]) => ({ value: (1 - x) ** 2 + 100 * (y - x * x) ** 2, gradient: [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)] }),
    [-1.2, 1],
  )
  expect(found.point[0]).toBeCloseTo(1, 6)
  expect(found.point[1]).toBeCloseTo(1, 6)
  expect(found.converged).toBe(true)
  expect(descend(() => ({ value: NaN, gradient: [1] }), [1]).converged).toBe(false)
})

test('a function that is nowhere a number comes to no rest', () => {
  expect(minimise(() => NaN, [1, 2])).toMatchObject({ value: Infinity, converged: false })
})

test('line and correlation: Anscombe’s first set (R 4.2: lm, cor.test)', () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
  const line = leastSquaresLine(x, y)
  if (!line.ok) throw new Error(line.failure)
  expect(line.value.slope).toBeCloseTo(0.5000909, 7)
  expect(line.value.intercept).toBeCloseTo(3.0000909, 7)
  expect(line.value.rSquared).toBeCloseTo(0.6665425, 7)
  expect(line.value.standardError).toBeCloseTo(0.1179055, 7)
  expect(line.value.pValue).toBeCloseTo(0.002169629, 9)
  expect(correlation(x, y)).toBeCloseTo(0.8164205, 7)
  expect(correlation([1, 1], [2, 3])).toBeNull()
  expect(leastSquaresLine([1, 1], [2, 3])).toEqual({ ok: false, failure: 'valuesAllEqual' })
  expect(leastSquaresLine([1], [2])).toEqual({ ok: false, failure: 'tooFewValues' })
  expect(leastSquaresLine([1, 2, 3], [2, 2, 2])).toMatchObject({ ok: true, value: { slope: 0, correlation: null, pValue: 1 } })
})

test('analysis of variance: R’s PlantGrowth (summary(aov(weight ~ group)))', () => {
  const groups = [
    [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
    [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
    [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
  ]
  const result = oneWayAnova(groups)
  if (!result.ok) throw new Error(result.failure)
  expect(result.value.between.sumOfSquares).toBeCloseTo(3.76634, 5)
  expect(result.value.within.sumOfSquares).toBeCloseTo(10.49209, 5)
  expect(result.value.f).toBeCloseTo(4.846088, 6)
  expect(result.value.pValue).toBeCloseTo(0.01590996, 8)
  expect(oneWayAnova([[1], []])).toEqual({ ok: false, failure: 'nothingToCompare' })
  expect(oneWayAnova([[1], [2]])).toEqual({ ok: false, failure: 'tooFewValues' })
  expect(
    oneWayAnova([
      [1, 1],
      [1, 1],
    ]),
  ).toEqual({ ok: false, failure: 'valuesAllEqual' })
  expect(
    oneWayAnova([
      [1, 1],
      [2, 2],
    ]),
  ).toMatchObject({ ok: true, value: { f: Infinity, pValue: 0, etaSquared: 1 } })
})

test('quantiles as Excel’s PERCENTILE.INC, and trailing means', () => {
  expect(quantile([1, 2, 3, 4], 0.3)).toBeCloseTo(1.9, 12)
  expect(quantile([7], 0.9)).toBe(7)
  expect(quantile([], 0.5)).toBeNaN()
  expect(movingAverage([1, 2, 6, 3], 3)).toEqual([null, null, 3, 11 / 3])
})

test('tenths that are all the same do not vary, though their sum in doubles is no tenth', () => {
  const tenths = [0.1, 0.1, 0.1]
  expect(meanOf(tenths)).toBe(0.1)
  expect(centred(tenths).squares).toBe(0)
  expect(correlation(tenths, [1, 2, 3])).toBeNull()
  expect(leastSquaresLine(tenths, [1, 2, 3])).toEqual({ ok: false, failure: 'valuesAllEqual' })
  expect(oneWayAnova([tenths, tenths])).toEqual({ ok: false, failure: 'valuesAllEqual' })
  expect(oneWayAnova([tenths, [0.2, 0.2, 0.2]])).toMatchObject({ ok: true, value: { f: Infinity, pValue: 0, etaSquared: 1 } })
})

test('the unit does not matter, be it tiny or huge; what no double holds is said', () => {
  const [x, y] = [
    [1, 2, 4, 7],
    [3, 5, 4, 9],
  ]
  for (const unit of [2 ** -600, 2 ** 600]) {
    const scaled = (values: readonly number[] = []) => values.map((value) => value * unit)
    expect(correlation(scaled(x), scaled(y))).toBe(correlation(x ?? [], y ?? []))
    expect(leastSquaresLine(scaled(x), scaled(y))).toMatchObject({ ok: true, value: { slope: 18.5 / 21 } })
    expect(leastSquaresLine(scaled(x), y ?? [])).toMatchObject({ ok: true, value: { slope: 18.5 / 21 / unit } })
  }
  expect(leastSquaresLine([1.7e308, 1.7e308, 3], [1, 2, 3])).toEqual({ ok: false, failure: 'valuesTooLarge' })
  expect(
    oneWayAnova([
      [1e308, 1e308],
      [2, 3],
    ]),
  ).toEqual({ ok: false, failure: 'valuesTooLarge' })
})

test('small probabilities (R 4.2.2: pf(f, d1, d2, lower.tail = FALSE), pt)', () => {
  // Three groups of 2, tight about 0, 1 and 2.
  const groups = [0, 1, 2].map((middle) => [middle - 2 ** -20, middle + 2 ** -20])
  const result = oneWayAnova(groups)
  if (!result.ok) throw new Error(result.failure)
  expect(result.value.f).toBeCloseTo(2 ** 40, 0)
  // pf(2^40, 2, 3, lower.tail = FALSE)
  expect((result.value.pValue / 1.5934452603606253e-18 - 1) * 1e9).toBeCloseTo(0, 0)
})

test('quantiles keep all their digits: a third of the way from 0 to 3,000,000', () => {
  expect(quantile([0, 3_000_000], 1 / 3)).toBeCloseTo(1_000_000, 8)
  expect(
    quantile(
      Array.from({ length: 36 }, (_, index) => index),
      0.8,
    ),
  ).toBe(28)
})
