import fCdf from '@stdlib/stats-base-dists-f-cdf'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'
import { lnGamma } from './lnGamma.ts'
import { centred, meanOf } from './mean.ts'

export type Anova = {
  between: { sumOfSquares: number; freedom: number; meanSquare: number }
  within: { sumOfSquares: number; freedom: number; meanSquare: number }
  /** Infinite when the groups differ and their members do not. */
  f: number
  /** How often chance alone makes groups differ at least so much. */
  pValue: number
  /** Share of the whole variance that lies between groups (η²). */
  etaSquared: number
}

/** One-way analysis of variance (NIST/SEMATECH handbook 7.4.3). Groups without values do not count. */
export function oneWayAnova(groups: readonly (readonly number[])[]): Result<Anova, ModelFailure> {
  const filled = groups.filter((group) => group.length > 0)
  const count = filled.reduce((sum, group) => sum + group.length, 0)
  if (filled.length < 2) return fail('nothingToCompare')
  if (count <= filled.length) return fail('tooFewValues')
  const all = centred(filled.flat())
  if (all.squares === 0) return fail('valuesAllEqual')
  // About the mean of all, in units that no square of a double leaves: what the values stand at costs no digits then.
  const { between, within } = sumsOfSquares(parted(all.rest, filled))
  const [groupFreedom, restFreedom] = [filled.length - 1, count - filled.length]
  const f = between / groupFreedom / (within / restFreedom)
  if (Number.isNaN(f) || !Number.isFinite(between * all.scale ** 2 + within * all.scale ** 2)) return fail('valuesTooLarge')
  const part = (sum: number, freedom: number) => ({ sumOfSquares: sum * all.scale ** 2, freedom, meanSquare: (sum * all.scale ** 2) / freedom })
  return ok({
    between: part(between, groupFreedom),
    within: part(within, restFreedom),
    f,
    pValue: upperTail(f, groupFreedom, restFreedom),
    etaSquared: between / (between + within),
  })
}

/** The values of all groups in a row, by group again. */
function parted(values: Float64Array, groups: readonly (readonly number[])[]): Float64Array[] {
  let from = 0
  return groups.map((group) => values.subarray(from, (from += group.length)))
}

/** Of groups whose mean of all is nothing. */
function sumsOfSquares(groups: readonly Float64Array[]): { between: number; within: number } {
  let [between, within] = [0, 0]
  for (const group of groups) {
    const mean = meanOf(group)
    between += group.length * mean ** 2
    for (const value of group) within += (value - mean) ** 2
  }
  return { between, within }
}

/**
 * P(F > f) = I(z; d₂/2, d₁/2) with z = d₂ / (d₂ + d₁·f). For small z by the series z^a (1 − z)^b / (a·B(a, b)) · Σ (a + b)ₙ /
 * (a + 1)ₙ · zⁿ (Abramowitz and Stegun 26.5.4), whose terms are all positive; the library's distribution takes small
 * probabilities from one there, and loses them.
 */
function upperTail(f: number, up: number, down: number): number {
  const z = down / (down + up * f)
  if (z > 0.5) return fCdf(1 / f, down, up)
  const [a, b] = [down / 2, up / 2]
  let [term, sum] = [1, 1]
  for (let n = 0; term > sum * Number.EPSILON; n += 1) {
    term *= ((a + b + n) / (a + 1 + n)) * z
    sum += term
  }
  const lnRest = -Math.log1p(down / (up * f))
  return Math.min(1, Math.exp(a * Math.log(z) + b * lnRest + lnGamma(a + b) - lnGamma(a + 1) - lnGamma(b) + Math.log(sum)))
}
