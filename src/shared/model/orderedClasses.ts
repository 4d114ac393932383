import type { LifeCyclePhase } from './classRules/lifeCycleRule.ts'
import { downgradeAfterOf, type Rule, type Scheme } from './scheme.ts'

/** Kinds of rules that measure: their classes go from better to worse, whatever they measure. */
const measuring: ReadonlySet<Rule['kind']> = new Set<Rule['kind']>(['bands', 'percentile', 'pareto', 'score', 'rankScore', 'alive', 'lifeCycle'])

/**
 * Whether a scheme may let rows wait before they go down. `always`: its rule measures. `ifSaid`: a table of conditions may say
 * anything, a grade or a region; its owner knows. `never`: kinds of customers, and classes that people set. A scheme that waits goes on.
 */
export function waitsOffered(scheme: Pick<Scheme, 'rule' | 'downgradeAfter'>): 'always' | 'ifSaid' | 'never' {
  if (measuring.has(scheme.rule.kind)) return 'always'
  if (scheme.rule.kind === 'decisionTable') return 'ifSaid'
  return downgradeAfterOf(scheme) > 1 ? 'always' : 'never'
}

/** A life cycle is listed as it is run through, and is at its best in the middle. */
const phasesBestFirst = ['maturity', 'growth', 'acquisition', 'decline', 'exit'] as const satisfies readonly LifeCyclePhase[]

/** The classes from the best on: as they are listed, but for a life cycle, whose first phase is not its best. */
export function bestFirst(rule: Rule, optionIds: readonly number[]): number[] {
  if (rule.kind !== 'lifeCycle') return [...optionIds]
  const phases = phasesBestFirst.map((phase) => rule.phases[phase])
  return [...new Set([...phases.filter((id) => optionIds.includes(id)), ...optionIds])]
}

/**
 * The classes of a life cycle that a row waits for: those that stand for decline or exit alone. A first order that was
 * cancelled leads back to an earlier phase at once: it never was. Of other rules every later class is waited for: null.
 */
export function awaitedClasses(rule: Rule): number[] | null {
  if (rule.kind !== 'lifeCycle') return null
  const { acquisition, growth, maturity, decline, exit } = rule.phases
  return [...new Set([decline, exit])].filter((id) => ![acquisition, growth, maturity].includes(id))
}

/** Where classes stand for rows that wait before they go to a later place; those of one place are taken at once. */
export function waitingPlaces(rule: Rule, optionIds: readonly number[]): Map<number, number> {
  const awaited = awaitedClasses(rule)
  return new Map(bestFirst(rule, optionIds).map((id, place) => [id, awaited === null || awaited.includes(id) ? place : 0]))
}
