import fCdf from '@stdlib/stats-base-dists-f-cdf'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { ModelFailure } from '#shared/model/modelFailure.ts'

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
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const grand = mean(filled.flat())
  const between = filled.reduce((sum, group) => sum + group.length * (mean(group) - grand) ** 2, 0)
  const within = filled.reduce((sum, group) => {
    const centre = mean(group)
    return sum + group.reduce((rest, value) => rest + (value - centre) ** 2, 0)
  }, 0)
  if (between + within === 0) return fail('valuesAllEqual')
  const [groupFreedom, restFreedom] = [filled.length - 1, count - filled.length]
  const f = between / groupFreedom / (within / restFreedom)
  return ok({
    between: { sumOfSquares: between, freedom: groupFreedom, meanSquare: between / groupFreedom },
    within: { sumOfSquares: within, freedom: restFreedom, meanSquare: within / restFreedom },
    f,
    pValue: f === Infinity ? 0 : upperTail(f, groupFreedom, restFreedom),
    etaSquared: between / (between + within),
  })
}

/** P(F > f), by the distribution of 1/F: 1 − cdf would lose the small probabilities that matter. */
const upperTail = (f: number, up: number, down: number): number => (f <= 0 ? 1 : fCdf(1 / f, down, up))
