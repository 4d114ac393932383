import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { binsOf } from '#shared/model/classRules/rfmRule.ts'
import type { ScoreLine } from '#shared/model/classRules/scoreRule.ts'
import type { Metric, Rule, RuleOf } from '#shared/model/scheme.ts'
import { filterText } from '../../words/filterText.ts'
import { amount, columnNames, columnsOf, percent, rangeText } from '../../words/metricText.ts'
import { likelihoodText, scoreLineText, scoreRangeText, signed } from '../../words/ruleText.ts'
import type { Words } from '../../words/words.ts'

/** One class of a rule and what brings a row into it; or a line that gives points. */
export type RuleLine = { optionId: number | null; text: string } | { points: string; text: string }
/** A rule told in words: what it looks at, then its classes; some rules have a second part for special cases. */
export type RulePart = { lead: string; lines: RuleLine[] }

/** How a rule is told: 看离「下次跟进时间」还有几天：7 天以内 → 紧急 … */
export function ruleParts(rule: Rule, fallbackOptionId: number | null, words: Words, t: Translate): RulePart[] {
  switch (rule.kind) {
    case 'bands':
      return withFallback([{ lead: metricLead(rule.metric, words, t), lines: bandLines(rule, words, t) }], fallbackOptionId, t)
    case 'decisionTable': {
      const lines = rule.rows.map((row) => ({ optionId: row.optionId, text: filterText(row.when, words, t) }))
      return withFallback([{ lead: t('schemes.rule.decision'), lines }], fallbackOptionId, t)
    }
    case 'tags': {
      const lines = rule.rows.map((row) => ({ optionId: row.optionId, text: filterText(row.when, words, t) }))
      const rest = fallbackOptionId === null ? [] : [{ optionId: fallbackOptionId, text: t('schemes.rule.fallback') }]
      return [{ lead: t('schemes.rule.tags'), lines: [...lines, ...rest] }]
    }
    case 'percentile':
      return [
        {
          lead: t('schemes.rule.percentile', { columns: measured(rule.metric, words, t) }),
          lines: [...percentileLines(rule, words, t), { optionId: fallbackOptionId, text: t('schemes.rule.nothing') }],
        },
      ]
    case 'pareto':
      return paretoParts(rule, words, t)
    case 'rfm':
      return rfmParts(rule, fallbackOptionId, words, t)
    case 'score':
      return withFallback(scoreParts(rule, words, t), fallbackOptionId, t)
    case 'lifeCycle':
      return [lifeCyclePart(rule, t)]
    case 'alive':
      return withFallback([alivePart(rule, t)], fallbackOptionId, t)
    case 'rankScore':
      return rankScoreParts(rule, words, t)
    case 'manual':
      return manualParts(rule, fallbackOptionId, t)
    default:
      return assertNever(rule)
  }
}

function metricLead(metric: Metric, words: Words, t: Translate): string {
  const columns = namesOf(metric, words, t)
  switch (metric.kind) {
    case 'column':
      return t('schemes.rule.column', { columns })
    case 'largest':
      return t('schemes.rule.largest', { columns })
    case 'daysUntil':
      return metric.columnIds.length > 1 ? t('schemes.rule.daysUntilFirst', { columns }) : t('schemes.rule.daysUntil', { columns })
    case 'daysSince':
      return metric.columnIds.length > 1 ? t('schemes.rule.daysSinceLatest', { columns }) : t('schemes.rule.daysSince', { columns })
    default:
      return assertNever(metric)
  }
}

function bandLines({ bands, metric }: RuleOf<'bands'>, words: Words, t: Translate): RuleLine[] {
  return bandsOf(bands, (range) => rangeText(range, metric, words, t))
}

function percentileLines(rule: RuleOf<'percentile'>, words: Words, t: Translate): RuleLine[] {
  const minimum = amount(rule.metric, rule.minimum, words)
  const upper =
    rule.percentile === null
      ? t('schemes.rule.percentileFixed', { minimum })
      : t('schemes.rule.percentileTop', { top: percent(1 - rule.percentile), minimum })
  return [
    { optionId: rule.upperOptionId, text: upper },
    { optionId: rule.lowerOptionId, text: t('schemes.rule.rest') },
  ]
}

