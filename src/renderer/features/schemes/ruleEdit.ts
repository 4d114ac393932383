import type { Rule, RuleOf } from '#shared/model/scheme.ts'

/** A number of a rule that cannot stand; `index` is its line. Its sentence is `schemes.problem.<code>`. */
export type RuleProblem = {
  code: 'empty' | 'notAscending' | 'notDescending' | 'outOfRange'
  part: 'bands' | 'shares' | 'absolute' | 'percentile' | 'minimum' | 'minimumPopulation'
  index: number
}

/** The numbers of a rule that cannot stand as they are. */
export function ruleProblems(rule: Rule): RuleProblem[] {
  if (rule.kind === 'bands') return bandProblems(rule)
  if (rule.kind === 'pareto') return [...shareProblems(rule), ...absoluteProblems(rule), ...populationProblems(rule)]
  if (rule.kind === 'percentile') return percentileProblems(rule)
  return []
}

/** The same bands with another lower bound. */
export function setBand(rule: RuleOf<'bands'>, index: number, from: number): RuleOf<'bands'> {
  return { ...rule, bands: rule.bands.map((band, position) => (position === index ? { ...band, from } : band)) }
}

export function setShare(rule: RuleOf<'pareto'>, index: number, below: number): RuleOf<'pareto'> {
  return { ...rule, shares: rule.shares.map((share, position) => (position === index ? { ...share, below } : share)) }
}

export function setAbsolute(rule: RuleOf<'pareto'>, index: number, from: number): RuleOf<'pareto'> {
  return { ...rule, absolute: rule.absolute.map((line, position) => (position === index ? { ...line, from } : line)) }
}

function bandProblems({ bands }: RuleOf<'bands'>): RuleProblem[] {
  return bands.flatMap((band, index): RuleProblem[] => {
    if (index === 0) return []
    const before = bands[index - 1]?.from ?? null
    if (band.from === null || !Number.isFinite(band.from)) return [{ code: 'empty', part: 'bands', index }]
    return before !== null && band.from <= before ? [{ code: 'notAscending', part: 'bands', index }] : []
  })
}

function shareProblems({ shares }: RuleOf<'pareto'>): RuleProblem[] {
  return shares.flatMap((share, index): RuleProblem[] => {
    const at = { part: 'shares' as const, index }
    if (!Number.isFinite(share.below)) return [{ code: 'empty', ...at }]
    if (share.below <= 0 || share.below > 1) return [{ code: 'outOfRange', ...at }]
    return share.below <= (shares[index - 1]?.below ?? 0) ? [{ code: 'notAscending', ...at }] : []
  })
}

function absoluteProblems({ absolute }: RuleOf<'pareto'>): RuleProblem[] {
  return absolute.slice(0, -1).flatMap((line, index): RuleProblem[] => {
    const at = { part: 'absolute' as const, index }
    if (!Number.isFinite(line.from)) return [{ code: 'empty', ...at }]
    return index > 0 && line.from >= (absolute[index - 1]?.from ?? Infinity) ? [{ code: 'notDescending', ...at }] : []
  })
}

function populationProblems({ minimumPopulation }: RuleOf<'pareto'>): RuleProblem[] {
  const stands = Number.isInteger(minimumPopulation) && minimumPopulation >= 0
  return stands ? [] : [{ code: 'empty', part: 'minimumPopulation', index: 0 }]
}

function percentileProblems({ percentile, minimum }: RuleOf<'percentile'>): RuleProblem[] {
  return [
    ...(percentile !== null && !(percentile > 0 && percentile < 1) ? [{ code: 'outOfRange' as const, part: 'percentile' as const, index: 0 }] : []),
    ...(Number.isFinite(minimum) ? [] : [{ code: 'empty' as const, part: 'minimum' as const, index: 0 }]),
  ]
}
