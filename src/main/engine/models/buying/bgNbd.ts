import { fail, ok, type Result } from '#shared/lib/result.ts'
import { descend, type Slope } from '../lib/descend.ts'
import { digamma, lnGamma } from '../lib/lnGamma.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'
import type { BuyingHistory } from './frequency.ts'

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

/** ln L of all customers with its derivatives by r, α, a and b. What depends on the frequency alone is reckoned once per frequency. */
export function logLikelihood({ r, alpha, a, b }: BgNbd, data: GroupedHistories): Slope {
  const lnAlpha = Math.log(alpha)
  const constant = r * lnAlpha - lnGamma(r) + lnGamma(a + b) - lnGamma(b)
  const ofR = lnAlpha - digamma(r)
  const [ofAB, ofB] = [digamma(a + b), digamma(b)]
  const ofFrequency = data.frequencies.map((x) => constant + lnGamma(r + x) + lnGamma(b + x) - lnGamma(a + b + x))
  const lnDropOut = data.frequencies.map((x) => (x > 0 ? Math.log(a) - Math.log(b + x - 1) : -Infinity))
  const slopeR = data.frequencies.map((x) => ofR + digamma(r + x))
  const slopeA = data.frequencies.map((x) => ofAB - digamma(a + b + x))
  const slopeB = data.frequencies.map((x) => ofAB - ofB + digamma(b + x) - digamma(a + b + x))
  let [value, dr, dAlpha, da, db] = [0, 0, 0, 0, 0]
  for (let group = 0; group < data.count.length; group += 1) {
    const x = data.frequency[group] ?? 0
    const index = data.frequencyIndex[group] ?? 0
    const count = data.count[group] ?? 0
    const toEnd = alpha + (data.age[group] ?? 0)
    const lnToEnd = Math.log(toEnd)
    const alive = -(r + x) * lnToEnd
    let [tail, gonePart, lnTime, inverseTime] = [alive, 0, lnToEnd, 1 / toEnd]
    if (x > 0) {
      const toLast = alpha + (data.recency[group] ?? 0)
      const lnToLast = Math.log(toLast)
      const gone = (lnDropOut[index] ?? 0) - (r + x) * lnToLast
      const high = alive > gone ? alive : gone
      tail = high + Math.log1p(Math.exp((alive > gone ? gone : alive) - high))
      gonePart = Math.exp(gone - tail)
      lnTime = (1 - gonePart) * lnToEnd + gonePart * lnToLast
      inverseTime = (1 - gonePart) / toEnd + gonePart / toLast
    }
    value += count * ((ofFrequency[index] ?? 0) + tail)
    dr += count * ((slopeR[index] ?? 0) - lnTime)
    dAlpha += count * (r / alpha - (r + x) * inverseTime)
    da += count * ((slopeA[index] ?? 0) + gonePart / a)
    db += count * ((slopeB[index] ?? 0) - (x > 0 ? gonePart / (b + x - 1) : 0))
  }
  return { value, gradient: [dr, dAlpha, da, db] }
}

/** The most likely parameters. Fails with a reason where the data say nothing about them. */
export function fitBgNbd(histories: readonly Past[]): Result<BgNbdFit, ModelFailure> {
  if (histories.length < 2) return fail('tooFewCustomers')
  if (histories.some((past) => !isPossible(past))) return fail('impossibleHistory')
  if (histories.every(({ frequency }) => frequency === 0)) return fail('nobodyBoughtAgain')
  const data = groupHistories(histories)
  // Units of time do not matter to the search when a typical age is about ten.
  const scale = 10 / (Math.max(...data.age) || 1)
  const scaled = { ...data, recency: data.recency.map((time) => time * scale), age: data.age.map((time) => time * scale) }
  const found = descend(
    (point) => {
      if (point.some((value) => Math.abs(value) > 30)) return { value: Infinity, gradient: point.map(() => 0) }
      const parameters = parametersAt(point)
      const { value, gradient } = logLikelihood(parameters, scaled)
      const by = [parameters.r, parameters.alpha, parameters.a, parameters.b]
      return { value: -value, gradient: gradient.map((slope, index) => -slope * (by[index] ?? 0)) }
    },
    [0, 0, 0, 0],
  )
  const parameters = parametersAt(found.point)
  const fitted = { ...parameters, alpha: parameters.alpha / scale }
  const { value } = logLikelihood(fitted, data)
  if (!Number.isFinite(value)) return fail('noFit')
  return ok({ ...fitted, logLikelihood: value, customers: data.customers, evaluations: found.evaluations, converged: found.converged })
}

