import { fail, ok, type Result } from '#shared/lib/result.ts'
import { descend, type Slope } from '../lib/descend.ts'
import type { Minimum } from '../lib/minimise.ts'
import { digammaRising, lnGamma, lnRising } from '../lib/lnGamma.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'
import type { BuyingHistory } from './frequency.ts'
import { purchasesToCome } from './purchasesToCome.ts'

/**
 * BG/NBD: how often a customer buys while a customer, and when he stops being one. Fader, Hardie and Lee, “Counting Your
 * Customers” the Easy Way (Marketing Science 24, 2005); the forms that do not overflow are those of Hardie's note 027.
 */
export type BgNbd = { r: number; alpha: number; a: number; b: number }

export type BgNbdFit = BgNbd & {
  logLikelihood: number
  /** Customers the fit rests on. */
  customers: number
  evaluations: number
  converged: boolean
}

type Past = Pick<BuyingHistory, 'frequency' | 'recency' | 'age'>

/** Customers of one history, counted: the likelihood needs no more than this. */
export type GroupedHistories = {
  frequency: Float64Array
  recency: Float64Array
  age: Float64Array
  count: Float64Array
  customers: number
  /** The frequencies that occur, ascending, and for each group which of them is its own. */
  frequencies: Float64Array
  frequencyIndex: Int32Array
}

