import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitBgNbd } from '#main/engine/models/buying/bgNbd.ts'
import { customerValue } from '#main/engine/models/buying/customerValue.ts'
import { byFrequency, expectedValueOfPurchase, fitGammaGamma, logLikelihoodOfSpending, spendingSlope } from '#main/engine/models/buying/gammaGamma.ts'
import { minimise } from '#main/engine/models/lib/minimise.ts'
import { cdnow } from '../support/published.ts'

const histories = cdnow()
const result = fitGammaGamma(histories)
if (!result.ok) throw new Error(result.failure)
const fit = result.value

test('V22: the parameters of CDNOW that Hardie published', () => {
  expect(fit.p).toBeCloseTo(6.2488, 3)
  expect(fit.q).toBeCloseTo(3.74459, 3)
  expect(fit.v).toBeCloseTo(15.44775, 3)
  expect(fit.logLikelihood).toBeCloseTo(-4055.92324, 4)
  expect(fit.customers).toBe(946)
  expect(fit.correlation).toBeCloseTo(0.113884, 6)
})

test('V23: what a purchase of the first ten customers is worth', () => {
  const published = [24.658619, 18.911489, 35.170981, 35.170981, 35.170981, 71.462843, 18.911489, 35.170981, 27.282408, 35.170981]
  histories.slice(0, 10).forEach((past, index) => {
    const expected = published[index] ?? NaN
    expect(Math.abs((expectedValueOfPurchase(fit, past) ?? NaN) / expected - 1)).toBeLessThan(1e-5)
  })
  const mean = histories.reduce((sum, past) => sum + (expectedValueOfPurchase(fit, past) ?? NaN), 0) / histories.length
  expect(Math.abs(mean / 35.2529588 - 1)).toBeLessThan(1e-6)
})

test('customer value counts weeks as weeks: 36.28 and not the 140.10 of 360 weeks', () => {
  const buying = fitBgNbd(histories)
  const [first] = histories
  if (!buying.ok || first === undefined) throw new Error('no fit')
  expect(customerValue(buying.value, fit, first, { months: 12, monthlyRate: 0.01, unit: 'week' })).toBeCloseTo(36.2785, 3)
  expect(customerValue(buying.value, fit, first, { months: 12, monthlyRate: 0.01, unit: 'day' })).toBeCloseTo(140.0962, 2)
})

test('without q > 1 the value of who bought once does not exist', () => {
  expect(expectedValueOfPurchase({ p: 2, q: 0.9, v: 10 }, { frequency: 0, monetary: 0 })).toBeNull()
  expect(expectedValueOfPurchase({ p: 2, q: 0.9, v: 10 }, { frequency: 1, monetary: 5 })).toBeCloseTo((2 * 15) / 1.9, 9)
})

test('what the data cannot tell is said', () => {
  expect(fitGammaGamma([])).toEqual({ ok: false, failure: 'tooFewCustomers' })
  expect(
    fitGammaGamma([
      { frequency: 1, monetary: -5 },
      { frequency: 2, monetary: 0 },
    ]),
  ).toEqual({ ok: false, failure: 'tooFewCustomers' })
  expect(fitGammaGamma(Array.from({ length: 9 }, () => ({ frequency: 2, monetary: 7 })))).toEqual({ ok: false, failure: 'valuesAllEqual' })
})

test('the ten values of the Quickstart of lifetimes, its 360 weeks and all', () => {
  const buying = fitBgNbd(histories)
  if (!buying.ok) throw new Error('no fit')
  const published = [140.096211, 18.943467, 38.180574, 38.180574, 38.180574, 1003.868107, 28.109683, 38.180574, 167.418216, 38.180574]
  histories.slice(0, 10).forEach((past, index) => {
    const value = customerValue(buying.value, fit, past, { months: 12, monthlyRate: 0.01, unit: 'day' }) ?? NaN
    expect(value / (published[index] ?? NaN)).toBeCloseTo(1, 6)
  })
})

test('E(M) by the rounded parameters, as in Hardie’s workbook of note 025', () => {
  const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
  histories
    .slice(0, 10)
    .forEach((past, index) =>
      expect(Math.abs((expectedValueOfPurchase({ p: 6.25, q: 3.74, v: 15.44 }, past) ?? NaN) - (published[index] ?? NaN))).toBeLessThan(0.1),
    )
})

test('great parameters cost no digits (mpmath 1.2, 40 digits)', () => {
  const spending = [{ frequency: 3, monetary: 20 }]
  expect(logLikelihoodOfSpending({ p: 2, q: 1e13, v: 1e14 }, spending)).toBeCloseTo(-3.032667200968, 8)
  expect(logLikelihoodOfSpending({ p: 1e9, q: 3, v: 1e-8 }, spending)).toBeCloseTo(-6.2683209952521, 6)
})

const spendings = fc.array(fc.record({ frequency: fc.integer({ min: 1, max: 12 }), monetary: fc.double({ min: 1, max: 900, noNaN: true }) }), {
  minLength: 30,
  maxLength: 80,
})
const runs = { seed: 20131113, numRuns: 40 }

test('the slopes of the likelihood are those that small steps show', () => {
  const parameter = fc.double({ min: -2, max: 3, noNaN: true })
  fc.assert(
    fc.property(spendings, fc.tuple(parameter, parameter, parameter), (spending, point) => {
      const modelAt = (place: readonly number[]) => {
        const [p = 1, q = 1, v = 1] = place.map(Math.exp)
        return { p, q, v }
      }
      const { value, gradient } = spendingSlope(byFrequency(spending), modelAt(point))
      expect(value).toBe(logLikelihoodOfSpending(modelAt(point), spending))
      gradient.forEach((slope, axis) => {
        const moved = (by: number): number =>
          logLikelihoodOfSpending(modelAt(point.map((each, index) => (index === axis ? each + by : each))), spending)
        expect(Math.abs(slope - (moved(1e-5) - moved(-1e-5)) / 2e-5)).toBeLessThan(1e-6 * (1 + Math.abs(value)))
      })
    }),
    runs,
  )
})

test('no parameters that the simplex finds are more likely', () => {
  fc.assert(
    fc.property(spendings, (spending) => {
      const found = fitGammaGamma(spending)
      if (!found.ok) throw new Error(found.failure)
      const plain = minimise(
        (point) => {
          const [p = 0, q = 0, v = 0] = point.map(Math.exp)
          return -logLikelihoodOfSpending({ p, q, v: v * 400 }, spending)
        },
        [0, 0, 0],
      )
      expect(found.value.logLikelihood).toBeGreaterThan(-plain.value - 1e-5 * (1 + Math.abs(plain.value)))
    }),
    runs,
  )
})
