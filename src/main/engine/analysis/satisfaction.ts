import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import { netPromoterScoreOf, satisfactionScore } from '../models/service/satisfaction.ts'
import { monthText } from '../report/period.ts'
import { answersOf, dimensions, surveyRoles, type Answer } from './figures/answers.ts'
import { listedText, missingOf, sectionOf, type Making } from './making.ts'
import { spanNote, spanOf } from './span.ts'

/** Of fewer answers a score is a hint at best. */
const leastAnswers = 5

/** Whether customers would recommend us, how content they are with what, and what the least content say. */
export function satisfaction(making: Making, input: AnalysisInputs['satisfaction']): Analysis {
  const { context, words } = making
  const { t } = words
  const span = spanOf(input.period, context.today)
  const answers = answersOf(context, span.now)
  if (answers === null) return missingOf(making, surveyRoles) ?? { kind: 'missing', text: t('analysisService.nps.nothing') }
  const notes = [
    spanNote(span, words),
    t('analysisService.nps.method'),
    t('analysisService.csat.method'),
    t('analysisService.small', { least: leastAnswers }),
  ]
  if (answers.length === 0) return { kind: 'nothing', text: t('analysisService.nps.nothing'), notes }
  const before = span.before === null ? [] : (answersOf(context, span.before) ?? [])
  return { kind: 'shown', sections: [npsSection(making, answers, before), csatSection(making, answers), lowestSection(making, answers)], notes }
}

type Counts = { promoters: number; passives: number; detractors: number }

function countsOf(answers: readonly Answer[]): Counts {
  const scores = answers.flatMap(({ nps }) => nps ?? [])
  return {
    promoters: scores.filter((score) => score >= 9).length,
    passives: scores.filter((score) => score > 6 && score < 9).length,
    detractors: scores.filter((score) => score <= 6).length,
  }
}

const sizeOf = ({ promoters, passives, detractors }: Counts): number => promoters + passives + detractors

/** A score without a naked sign: +32, 0, −8. */
function scoreText(score: number): string {
  const rounded = Math.round(score)
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0'
}

function npsSection(making: Making, answers: readonly Answer[], earlier: readonly Answer[]): AnalysisSection {
  const { words } = making
  const { t, lang } = words
  const title = t('analysisService.nps.title')
  const counts = countsOf(answers)
  const score = netPromoterScoreOf(counts)
  if (score === null) return sectionOf('nps', title, { emptyText: t('analysisService.nps.noScores') })
  const before = countsOf(earlier)
  const past = netPromoterScoreOf(before)
  const months = [...byMonth(answers)].map(([month, own]) => ({ month, counts: countsOf(own) })).filter((each) => sizeOf(each.counts) > 0)
  const kinds = [
    { key: 'promoters', color: 'green' },
    { key: 'passives', color: 'gray' },
    { key: 'detractors', color: 'red' },
  ] as const
  return sectionOf('nps', title, {
    sentence: words.joined([
      t('analysisService.nps.sentence', { score: scoreText(score), count: sizeOf(counts), ...counts }),
      past === null || sizeOf(before) < leastAnswers ? '' : t('analysisService.nps.before', { score: scoreText(past), count: sizeOf(before) }),
    ]),
    warning: sizeOf(counts) < leastAnswers ? t('analysisService.nps.few', { count: sizeOf(counts) }) : null,
    chart: {
      kind: 'bar',
      horizontal: false,
      stacked: true,
      unit: 'count',
      categories: months.map(({ month }) => ({ name: month, color: null })),
      series: kinds.map(({ key, color }) => ({ name: t(`analysisService.nps.${key}`), color, values: months.map((each) => each.counts[key]) })),
    },
    table: {
      columns: [
        { name: t('analysisService.month'), format: 'text' },
        { name: 'NPS', format: 'number' },
        { name: t('analysisService.answers'), format: 'number' },
        ...kinds.map(({ key }) => ({ name: t(`analysisService.nps.${key}`), format: 'number' as const })),
        { name: t('analysisCompare.remark'), format: 'text' },
      ],
      rows: months.map((each) => [
        monthText(each.month, lang),
        netPromoterScoreOf(each.counts),
        sizeOf(each.counts),
        each.counts.promoters,
        each.counts.passives,
        each.counts.detractors,
        sizeOf(each.counts) < leastAnswers ? t('analysisCompare.small') : '',
      ]),
      opens: null,
    },
  })
}

