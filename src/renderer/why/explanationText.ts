import type { Explanation, ExplanationReason } from '#shared/contract/classes.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Filter } from '#shared/model/filter.ts'
import { binsOf } from '#shared/model/classRules/rfmRule.ts'
import type { Metric, Rule, Scheme } from '#shared/model/scheme.ts'
import { filterText } from '../words/filterText.ts'
import { amount, columnNames, columnsOf, metricOf, percent, rangeText } from '../words/metricText.ts'
import { likelihoodText, scoreLineText, scoreRangeText, signed } from '../words/ruleText.ts'
import type { Words } from '../words/words.ts'
import { factsText } from './factsText.ts'

type ReasonOf<Kind extends ExplanationReason['kind']> = Extract<ExplanationReason, { kind: Kind }>

/**
 * Why a row has its class, in a sentence with the rule and the row's own values:
 * 离「下次跟进时间」（2026-11-24）还有 2 天，属于「7 天以内」。
 */
export function explanationText(explanation: Explanation, scheme: Scheme, words: Words, t: Translate): string {
  const { reason } = explanation
  const metric = metricOf(scheme.rule)
  switch (reason.kind) {
    case 'band':
      return t('rowPage.why.band', { fact: fact(explanation, metric, words, t), range: rangeText(reason, metric, words, t) })
    case 'decision':
      return decisionText(reason, explanation.values, scheme.rule, words, t)
    case 'percentile':
      return percentileText(reason, explanation, scheme.rule, words, t)
    case 'share':
      return shareText(reason, explanation, scheme.rule, words, t)
    case 'absolute':
      return t('rowPage.why.absolute', {
        fact: fact(explanation, metric, words, t),
        population: reason.population,
        minimum: reason.minimumPopulation,
        range: reason.from === null ? t('words.range.any') : t('words.range.from', { from: amount(metric, reason.from, words) }),
      })
    case 'rfm':
      return rfmText(reason, scheme.rule, words, t)
    case 'score':
      return scoreText(reason, scheme.rule, words, t)
    case 'lifeCycle':
      return t(`rowPage.why.phase.${reason.phase}`, { orders: reason.orders, recency: reason.recency ?? 0, cycle: Math.round(reason.cycle) })
    case 'alive':
      return t('rowPage.why.alive', { probability: percent(reason.probability), range: likelihoodText(reason, t) })
    case 'rankScore':
      return rankScoreText(reason, scheme.rule, words, t)
    case 'notFitted':
      return t('rowPage.why.notFitted', { reason: t(`words.modelFailure.${reason.failure}`) })
    case 'tags':
      return tagReasons(reason, explanation.values, scheme.rule, words, t)
        .map(({ text }) => text)
        .join(' ')
    case 'nobody':
      return t(explanation.lock === null ? 'rowPage.why.nobody' : 'rowPage.why.byHand')
    case 'once':
      return t('rowPage.why.once')
    case 'outOfScope':
      return t('rowPage.why.outOfScope')
    case 'nothing':
      return t('rowPage.why.nothing', { columns: columnNames(rankedColumns(scheme.rule), words, t) })
    case 'fallback': {
      if (scheme.rule.kind === 'tags') return t(scheme.fallbackOptionId === null ? 'rowPage.why.noTags' : 'rowPage.why.fallbackTag')
      const empty = explanation.values.filter(({ value }) => value === null).map(({ columnId }) => columnId)
      const columns = columnNames(empty, words, t)
      if (explanation.optionId === null) return empty.length === 0 ? t('rowPage.why.noneHolds') : t('rowPage.why.unclassified', { columns })
      const nothingKnown = explanation.values.length > 0 && empty.length === explanation.values.length
      return nothingKnown ? t('rowPage.why.fallbackEmpty', { columns }) : t('rowPage.why.fallback')
    }
    default:
      return assertNever(reason)
  }
}

