import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Metric, Rule, RuleOf } from '#shared/model/scheme.ts'
import { filterText } from '../../words/filterText.ts'
import { amount, columnNames, columnsOf, percent, rangeText } from '../../words/metricText.ts'
import type { Words } from '../../words/words.ts'

/** One class of a rule and what brings a row into it. */
export type RuleLine = { optionId: number | null; text: string }
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
    case 'percentile':
      return [
        {
          lead: t('schemes.rule.percentile', { columns: measured(rule.metric, words, t) }),
          lines: [...percentileLines(rule, words, t), { optionId: fallbackOptionId, text: t('schemes.rule.nothing') }],
        },
      ]
    case 'pareto':
      return paretoParts(rule, words, t)
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
  return bands.map((band, index) => ({
    optionId: band.optionId,
    text: rangeText({ from: band.from, below: bands[index + 1]?.from ?? null }, metric, words, t),
  }))
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
    text: share.below >= 1 ? t('schemes.rule.shareRest') : t('schemes.rule.share', { below: percent(share.below) }),
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

function withFallback(parts: RulePart[], fallbackOptionId: number | null, t: Translate): RulePart[] {
  if (fallbackOptionId === null) return [...parts, { lead: t('schemes.rule.fallbackNone'), lines: [] }]
  return parts.map((part) => ({ ...part, lines: [...part.lines, { optionId: fallbackOptionId, text: t('schemes.rule.fallback') }] }))
}

const namesOf = (metric: Metric, words: Words, t: Translate): string => columnNames(columnsOf(metric), words, t)

/** What is measured, as part of a sentence: 「12个月金额」、「年业务潜在量」里最大的一个. */
function measured(metric: Metric, words: Words, t: Translate): string {
  const columns = namesOf(metric, words, t)
  return metric.kind === 'largest' && metric.columnIds.length > 1 ? t('schemes.rule.largestOf', { columns }) : columns
}
