import type { SchemeStanding } from '#shared/contract/classes.ts'
import type { Rule } from '#shared/model/scheme.ts'
import type { Cuts } from './cuts.ts'

/** What a rule found to compare when it last ranked, or fitted, its rows. */
export function standingOf(rule: Rule, cuts: Cuts | null, lastRun: string | null): SchemeStanding {
  const population = cuts?.population ?? null
  return {
    population,
    failure: cuts?.kind === 'alive' ? cuts.failure : null,
    usesAbsolute: rule.kind === 'pareto' && rule.absolute.length > 0 && population !== null && population < rule.minimumPopulation,
    lastRun,
  }
}