export function groupHistories(histories: readonly Past[]): GroupedHistories {
  const groups = new Map<string, { past: Past; count: number }>()
  for (const past of histories) {
    const key = `${past.frequency} ${past.recency} ${past.age}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { past, count: 1 })
    else group.count += 1
  }
  const each = [...groups.values()]
  const frequencies = Float64Array.from(new Set(each.map(({ past }) => past.frequency))).sort()
  const indexOf = new Map([...frequencies].map((frequency, index) => [frequency, index]))
  return {
    frequency: Float64Array.from(each, ({ past }) => past.frequency),
    recency: Float64Array.from(each, ({ past }) => past.recency),
    age: Float64Array.from(each, ({ past }) => past.age),
    count: Float64Array.from(each, ({ count }) => count),
    customers: histories.length,
    frequencies,
    frequencyIndex: Int32Array.from(each, ({ past }) => indexOf.get(past.frequency) ?? 0),
  }
}

/**
 * ln L of all customers with its derivatives by r, α, a and b. What depends on the frequency alone is reckoned once per
 * frequency. Great parameters, which rates that hardly differ have, enter by differences only.
 */
export function logLikelihood({ r, alpha, a, b }: BgNbd, data: GroupedHistories): Slope {
  const lnAlpha = Math.log(alpha)
  const ofFrequency = data.frequencies.map((x) => lnRising(r, x) + lnRising(b, x) - lnRising(a + b, x) - x * lnAlpha)
  const lnDropOut = data.frequencies.map((x) => (x > 0 ? Math.log(a) - Math.log(b + x - 1) : -Infinity))
  const slopeR = data.frequencies.map((x) => digammaRising(r, x))
  const slopeA = data.frequencies.map((x) => -digammaRising(a + b, x))
  const slopeB = data.frequencies.map((x) => digammaRising(b, x) - digammaRising(a + b, x))
  let [value, dr, dAlpha, da, db] = [0, 0, 0, 0, 0]
  for (let group = 0; group < data.count.length; group += 1) {
    const x = data.frequency[group] ?? 0
    const index = data.frequencyIndex[group] ?? 0
    const count = data.count[group] ?? 0
    const age = data.age[group] ?? 0
    // Logarithms of times over α; `passed` is the mean of time / (α + time).
    const lnAge = Math.log1p(age / alpha)
    const alive = -(r + x) * lnAge
    let [tail, gonePart, lnTime, passed] = [alive, 0, lnAge, age / (alpha + age)]
    if (x > 0) {
      const recency = data.recency[group] ?? 0
      const lnRecency = Math.log1p(recency / alpha)
      const gone = (lnDropOut[index] ?? 0) - (r + x) * lnRecency
      const high = alive > gone ? alive : gone
      tail = high + Math.log1p(Math.exp((alive > gone ? gone : alive) - high))
      gonePart = Math.exp(gone - tail)
      lnTime = (1 - gonePart) * lnAge + gonePart * lnRecency
      passed = (1 - gonePart) * passed + gonePart * (recency / (alpha + recency))
    }
    value += count * ((ofFrequency[index] ?? 0) + tail)
    dr += count * ((slopeR[index] ?? 0) - lnTime)
    dAlpha += (count * ((r + x) * passed - x)) / alpha
    da += count * ((slopeA[index] ?? 0) + gonePart / a)
    db += count * ((slopeB[index] ?? 0) - (x > 0 ? gonePart / (b + x - 1) : 0))
  }
  return { value, gradient: [dr, dAlpha, da, db] }
}

/** Logarithms of parameters: beyond them nothing is told apart. */
const farthest = 20
/** And those beyond which the likelihood hardly changes, and where a search finds what one from the middle passes by. */
const edge = 5
const edgeStarts = [
  [-1, 0, -5, -5],
  [0, 0, 3, 4],
  [3, 3, -2, 1],
  [-2, -3, -1, 0],
]

/** The most likely parameters. Fails with a reason where the data say nothing about them. */
export function fitBgNbd(histories: readonly Past[]): Result<BgNbdFit, ModelFailure> {
  if (histories.length < 2) return fail('tooFewCustomers')
  if (histories.some((past) => !isPossible(past))) return fail('impossibleHistory')
  if (histories.every(({ frequency }) => frequency === 0)) return fail('nobodyBoughtAgain')
  const data = groupHistories(histories)
  // Units of time do not matter to the search when a typical age is about ten.
  const scale = 10 / (Math.max(...data.age) || 1)
  const scaled = { ...data, recency: data.recency.map((time) => time * scale), age: data.age.map((time) => time * scale) }
  const searchFrom = (start: readonly number[]): Minimum =>
    descend((point) => {
      if (point.some((value) => Math.abs(value) > farthest)) return { value: Infinity, gradient: point.map(() => 0) }
      const parameters = parametersAt(point)
      const { value, gradient } = logLikelihood(parameters, scaled)
      const by = [parameters.r, parameters.alpha, parameters.a, parameters.b]
      return { value: -value, gradient: gradient.map((slope, index) => -slope * (by[index] ?? 0)) }
    }, start)
  const first = searchFrom([0, 0, 0, 0])
  // At the edge of what is possible (nobody leaves, all leave alike) the slope is gone, and another edge may be better.
  const others = first.point.some((value) => Math.abs(value) > edge) ? edgeStarts.map(searchFrom) : []
  const found = others.reduce((best, each) => (each.value < best.value ? each : best), first)
  const parameters = parametersAt(found.point)
  const fitted = { ...parameters, alpha: parameters.alpha / scale }
  const { value } = logLikelihood(fitted, data)
  if (!Number.isFinite(value)) return fail('noFit')
  return ok({ ...fitted, logLikelihood: value, customers: data.customers, evaluations: found.evaluations, converged: found.converged })
}

/** E[X(t)]: purchases of a customer chosen by chance within time `t` of his first. */
export const expectedPurchases = (model: BgNbd, t: number): number => purchasesToCome(model, t)

/** P(alive): how likely the customer still is one. 1 for who bought once, by the model. */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, { frequency: x, recency, age }: Past): number {
  if (x === 0) return 1
  return 1 / (1 + Math.exp(Math.log(a) - Math.log(b + x - 1) + (r + x) * Math.log1p((age - recency) / (alpha + recency))))
}

/**
 * E[Y(t) | x, t_x, T]: purchases to expect of this customer within time `t` from now. While he is one, what he did makes him
 * a new customer of a model with r + x, α + T, a and b + x.
 */
export function expectedFuturePurchases(model: BgNbd, past: Past, t: number): number {
  const { r, alpha, a, b } = model
  const { frequency: x, age } = past
  const alive = probabilityAlive(model, past)
  return alive === 0 ? 0 : alive * purchasesToCome({ r: r + x, alpha: alpha + age, a, b: b + x }, t)
}

/** P(X(t) = n): how likely a customer buys `n` times within time `t` of his first purchase. */
export function probabilityOfPurchases({ r, alpha, a, b }: BgNbd, t: number, n: number): number {
  if (t <= 0) return n === 0 ? 1 : 0
  const share = t / (alpha + t)
  const first = Math.exp(lnRising(r, n) - lnGamma(n + 1) - r * Math.log1p(t / alpha) + n * Math.log(share))
  const lnStaying = lnRising(b, n) - lnRising(a + b, n)
  const staying = Math.exp(lnStaying) * first
  if (n === 0) return staying
  const leaving = Math.exp(lnStaying + Math.log(a) - Math.log(b + n - 1))
  return staying + leaving * atLeast(n, r, share, first)
}

/** P(N ≥ n) of the negative binomial; `first` is P(N = n). Where it is small it is not taken from one. */
function atLeast(n: number, r: number, share: number, first: number): number {
  const mean = (r * share) / (1 - share)
  let [term, sum] = [first, 0]
  if (n > mean) {
    for (let j = n; term > sum * 1e-17; j += 1) {
      sum += term
      term *= ((r + j) / (j + 1)) * share
    }
    return sum
  }
  for (let j = n; j > 0 && term > sum * 1e-17; j -= 1) {
    term *= j / ((r + j - 1) * share)
    sum += term
  }
  return Math.max(0, 1 - sum)
}

const parametersAt = (point: readonly number[]): BgNbd => {
  const [r = 0, alpha = 0, a = 0, b = 0] = point.map(Math.exp)
  return { r, alpha, a, b }
}

const isPossible = ({ frequency, recency, age }: Past): boolean =>
  Number.isInteger(frequency) && frequency >= 0 && recency >= 0 && age >= recency && Number.isFinite(age) && (frequency > 0 || recency === 0)
