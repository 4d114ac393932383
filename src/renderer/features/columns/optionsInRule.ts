import { assertNever } from '#shared/lib/assertNever.ts'
import type { Scheme } from '#shared/model/scheme.ts'

/** The options a scheme gives out; they may be renamed, but not deleted. */
export function optionsInRule({ rule, fallbackOptionId }: Pick<Scheme, 'rule' | 'fallbackOptionId'>): number[] {
  const fallback = fallbackOptionId === null ? [] : [fallbackOptionId]
  switch (rule.kind) {
    case 'bands':
      return [...fallback, ...rule.bands.map((band) => band.optionId)]
    case 'decisionTable':
      return [...fallback, ...rule.rows.map((row) => row.optionId)]
    case 'percentile':
      return [...fallback, rule.upperOptionId, rule.lowerOptionId]
    case 'pareto':
      return [...fallback, ...rule.shares.map((share) => share.optionId), ...rule.absolute.map((line) => line.optionId), rule.nothingOptionId]
    default:
      return assertNever(rule)
  }
}