/** E[X(t)]: purchases of a customer chosen by chance within time `t` of his first. */
export function expectedPurchases({ r, alpha, a, b }: BgNbd, t: number): number {
  return drawn(a, b - 1, r, t / (alpha + t), Math.log(alpha) - Math.log(alpha + t))
}

/** P(alive): how likely the customer still is one. 1 for who bought once, by the model. */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, { frequency: x, recency, age }: Past): number {
  if (x === 0) return 1
  return 1 / (1 + Math.exp(Math.log(a) - Math.log(b + x - 1) + (r + x) * (Math.log(alpha + age) - Math.log(alpha + recency))))
}

/** E[Y(t) | x, t_x, T]: purchases to expect of this customer within time `t` from now. */
export function expectedFuturePurchases(model: BgNbd, past: Past, t: number): number {
  const { r, alpha, a, b } = model
  const { frequency: x, age } = past
  const share = t / (alpha + age + t)
  return drawn(a, b + x - 1, r + x, share, Math.log(alpha + age) - Math.log(alpha + age + t)) * probabilityAlive(model, past)
}

/** P(X(t) = n): how likely a customer buys `n` times within time `t` of his first purchase. */
export function probabilityOfPurchases({ r, alpha, a, b }: BgNbd, t: number, n: number): number {
  const lnBuying = (j: number): number =>
    lnGamma(r + j) - lnGamma(r) - lnGamma(j + 1) + r * Math.log(alpha / (alpha + t)) + j * Math.log(t / (alpha + t))
  const lnBetaRatio = (up: number, down: number): number =>
    lnGamma(a + up) - lnGamma(a) + lnGamma(b + down) - lnGamma(b) + lnGamma(a + b) - lnGamma(a + b + up + down)
  const staying = Math.exp(lnBetaRatio(0, n) + lnBuying(n))
  if (n === 0) return staying
  let fewer = 0
  for (let j = 0; j < n; j += 1) fewer += Math.exp(lnBuying(j))
  return staying + Math.exp(lnBetaRatio(1, n - 1)) * Math.max(0, 1 - fewer)
}

/**
 * (a + b′) / (a − 1) · {1 − (1 − z)^r · ₂F₁(r, b′ + 1; a + b′; z)} with b′ = b + x − 1, the common part of both
 * expectations; `lnRest` is ln(1 − z).
 *
 * Euler's transformation turns (1 − z)^r · ₂F₁(r, b′ + 1; a + b′; z) into (1 − z)^(a−1) · ₂F₁(a + b′ − r, a − 1; a + b′; z):
 * its terms stay small for customers with thousands of purchases, where the series as published overflows. With
 * ε = a − 1 and ₂F₁ = 1 + ε·G the division by ε can be carried out by hand, so that a = 1 is a point like any other:
 * {1 − e^(ε·lnRest)(1 + ε·G)} / ε = −expm1(ε·lnRest)/ε − e^(ε·lnRest)·G.
 */
function drawn(a: number, bRest: number, r: number, z: number, lnRest: number): number {
  const epsilon = a - 1
  const top = a + bRest - r
  const bottom = a + bRest
  let term = (top / bottom) * z
  let series = term
  for (let n = 1; n < 200_000; n += 1) {
    term *= ((top + n) / (bottom + n)) * ((epsilon + n) / (n + 1)) * z
    series += term
    if (Math.abs(term) <= Math.abs(series) * 1e-16) break
  }
  const growth = epsilon === 0 ? lnRest : Math.expm1(epsilon * lnRest) / epsilon
  return bottom * (-growth - Math.exp(epsilon * lnRest) * series)
}

const parametersAt = (point: readonly number[]): BgNbd => {
  const [r = 0, alpha = 0, a = 0, b = 0] = point.map(Math.exp)
  return { r, alpha, a, b }
}

const isPossible = ({ frequency, recency, age }: Past): boolean =>
  Number.isInteger(frequency) && frequency >= 0 && recency >= 0 && age >= recency && Number.isFinite(age) && (frequency > 0 || recency === 0)
