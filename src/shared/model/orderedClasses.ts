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