function paretoParts(rule: RuleOf<'pareto'>, words: Words, t: Translate): RulePart[] {
  const shares = rule.shares.map((share) => ({
    optionId: share.optionId,
    text:
      share.below >= 1
        ? t('schemes.rule.shareRest')
        : t(rule.counting === 'within' ? 'schemes.rule.shareWithin' : 'schemes.rule.share', { below: percent(share.below) }),
  }))
  const absolute = rule.absolute.map((line, index) => ({
    optionId: line.optionId,
    text: index === rule.absolute.length - 1 ? t('schemes.rule.shareRest') : t('schemes.rule.from', { from: amount(rule.metric, line.from, words) }),
  }))
  return [
    {
      lead: t('schemes.rule.pareto', { columns: measured(rule.metric, words, t) }),
      lines: [...shares, { optionId: rule.nothingOptionId, text: t('schemes.rule.nothing') }],
    },
    ...(absolute.length === 0 || rule.minimumPopulation === 0
      ? []
      : [{ lead: t('schemes.rule.few', { count: rule.minimumPopulation }), lines: absolute }]),
  ]
}

function rfmParts(rule: RuleOf<'rfm'>, fallbackOptionId: number | null, words: Words, t: Translate): RulePart[] {
  const bins = binsOf(rule)
  const isPairs = bins.r === 2 && bins.f === 2 && bins.m === 2
  const names = {
    recency: columnNames([rule.recencyColumnId], words, t),
    frequency: columnNames([rule.frequencyColumnId], words, t),
    monetary: columnNames([rule.monetaryColumnId], words, t),
  }
  const lines = rule.segments.map((segment) => ({
    optionId: segment.optionId,
    text: isPairs ? pairText(segment, t) : t('schemes.rule.rfm.segment', { r: spanText(segment.r), f: spanText(segment.f), m: spanText(segment.m) }),
  }))
  const lead = isPairs ? t('schemes.rule.rfm.two', names) : t('schemes.rule.rfm', { ...names, bins: Math.max(bins.r, bins.f, bins.m) })
  return [
    { lead, lines: [...lines, { optionId: fallbackOptionId, text: t('schemes.rule.rfm.others') }] },
    { lead: boundsText(rule, words, t), lines: [] },
  ]
}

function pairText({ r, f, m }: RuleOf<'rfm'>['segments'][number], t: Translate): string {
  const isHigh = ([low, high]: readonly [number, number]): boolean | null => (low === high ? low === 2 : null)
  const said = [
    { high: isHigh(r), yes: 'near', no: 'far' } as const,
    { high: isHigh(f), yes: 'often', no: 'seldom' } as const,
    { high: isHigh(m), yes: 'much', no: 'little' } as const,
  ]
  return said.flatMap(({ high, yes, no }) => (high === null ? [] : [t(`schemes.rule.rfm.${high ? yes : no}`)])).join(' · ')
}

function boundsText({ cuts, monetaryColumnId, frequencyColumnId }: RuleOf<'rfm'>, words: Words, t: Translate): string {
  if (cuts.kind === 'mean') return t('schemes.rule.rfm.mean')
  if (cuts.kind === 'quantile') return t('schemes.rule.rfm.quantile')
  return t('schemes.rule.rfm.fixed', {
    days: cuts.recency.join(' / '),
    count: cuts.frequency.map((count) => words.value(frequencyColumnId, count)).join(' / '),
    amount: cuts.monetary.map((money) => words.value(monetaryColumnId, money)).join(' / '),
  })
}

const spanText = ([low, high]: readonly [number, number]): string => (low === high ? String(low) : `${low}–${high}`)

function scoreParts(rule: RuleOf<'score'>, words: Words, t: Translate): RulePart[] {
  const lines = rule.lines.map((line) => ({ points: pointsOf(line), text: scoreLineText(line, words, t) }))
  return [
    { lead: t('schemes.rule.score', { lowest: rule.lowest, highest: rule.highest }), lines },
    { lead: t('schemes.rule.score.bands'), lines: bandsOf(rule.bands, (range) => scoreRangeText(range, t)) },
  ]
}

const pointsOf = (line: ScoreLine): string => (line.kind === 'condition' ? signed(line.points) : '')

