import type { Translate } from '#shared/i18n/translate.ts'
import type { Metric, Rule, RuleOf } from '#shared/model/scheme.ts'
import type { Words } from './words.ts'

/** The metric a rule compares; null for rules that look at something else. */
export function metricOf(rule: Rule): Metric | null {
  return hasMetric(rule) ? rule.metric : null
}

/** Whether the metric counts whole days. */
export const countsDays = (metric: Metric | null): boolean => metric?.kind === 'daysUntil' || metric?.kind === 'daysSince'

/** A number of the metric as its column writes it. */
export function amount(metric: Metric | null, value: number, words: Words): string {
  const columnId = columnsOf(metric)[0]
  return columnId === undefined ? String(value) : words.value(columnId, value)
}

/** A band in words. Days are whole, so a band of days is said by its last day: 8–30 天. */
export function rangeText({ from, below }: { from: number | null; below: number | null }, metric: Metric | null, words: Words, t: Translate): string {
  if (from === null && below === null) return t('words.range.any')
  if (countsDays(metric)) {
    if (below === null) return t('words.range.daysOver', { days: (from ?? 0) - 1 })
    if (from === null || from <= 0) return t('words.range.daysWithin', { days: below - 1 })
    return t('words.range.days', { from, to: below - 1 })
  }
  if (from === null) return t('words.range.below', { below: amount(metric, below ?? 0, words) })
  if (below === null) return t('words.range.from', { from: amount(metric, from, words) })
  return t('words.range.between', { from: amount(metric, from, words), below: amount(metric, below, words) })
}

export function columnNames(columnIds: readonly number[], words: Words, t: Translate): string {
  return columnIds.map((id) => t('words.quoted', { name: words.column(id) })).join(t('common.listSeparator'))
}

export function columnsOf(metric: Metric | null): readonly number[] {
  if (metric === null) return []
  return metric.kind === 'column' ? [metric.columnId] : metric.columnIds
}

/** 0.8 → 80%, with a decimal where it matters. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

function hasMetric(rule: Rule): rule is RuleOf<'bands' | 'percentile' | 'pareto'> {
  return rule.kind === 'bands' || rule.kind === 'percentile' || rule.kind === 'pareto'
}