/** Why a row has each of its tags: the conditions that gave it, and since when. */
export function tagReasons(
  { tags }: ReasonOf<'tags'>,
  values: Explanation['values'],
  rule: Rule,
  words: Words,
  t: Translate,
): { optionId: number; since: string | null; text: string }[] {
  const rows = rule.kind === 'tags' ? rule.rows : []
  return tags.map(({ optionId, since, lines }) => {
    const held = lines.flatMap((line) => rows[line] ?? [])
    if (held.length === 0) return { optionId, since, text: t('rowPage.why.changed') }
    const condition = held.map(({ when }) => conditionText(when, values, words, t)).join(t('rowPage.why.orElse'))
    return { optionId, since, text: t('rowPage.why.decision', { condition }) }
  })
}

/** The condition that held, and what the row has of what it asks. */
function decisionText({ row }: ReasonOf<'decision'>, values: Explanation['values'], rule: Rule, words: Words, t: Translate): string {
  const held = rule.kind === 'decisionTable' ? rule.rows[row] : undefined
  if (held === undefined) return t('rowPage.why.changed')
  return t('rowPage.why.decision', { condition: conditionText(held.when, values, words, t) })
}

function conditionText(when: Filter, values: Explanation['values'], words: Words, t: Translate): string {
  const condition = filterText(when, words, t)
  const facts = factsText(when, values, words, t)
  return facts === '' ? condition : t('rowPage.why.withFacts', { condition, facts })
}

function percentileText(reason: ReasonOf<'percentile'>, explanation: Explanation, rule: Rule, words: Words, t: Translate): string {
  const metric = metricOf(rule)
  const params = { fact: fact(explanation, metric, words, t), threshold: amount(metric, reason.threshold, words) }
  // The threshold is the minimum, and not the percentile, where few rows have large values.
  const byRank = rule.kind === 'percentile' && rule.percentile !== null && reason.threshold > rule.minimum
  if (!byRank) return reason.upper ? t('rowPage.why.reaches', params) : t('rowPage.why.below', params)
  const top = percent(1 - (rule.percentile ?? 0))
  return reason.upper ? t('rowPage.why.reachesTop', { ...params, top }) : t('rowPage.why.belowTop', { ...params, top })
}

function shareText(reason: ReasonOf<'share'>, explanation: Explanation, rule: Rule, words: Words, t: Translate): string {
  const params = { fact: fact(explanation, metricOf(rule), words, t), population: reason.population, rank: reason.rank }
  if (reason.rank === 1) return t('rowPage.why.first', params)
  if (reason.within !== undefined) return withinText({ ...reason, within: reason.within }, params, rule, t)
  const before = percent(reason.before)
  const reached = rule.kind === 'pareto' ? rule.shares.findLast((share) => share.below <= reason.before)?.below : undefined
  if (reason.below >= 1 && reached !== undefined) return t('rowPage.why.shareAbove', { ...params, before, reached: percent(reached) })
  return t('rowPage.why.share', { ...params, before, below: percent(reason.below) })
}

/** Where the row's own share counts too, as in an ABC analysis. */
function withinText(
  reason: ReasonOf<'share'> & { within: number },
  params: { fact: string; population: number; rank: number },
  rule: Rule,
  t: Translate,
): string {
  const within = percent(reason.within)
  const passed = rule.kind === 'pareto' ? rule.shares.findLast((share) => share.below < reason.below)?.below : undefined
  if (reason.below >= 1 && passed !== undefined) return t('rowPage.why.shareBeyond', { ...params, within, reached: percent(passed) })
  return t('rowPage.why.shareWithin', { ...params, within, below: percent(reason.below) })
}