function lifeCyclePart(rule: RuleOf<'lifeCycle'>, t: Translate): RulePart {
  const { phases } = rule
  const decline = { cycles: rule.declineCycles, shrink: percent(rule.shrink) }
  return {
    lead:
      rule.gapColumnId === null
        ? t('schemes.rule.lifeCycle.usual', { usual: rule.usualCycleDays })
        : t('schemes.rule.lifeCycle', { usual: rule.usualCycleDays }),
    lines: [
      { optionId: phases.acquisition, text: t('schemes.rule.phase.acquisition') },
      { optionId: phases.exit, text: t('schemes.rule.phase.exit', { cycles: rule.exitCycles, min: rule.exitDaysMin, max: rule.exitDaysMax }) },
      { optionId: phases.growth, text: t('schemes.rule.phase.growth', { orders: rule.maturityOrders, days: rule.newDays }) },
      { optionId: phases.decline, text: t(rule.amounts === null ? 'schemes.rule.phase.decline' : 'schemes.rule.phase.declineShrink', decline) },
      { optionId: phases.maturity, text: t('schemes.rule.phase.maturity') },
    ],
  }
}

function alivePart(rule: RuleOf<'alive'>, t: Translate): RulePart {
  const once = rule.onceOptionId === null ? [] : [{ optionId: rule.onceOptionId, text: t('schemes.rule.alive.once') }]
  return { lead: t('schemes.rule.alive'), lines: [...bandsOf(rule.bands, (range) => likelihoodText(range, t)), ...once] }
}

function rankScoreParts(rule: RuleOf<'rankScore'>, words: Words, t: Translate): RulePart[] {
  const all = rule.parts.reduce((sum, { weight }) => sum + weight, 0)
  const [first] = rule.parts
  const columns = columnNames(first === undefined ? [] : [first.columnId], words, t)
  return [
    {
      lead: t('schemes.rule.rankScore', { columns }),
      lines: rule.parts.map(({ columnId, weight }) => ({ points: percent(weight / all), text: columnNames([columnId], words, t) })),
    },
    {
      lead: t('schemes.rule.score.bands'),
      lines: [...bandsOf(rule.bands, (range) => scoreRangeText(range, t)), { optionId: rule.nothingOptionId, text: t('schemes.rule.nothing') }],
    },
  ]
}

function manualParts(rule: RuleOf<'manual'>, fallbackOptionId: number | null, t: Translate): RulePart[] {
  const rest = fallbackOptionId === null ? [] : [{ optionId: fallbackOptionId, text: t('schemes.rule.manual.rest') }]
  const lines = rule.optionIds.map((optionId) => ({ optionId, text: t('schemes.rule.manual.class') }))
  return [
    { lead: t('schemes.rule.manual'), lines: [...lines, ...rest] },
    { lead: t(rule.reasonRequired ? 'schemes.rule.manual.reason' : 'schemes.rule.manual.noReason'), lines: [] },
  ]
}

type Range = { from: number | null; below: number | null }

const bandsOf = (bands: readonly { from: number | null; optionId: number }[], text: (range: Range) => string): RuleLine[] =>
  bands.map((band, index) => ({ optionId: band.optionId, text: text({ from: band.from, below: bands[index + 1]?.from ?? null }) }))

function withFallback(parts: RulePart[], fallbackOptionId: number | null, t: Translate): RulePart[] {
  if (fallbackOptionId === null) return [...parts, { lead: t('schemes.rule.fallbackNone'), lines: [] }]
  const last = parts.length - 1
  return parts.map((part, index) =>
    index < last ? part : { ...part, lines: [...part.lines, { optionId: fallbackOptionId, text: t('schemes.rule.fallback') }] },
  )
}

const namesOf = (metric: Metric, words: Words, t: Translate): string => columnNames(columnsOf(metric), words, t)

/** What is measured, as part of a sentence: 「12个月金额」、「年业务潜在量」里最大的一个. */
function measured(metric: Metric, words: Words, t: Translate): string {
  const columns = namesOf(metric, words, t)
  return metric.kind === 'largest' && metric.columnIds.length > 1 ? t('schemes.rule.largestOf', { columns }) : columns
}
