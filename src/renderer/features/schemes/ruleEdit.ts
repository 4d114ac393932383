import type { Rule, RuleOf } from '#shared/model/scheme.ts'

/** A number of a rule that cannot stand; `index` is its line. Its sentence is `schemes.problem.<code>`. */
export type RuleProblem = {
  code: 'empty' | 'positive' | 'notAscending' | 'notDescending' | 'outOfRange'
  part: 'rfm' | 'lifeCycle' | 'parts' | 'bands' | 'shares' | 'absolute' | 'percentile' | 'minimum' | 'minimumPopulation'
  index: number
}

/** The numbers of a rule that cannot stand as they are. */
export function ruleProblems(rule: Rule): RuleProblem[] {
  if (rule.kind === 'rankScore') return [...weightProblems(rule), ...bandProblems(rule)]
  if (isBanded(rule)) return bandProblems(rule)
  if (rule.kind === 'rfm') return rfmProblems(rule)
  if (rule.kind === 'lifeCycle') return lifeCycleProblems(rule)
  if (rule.kind === 'pareto') return [...shareProblems(rule), ...absoluteProblems(rule), ...populationProblems(rule)]
  if (rule.kind === 'percentile') return percentileProblems(rule)
  return []
}

/** Rules whose classes are bands of one number. */
export type Banded = RuleOf<'bands' | 'score' | 'alive' | 'rankScore'>

export const isBanded = (rule: Rule): rule is Banded => 'bands' in rule

/** The same bands with another lower bound. */
export function setBand<Each extends Banded>(rule: Each, index: number, from: number): Each {
  return { ...rule, bands: rule.bands.map((band, position) => (position === index ? { ...band, from } : band)) }
}

export function setShare(rule: RuleOf<'pareto'>, index: number, below: number): RuleOf<'pareto'> {
  return { ...rule, shares: rule.shares.map((share, position) => (position === index ? { ...share, below } : share)) }
}

export function setAbsolute(rule: RuleOf<'pareto'>, index: number, from: number): RuleOf<'pareto'> {
  return { ...rule, absolute: rule.absolute.map((line, position) => (position === index ? { ...line, from } : line)) }
}

function bandProblems({ bands }: Pick<RuleOf<'bands'>, 'bands'>): RuleProblem[] {
  return bands.flatMap((band, index): RuleProblem[] => {
    // The lowest band may be open below.
    if (index === 0 && band.from === null) return []
    const before = bands[index - 1]?.from ?? null
    if (band.from === null || !Number.isFinite(band.from)) return [{ code: 'empty', part: 'bands', index }]
    return before !== null && band.from <= before ? [{ code: 'notAscending', part: 'bands', index }] : []
  })
}

function weightProblems({ parts }: RuleOf<'rankScore'>): RuleProblem[] {
  return parts.flatMap(({ weight }, index): RuleProblem[] =>
    weight > 0 && Number.isFinite(weight) ? [] : [{ code: 'positive', part: 'parts', index }],
  )
}

function rfmProblems({ cuts }: RuleOf<'rfm'>): RuleProblem[] {
  if (cuts.kind !== 'fixed') return []
  return [cuts.recency, cuts.frequency, cuts.monetary].flatMap((bounds, index): RuleProblem[] =>
    bounds.every(Number.isFinite) ? [] : [{ code: 'empty', part: 'rfm', index }],
  )
}

/** In the order in which the editor shows them. */
function lifeCycleProblems(rule: RuleOf<'lifeCycle'>): RuleProblem[] {
  const whole = (value: number): boolean => Number.isInteger(value) && value > 0
  const above = (value: number): boolean => Number.isFinite(value) && value > 0
  const stand = [
    whole(rule.usualCycleDays),
    whole(rule.newDays),
    whole(rule.maturityOrders),
    above(rule.declineCycles),
    Number.isFinite(rule.shrink) && rule.shrink >= 0,
    above(rule.exitCycles),
    whole(rule.exitDaysMin),
    whole(rule.exitDaysMax),
  ]
  return stand.flatMap((each, index): RuleProblem[] => (each ? [] : [{ code: 'positive', part: 'lifeCycle', index }]))
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