function rfmText({ scores, recency, frequency, monetary }: ReasonOf<'rfm'>, rule: Rule, words: Words, t: Translate): string {
  if (rule.kind !== 'rfm') return t('rowPage.why.changed')
  const bins = binsOf(rule)
  const facts = {
    recency,
    frequency: words.value(rule.frequencyColumnId, frequency),
    monetary: words.value(rule.monetaryColumnId, monetary),
    recencyColumn: columnNames([rule.recencyColumnId], words, t),
    frequencyColumn: columnNames([rule.frequencyColumnId], words, t),
    monetaryColumn: columnNames([rule.monetaryColumnId], words, t),
  }
  if (bins.r !== 2 || bins.f !== 2 || bins.m !== 2) return t('rowPage.why.rfm', { ...facts, ...scores })
  // Of two scores each, a word says more than a number.
  return t('rowPage.why.rfm.two', {
    ...facts,
    r: t(scores.r === 2 ? 'schemes.rule.rfm.near' : 'schemes.rule.rfm.far'),
    f: t(scores.f === 2 ? 'schemes.rule.rfm.often' : 'schemes.rule.rfm.seldom'),
    m: t(scores.m === 2 ? 'schemes.rule.rfm.much' : 'schemes.rule.rfm.little'),
  })
}

/** Before how many of the others the row stands, by each number. */
function rankScoreText(reason: ReasonOf<'rankScore'>, rule: Rule, words: Words, t: Translate): string {
  if (rule.kind !== 'rankScore') return t('rowPage.why.changed')
  const tenths = (value: number): number => Math.round(value * 10) / 10
  const parts = rule.parts.map(({ columnId }, index) =>
    t('rowPage.why.rankPart', { column: columnNames([columnId], words, t), rank: tenths(reason.ranks[index] ?? 0) }),
  )
  const params = { score: tenths(reason.score), range: scoreRangeText(reason, t), population: reason.population }
  return t('rowPage.why.rankScore', { ...params, parts: parts.join(t('common.listSeparator')) })
}

/** Every line that gave points, with what it gave. */
function scoreText(reason: ReasonOf<'score'>, rule: Rule, words: Words, t: Translate): string {
  if (rule.kind !== 'score') return t('rowPage.why.changed')
  const score = Math.round(reason.score * 10) / 10
  const range = scoreRangeText(reason, t)
  const parts = rule.lines.flatMap((line, index) => {
    const points = reason.points[index] ?? 0
    return points === 0 ? [] : [t('rowPage.why.scorePart', { text: scoreLineText(line, words, t), points: signed(points) })]
  })
  if (parts.length === 0) return t('rowPage.why.scoreNothing', { score, range })
  return t('rowPage.why.score', { score, range, parts: parts.join(t('common.listSeparator')) })
}

/** What was measured of this row: the part of the sentence before the rule. */
function fact(explanation: Explanation, metric: Metric | null, words: Words, t: Translate): string {
  const number = explanation.metric
  if (metric === null || number === null) return t('rowPage.fact.unknown')
  switch (metric.kind) {
    case 'column':
      return t('rowPage.fact.column', { column: words.column(metric.columnId), value: amount(metric, number, words) })
    case 'largest':
      return t('rowPage.fact.largest', { columns: columnNames(metric.columnIds, words, t), value: amount(metric, number, words) })
    case 'daysUntil': {
      const read = explanation.values.find(({ columnId, value }) => metric.columnIds.includes(columnId) && value !== null)
      const column = words.column(read?.columnId ?? metric.columnIds[0] ?? 0)
      const date = typeof read?.value === 'string' ? read.value.slice(0, 10) : ''
      if (number === 0) return t('rowPage.fact.dueToday', { column })
      return number < 0 ? t('rowPage.fact.overdue', { column, date, days: -number }) : t('rowPage.fact.due', { column, date, days: number })
    }
    case 'daysSince':
      return t('rowPage.fact.since', { columns: columnNames(metric.columnIds, words, t), days: number })
    default:
      return assertNever(metric)
  }
}

/** The columns that tell whether a row is ranked at all. */
function rankedColumns(rule: Rule): readonly number[] {
  return rule.kind === 'rankScore' ? rule.parts.slice(0, 1).map(({ columnId }) => columnId) : columnsOf(metricOf(rule))
}