/** Answers by the month they were given in, the earliest first. */
function byMonth(answers: readonly Answer[]): Map<string, Answer[]> {
  const months = new Map<string, Answer[]>()
  for (const answer of answers.toReversed()) {
    const month = answer.day.slice(0, 7)
    const known = months.get(month)
    if (known === undefined) months.set(month, [answer])
    else known.push(answer)
  }
  return months
}

function csatSection(making: Making, answers: readonly Answer[]): AnalysisSection {
  const { words } = making
  const { t } = words
  const title = t('analysisService.csat.title')
  const parts = dimensions
    .map((key) => ({ name: t(`analysisService.csat.${key}`), ratings: answers.flatMap((answer) => answer.ratings[key] ?? []) }))
    .filter(({ ratings }) => ratings.length > 0)
  if (parts.length === 0) return sectionOf('csat', title, { emptyText: t('analysisService.csat.nothing') })
  const whole = { name: t('analysisService.csat.whole'), ratings: parts.flatMap(({ ratings }) => ratings) }
  const lines = [...parts, whole].map(({ name, ratings }) => ({
    name,
    count: ratings.length,
    share: (satisfactionScore(ratings) ?? 0) / 100,
    mean: ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length,
    low: ratings.filter((rating) => rating <= 2).length,
  }))
  const own = lines.slice(0, -1)
  const [weakest] = own.toSorted((left, right) => left.share - right.share || left.mean - right.mean)
  return sectionOf('csat', title, {
    sentence: words.joined([
      t('analysisService.csat.sentence', { share: words.share(lines.at(-1)?.share ?? 0), mean: (lines.at(-1)?.mean ?? 0).toFixed(1) }),
      weakest === undefined || own.length < 2 || own.every(({ share }) => share === weakest.share)
        ? ''
        : t('analysisService.csat.weakest', { name: weakest.name, share: words.share(weakest.share) }),
    ]),
    warning: own.some(({ count }) => count < leastAnswers) ? t('analysisService.csat.few', { least: leastAnswers }) : null,
    chart: {
      kind: 'labelledBars',
      bars: lines.map(({ name, share, count }) => ({
        name,
        value: share,
        label: t('analysisService.csat.label', { share: words.share(share), count }),
        color: null,
        faint: count < leastAnswers,
      })),
      mark: null,
    },
    table: {
      columns: [
        { name: t('analysisService.csat.dimension'), format: 'text' },
        { name: t('analysisService.csat.share'), format: 'percent' },
        { name: t('analysisService.csat.mean'), format: 'number' },
        { name: t('analysisService.answers'), format: 'number' },
        { name: t('analysisService.csat.low'), format: 'number' },
        { name: t('analysisCompare.remark'), format: 'text' },
      ],
      rows: lines.map(({ name, share, mean, count, low }) => [name, share, mean, count, low, count < leastAnswers ? t('analysisCompare.small') : '']),
      opens: null,
    },
  })
}

/** Who would not recommend us or gave one or two stars, the worst first, with what they said. */
function lowestSection(making: Making, answers: readonly Answer[]): AnalysisSection {
  const { context, words, longest } = making
  const { t } = words
  const title = t('analysisService.lowest.title')
  const low = answers
    .map((answer) => ({ answer, worst: Math.min(...dimensions.flatMap((key) => answer.ratings[key] ?? []), 5) }))
    .filter(({ answer, worst }) => (answer.nps !== null && answer.nps <= 6) || worst <= 2)
    .toSorted((left, right) => (left.answer.nps ?? left.worst * 2) - (right.answer.nps ?? right.worst * 2))
  if (low.length === 0) return sectionOf('lowest', title, { emptyText: t('analysisService.lowest.nothing') })
  const listed = low.slice(0, longest)
  return sectionOf('lowest', title, {
    sentence: words.joined([
      t('analysisService.lowest.sentence', { count: low.length, said: low.filter(({ answer }) => answer.opinion.trim() !== '').length }),
      listedText(making, listed.length, low.length),
    ]),
    table: {
      columns: [
        { name: t('report.pareto.customer'), format: 'text' },
        { name: t('analysisService.lowest.day'), format: 'date' },
        { name: t('analysisService.lowest.nps'), format: 'number' },
        ...dimensions.map((key) => ({ name: t(`analysisService.csat.${key}`), format: 'number' as const })),
        { name: t('analysisService.lowest.opinion'), format: 'text' },
      ],
      rows: listed.map(({ answer }) => [answer.customer, answer.day, answer.nps, ...dimensions.map((key) => answer.ratings[key]), answer.opinion]),
      opens: { tableId: context.schema.columnByRole('survey.date')?.tableId ?? 0, rowIds: listed.map(({ answer }) => answer.id) },
    },
  })
}
