import { fail, ok, type Result } from '#shared/lib/result.ts'
import { correlation as correlationOf } from '../lib/correlation.ts'
import { descend, type Slope } from '../lib/descend.ts'
import { digammaRising, lnGamma, lnRising } from '../lib/lnGamma.ts'
import { minimise, type Minimum } from '../lib/minimise.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'
import type { BuyingHistory } from './frequency.ts'

/** Gamma-Gamma: what a purchase of a customer is worth on average. Fader and Hardie, note 025 (2013). */
export type GammaGamma = { p: number; q: number; v: number }

export type GammaGammaFit = GammaGamma & {
  logLikelihood: number
  /** Customers the fit rests on: those who bought again, for more than nothing. */
  customers: number
  /** Between frequency and mean value; the model supposes that there is none. */
  correlation: number | null
  converged: boolean
}

type Spending = Pick<BuyingHistory, 'frequency' | 'monetary'>

/** ln L of customers with x > 0 and m̄ > 0. */
export const logLikelihoodOfSpending = (model: GammaGamma, spending: readonly Spending[]): number => likelihoodOver(byFrequency(spending), model)

/** Customers of one frequency: how many, the sum of ln m̄, and x·m̄ of each. The likelihood needs no more than this. */
export type SpendingGroup = { frequency: number; lnMeans: number; sums: Float64Array }

export function byFrequency(spending: readonly Spending[]): SpendingGroup[] {
  const groups = new Map<number, number[]>()
  for (const { frequency, monetary } of spending) {
    const group = groups.get(frequency)
    if (group === undefined) groups.set(frequency, [monetary])
    else group.push(monetary)
  }
  return [...groups].map(([frequency, means]) => ({
    frequency,
    lnMeans: means.reduce((sum, mean) => sum + Math.log(mean), 0),
    sums: Float64Array.from(means, (mean) => frequency * mean),
  }))
}

/**
 * What depends on the frequency alone is reckoned once per frequency. q·ln v + px·ln(x·m̄) − (px + q)·ln(x·m̄ + v) is taken
 * as −q·ln(1 + x·m̄/v) − px·ln(1 + v/(x·m̄)): great parameters, which spending that hardly differs has, cost no digits.
 */
function likelihoodOver(groups: readonly SpendingGroup[], { p, q, v }: GammaGamma): number {
  let value = 0
  for (const { frequency, lnMeans, sums } of groups) {
    const px = p * frequency
    const [less, more] = px < q ? [px, q] : [q, px]
    const ofEach = lnRising(more, less) - lnGamma(less)
    for (const sum of sums) value += ofEach - q * Math.log1p(sum / v) - px * Math.log1p(v / sum)
    value -= lnMeans
  }
  return value
}

/** ln L over the groups with its derivatives by the logarithms of p, q and v. */
export function spendingSlope(groups: readonly SpendingGroup[], model: GammaGamma): Slope {
  const { p, q, v } = model
  let [dp, dq, dv] = [0, 0, 0]
  for (const { frequency, sums } of groups) {
    const px = p * frequency
    let [less, more, pull] = [0, 0, 0]
    for (const sum of sums) {
      less += Math.log1p(sum / v)
      more += Math.log1p(v / sum)
      pull += (q * sum - px * v) / (sum + v)
    }
    dp += frequency * (sums.length * digammaRising(px, q) - more)
    dq += sums.length * digammaRising(q, px) - less
    dv += pull
  }
  return { value: likelihoodOver(groups, model), gradient: [p * dp, q * dq, dv] }
}

const at = (point: readonly number[]): GammaGamma => {
  const [p = 0, q = 0, v = 0] = point.map(Math.exp)
  return { p, q, v }
}

/** Logarithms of parameters: beyond them nothing is told apart, and of none beyond the other are slopes trusted. */
const [farthest, edge] = [30, 10]

/** By slopes, and where these lead to the edge of what is possible, or nowhere, by the search that needs none. */
function mostLikely(groups: readonly SpendingGroup[]): Minimum {
  const isWithin = (point: readonly number[]): boolean => point.every((value) => Math.abs(value) < farthest)
  const found = descend(
    (point) => {
      if (!isWithin(point)) return { value: Infinity, gradient: point.map(() => 0) }
      const { value, gradient } = spendingSlope(groups, at(point))
      return { value: -value, gradient: gradient.map((slope) => -slope) }
    },
    [0, 0, 0],
  )
  if (found.converged && found.point.every((value) => Math.abs(value) < edge)) return found
  return minimise((point) => (isWithin(point) ? -likelihoodOver(groups, at(point)) : Infinity), [0, 0, 0])
}

/** The most likely parameters, of the customers with repeated purchases of a positive mean. */
export function fitGammaGamma(histories: readonly Spending[]): Result<GammaGammaFit, ModelFailure> {
  const spending = histories.filter(({ frequency, monetary }) => frequency > 0 && monetary > 0)
  if (spending.length < 2) return fail('tooFewCustomers')
  const [first] = spending
  if (spending.every(({ monetary }) => monetary === first?.monetary)) return fail('valuesAllEqual')
  // In units of the mean, money of any currency begins at the same place.
  const scale = spending.reduce((sum, { monetary }) => sum + monetary, 0) / spending.length
  const scaled = byFrequency(spending.map(({ frequency, monetary }) => ({ frequency, monetary: monetary / scale })))
  const found = mostLikely(scaled)
  const { p, q, v } = at(found.point)
  const fitted = { p, q, v: v * scale }
  const value = logLikelihoodOfSpending(fitted, spending)
  if (!Number.isFinite(value)) return fail('noFit')
  const correlation = correlationOf(
    spending.map(({ frequency }) => frequency),
    spending.map(({ monetary }) => monetary),
  )
  return ok({ ...fitted, logLikelihood: value, customers: spending.length, correlation, converged: found.converged })
}

/**
 * E(M | m̄, x): what the next purchases of this customer are worth, each. Of who bought once it is the mean of all, which
 * exists for q > 1 only: null otherwise.
 */
export function expectedValueOfPurchase({ p, q, v }: GammaGamma, { frequency: x, monetary }: Spending): number | null {
  const below = p * x + q - 1
  return below > 0 ? (p * (v + x * Math.max(0, monetary))) / below : null
}
