import { expect, test } from 'vitest'
import {
  expectedFuturePurchases,
  expectedPurchases,
  fitBgNbd,
  groupHistories,
  logLikelihood,
  probabilityAlive,
  probabilityOfPurchases,
  type BgNbd,
} from '#main/engine/models/buying/bgNbd.ts'
import { cdnow } from '../support/published.ts'

const histories = cdnow()
const result = fitBgNbd(histories)
if (!result.ok) throw new Error(result.failure)
const fit = result.value

test('V13: the parameters of CDNOW that Fader, Hardie and Lee published', () => {
  expect(fit.r).toBeCloseTo(0.24259289, 5)
  expect(fit.alpha).toBeCloseTo(4.41353115, 4)
  expect(fit.a).toBeCloseTo(0.79288605, 4)
  expect(fit.b).toBeCloseTo(2.42575282, 4)
  expect(fit.logLikelihood).toBeCloseTo(-9582.42556, 4)
  expect(fit.converged).toBe(true)
})

test('V20: expected purchases of a new customer', () => {
  const published = [0.00782, 0.05318, 0.15063, 1.04049, 1.04374, 1.85797]
  for (const [index, t] of [0.1429, 1, 3, 31.8571, 32, 78].entries()) expect(expectedPurchases(fit, t)).toBeCloseTo(published[index] ?? NaN, 4)
})

test('V21: the five customers to expect most of next week', () => {
  const best = histories
    .map((past) => ({ id: past.customer, expected: expectedFuturePurchases(fit, past, 1) }))
    .sort((left, right) => right.expected - left.expected)
    .slice(0, 5)
    .reverse()
  expect(best.map(({ id }) => id)).toEqual([509, 841, 1981, 157, 1516])
  const published = [0.424877, 0.474738, 0.486526, 0.662396, 0.710623]
  best.forEach(({ expected }, index) => expect(expected).toBeCloseTo(published[index] ?? NaN, 5))
})

test('the unit of time changes alpha and nothing else', () => {
  const inDays = fitBgNbd(histories.map((past) => ({ ...past, recency: past.recency * 7, age: past.age * 7 })))
  expect(inDays).toMatchObject({ ok: true })
  if (!inDays.ok) return
  expect(inDays.value.alpha / 7).toBeCloseTo(fit.alpha, 3)
  expect(inDays.value.a).toBeCloseTo(fit.a, 4)
})

test('the derivatives are those of small steps', () => {
  const data = groupHistories(histories)
  const model: BgNbd = { r: 0.3, alpha: 5, a: 0.8, b: 2 }
  const { gradient } = logLikelihood(model, data)
  for (const [index, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
    const step = 1e-6 * model[name]
    const by =
      (logLikelihood({ ...model, [name]: model[name] + step }, data).value - logLikelihood({ ...model, [name]: model[name] - step }, data).value) /
      (2 * step)
    expect(Math.abs((gradient[index] ?? NaN) / by - 1)).toBeLessThan(1e-5)
  }
})

test('counting equal customers together gives the likelihood of them one by one', () => {
  const model: BgNbd = { r: 0.3, alpha: 5, a: 0.8, b: 2 }
  const one = (past: (typeof histories)[number]): number => logLikelihood(model, groupHistories([past])).value
  const sum = histories.slice(0, 200).reduce((total, past) => total + one(past), 0)
  expect(logLikelihood(model, groupHistories(histories.slice(0, 200))).value).toBeCloseTo(sum, 8)
})

test('chances of 0, 1, 2 … purchases add up to one, and their mean is the expectation', () => {
  const chances = Array.from({ length: 400 }, (_, n) => probabilityOfPurchases(fit, 39, n))
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6)
  expect(chances.reduce((sum, chance, n) => sum + n * chance, 0)).toBeCloseTo(expectedPurchases(fit, 39), 4)
})

test('a = 1, where the published formula divides by nothing, lies between its neighbours', () => {
  const [at, below, above] = [1, 1 - 1e-6, 1 + 1e-6].map((a) => expectedFuturePurchases({ ...fit, a }, { frequency: 7, recency: 35, age: 39 }, 10))
  expect(at).toBeGreaterThan(0)
  expect(Math.abs((below ?? NaN) - (at ?? NaN))).toBeLessThan(1e-5)
  expect(Math.abs((above ?? NaN) - (at ?? NaN))).toBeLessThan(1e-5)
})

test('customers with thousands of purchases give numbers', () => {
  const past = { frequency: 2000, recency: 38.9, age: 39 }
  expect(probabilityAlive(fit, past)).toBeGreaterThan(0.9)
  const expected = expectedFuturePurchases(fit, past, 39)
  // About as many again as he bought, and never more.
  expect(expected).toBeGreaterThan(1000)
  expect(expected).toBeLessThan(2001)
  expect(probabilityAlive(fit, { frequency: 2000, recency: 1, age: 39 })).toBe(0)
  expect(Number.isFinite(probabilityOfPurchases(fit, 39, 2000))).toBe(true)
})

test('what the data cannot tell is said', () => {
  expect(fitBgNbd([])).toEqual({ ok: false, failure: 'tooFewCustomers' })
  expect(fitBgNbd([{ frequency: 1, recency: 1, age: 2 }])).toEqual({ ok: false, failure: 'tooFewCustomers' })
  const once = Array.from({ length: 50 }, (_, index) => ({ frequency: 0, recency: 0, age: index }))
  expect(fitBgNbd(once)).toEqual({ ok: false, failure: 'nobodyBoughtAgain' })
  expect(fitBgNbd([...once, { frequency: 1, recency: 5, age: 3 }])).toEqual({ ok: false, failure: 'impossibleHistory' })
  const equal = fitBgNbd(Array.from({ length: 50 }, () => ({ frequency: 3, recency: 20, age: 30 })))
  if (equal.ok) for (const value of Object.values(equal.value)) expect(Number.isNaN(value)).toBe(false)
})
