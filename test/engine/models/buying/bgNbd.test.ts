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

test('the chances that the manual of R’s BTYD prints, of the published parameters', () => {
  const model: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
  expect(probabilityOfPurchases(model, 2, 10)).toBeCloseTo(1.07869e-7, 12)
  expect(probabilityOfPurchases(model, 39, 0)).toBeCloseTo(0.5737864, 7)
  const published = [
    0.0019995214, 0.0015170236, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902, 0.0004361913, 0.0003467171, 0.0002769613, 0.000222226,
  ]
  published.forEach((chance, index) => expect(probabilityOfPurchases(model, 30, index + 11)).toBeCloseTo(chance, 10))
})

test('the first customer in the next 39 weeks: 1.226, as in Hardie’s workbook', () => {
  expect(expectedFuturePurchases(fit, { frequency: 2, recency: 30.43, age: 38.86 }, 39)).toBeCloseTo(1.226, 3)
})

/** By mpmath 1.2 with 40 digits from the published formula; r, α, a, b, t and E[X(t)]. */
test.each([
  // Rates that hardly differ, where the published series takes large numbers from each other.
  [87.745494929228, 43.167696375628665, 1.0000000032021652, 1, 78, 5.6375634092057965],
  [93.66921611243694, 22.608067324812133, 1.0000000073676114, 1, 39, 5.656892592709187],
  [249.6645342829644, 4.344991653207013, 1.0000000000487237, 1.7244463465225983, 39, 12.90785232320434],
  [1e13, 4e13, 1.7, 5.8, 52, 5.16518619108665],
])('E[X(t)] of r = %d, α = %d, a = %d, b = %d in %d weeks', (r, alpha, a, b, t, expected) => {
  expect(expectedPurchases({ r, alpha, a, b }, t) / expected).toBeCloseTo(1, 10)
})

test('no time brings no purchases, and long ones bring those of who leaves at the first chance or never', () => {
  const model: BgNbd = { r: 0.5, alpha: 0.001, a: 1e9, b: 1 }
  expect(expectedPurchases(model, 0)).toBe(0)
  expect(expectedPurchases(model, 1e6)).toBeCloseTo(1, 4)
  // Nobody leaves: r·t/α.
  expect(expectedPurchases({ r: 0.5, alpha: 0.001, a: 1e-12, b: 1 }, 1000) / 500_000).toBeCloseTo(1, 6)
  expect(probabilityOfPurchases(model, 0, 0)).toBe(1)
  expect(probabilityOfPurchases(model, 0, 3)).toBe(0)
  expect(probabilityOfPurchases({ r: 2, alpha: 9000, a: 14, b: 59 }, 4, 50)).toBeGreaterThan(0)
})

test('where nobody leaves the search finds the better edge, and customers of one pace are no hindrance', () => {
  // SciPy 1.10 (Nelder–Mead and BFGS from nine beginnings) comes to −266.60107.
  const histories = Array.from({ length: 40 }, (_, index) =>
    index % 4 === 0
      ? { frequency: 0, recency: 0, age: 30 }
      : index % 4 === 1
        ? { frequency: 1, recency: 2, age: 30 }
        : { frequency: 3, recency: 29, age: 30 },
  )
  const found = fitBgNbd(histories)
  if (!found.ok) throw new Error(found.failure)
  expect(found.value.converged).toBe(true)
  expect(found.value.logLikelihood).toBeGreaterThan(-266.6012)
  const even = fitBgNbd(Array.from({ length: 60 }, (_, index) => ({ frequency: 5, recency: 25, age: 30 + (index % 3) })))
  if (!even.ok) throw new Error(even.failure)
  for (const value of [even.value.r, even.value.alpha, even.value.a, even.value.b, even.value.logLikelihood])
    expect(Number.isFinite(value)).toBe(true)
  expect(expectedFuturePurchases(even.value, { frequency: 5, recency: 25, age: 30 }, 10)).toBeGreaterThan(0)
})
