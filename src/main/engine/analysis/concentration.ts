import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import type { ReportChart } from '#shared/contract/report.ts'
import { shareGrades } from '../models/segments/shareGrades.ts'
import type { Period } from '../report/period.ts'
import { shareOf } from '../stats/cumulativeShare.ts'
import { sql } from '../store/sql.ts'
import { customerNames } from './customerNames.ts'
import { listedText, sectionOf, type Making } from './making.ts'
import { orderNotes, ordersOf, type Orders } from './orders.ts'
import { spanNote, spanOf, type Span } from './span.ts'

/** Shares before a customer below which he is S, A, B; the rest who bought are C, who did not D. */
const gradeBounds = [0.5, 0.8, 0.95] as const
const gradeNames = ['S', 'A', 'B', 'C', 'D'] as const
/** One customer above this share, or all S above the other, is too much (店大欺客). */
const [mostForOne, mostForS] = [0.3, 0.6]

/** Which customers bring 80 % of the sales, what S to D bring, and how much hangs on how few. */
export function concentration(making: Making, input: AnalysisInputs['concentration']): Analysis {
  const { context, words } = making
  const found = ordersOf(making)
  if (!found.ok) return found.failure
  const orders = found.value
  const span = spanOf(input.period, context.today)
  const notes = [spanNote(span, words), ...orderNotes(context, words)]
  const buyers = buyersOf(making, orders, span)
  const withoutSales = buyers.filter(({ units }) => units <= 0).length
  const holders = buyers.filter(({ units }) => units > 0)
  if (holders.length === 0) return { kind: 'nothing', text: words.t('analysisSales.concentration.nothing'), notes }
  const customers = context.db.ids(sql`select count(*) from ${sql.table(`t${orders.customerTableId}`)}`)[0] ?? 0
  return {
    kind: 'shown',
    sections: [holdersSection(making, orders, holders, span), gradesSection(making, orders, holders, customers, span)],
    notes: [...notes, ...(withoutSales === 0 ? [] : [words.t('analysisSales.concentration.without', { count: withoutSales })])],
  }
}

type Buyer = { id: number; units: number; orders: number; before: number }

/** Customers with orders in the period or the one before, the largest first. */
function buyersOf({ context }: Making, orders: Orders, { now, before }: Span): Buyer[] {
  const within = (period: Period | null) => (period === null ? sql`0` : sql`day >= ${period.from} and day <= ${period.to}`)
  return context.db
    .rows(
      sql`select customer_id, total(case when ${within(now)} then units end) as sum, total(case when ${within(now)} then purchases end),
        total(case when ${within(before)} then units end) from (${orders.lines}) group by 1 order by sum desc, 1`,
    )
    .map(([id, units, count, earlier]) => ({ id: Number(id), units: Number(units), orders: Number(count), before: Number(earlier) }))
}

function holdersSection(making: Making, orders: Orders, holders: readonly Buyer[], span: Span): AnalysisSection {
  const { context, words, longest } = making
  const { t } = words
  const sums = runningSums(holders.map(({ units }) => units))
  const total = sums.at(-1) ?? 0
  const share = shareOf(sums, orders.unit)
  const count = Math.max(1, Math.round((share.rowShareFor80 ?? 1) * share.population))
  const listed = holders.slice(0, Math.min(count, longest))
  const names = customerNames(
    context,
    listed.map(({ id }) => id),
    words,
  )
  const grades = shareGrades(
    holders.map(({ units }) => units),
    gradeBounds,
  )
  const one = (sums[0] ?? 0) / total
  const top =
    holders.length > 5
      ? t('report.pareto.top', { name: names[0] ?? '', one: words.share(one), five: words.share((sums[4] ?? 0) / total) })
      : t('report.pareto.topOnly', { name: names[0] ?? '', one: words.share(one) })
  const ofS = holders.reduce((sum, { units }, place) => sum + (grades[place] === 0 ? units : 0), 0) / total
  const fifth = (sums[Math.max(1, Math.round(sums.length * 0.2)) - 1] ?? 0) / total
  const compared = span.before !== null
  return sectionOf('holders', t('analysisSales.concentration.holders'), {
    sentence: words.joined([
      t('report.pareto.sentence', { count, share: words.share(count / share.population), held: words.share(fifth) }),
      top,
      listedText(making, listed.length, count),
    ]),
    warning: alarm(making, one, ofS),
    chart: { kind: 'cumulativeShare', points: share.points.map(({ rowShare, valueShare }) => ({ rowShare, valueShare })) },
    table: {
      columns: [
        { name: t('report.pareto.rank'), format: 'number' },
        { name: t('report.pareto.customer'), format: 'text' },
        { name: t('analysisSales.concentration.grade'), format: 'text' },
        { name: t('report.pareto.orders'), format: 'number' },
        { name: t('report.pareto.amount'), format: 'currency' },
        { name: t('report.pareto.share'), format: 'percent' },
        { name: t('report.pareto.cumulative'), format: 'percent' },
        ...(compared
          ? ([
              { name: t('report.pareto.before'), format: 'currency' },
              { name: t('report.overview.change'), format: 'percent' },
            ] as const)
          : []),
      ],
      rows: listed.map((buyer, place) => [
        place + 1,
        names[place] ?? '',
        gradeNames[grades[place] ?? 4] ?? '',
        buyer.orders,
        buyer.units / orders.unit,
        buyer.units / total,
        (sums[place] ?? 0) / total,
        ...(compared ? [buyer.before / orders.unit, buyer.before > 0 ? buyer.units / buyer.before - 1 : null] : []),
      ]),
      opens: { tableId: orders.customerTableId, rowIds: listed.map(({ id }) => id) },
    },
  })
}

function alarm({ words }: Making, one: number, ofS: number): string | null {
  const { t } = words
  const said = words.joined([
    one > mostForOne ? t('report.pareto.alarmOne') : '',
    ofS > mostForS ? t('report.pareto.alarmS', { share: words.share(ofS) }) : '',
  ])
  return said === '' ? null : said
}

/** What S, A, B, C and D bring, against what the same grades brought in the period before. */
function gradesSection(making: Making, orders: Orders, holders: readonly Buyer[], customers: number, span: Span): AnalysisSection {
  const { words } = making
  const { t } = words
  const now = sharesByGrade(holders.map(({ units }) => units))
  const before = sharesByGrade(
    holders
      .map((buyer) => buyer.before)
      .filter((units) => units > 0)
      .toSorted((left, right) => right - left),
  )
  const compared = span.before !== null && before.total > 0
  const chart: ReportChart = {
    kind: 'bar',
    horizontal: true,
    stacked: false,
    unit: 'currency',
    categories: gradeNames.slice(0, 4).map((name, grade) => ({ name, color: `step${grade + 1}` })),
    series: [{ name: t('report.pareto.amount'), color: null, values: now.units.slice(0, 4).map((units) => units / orders.unit) }],
  }
  return sectionOf('grades', t('analysisSales.concentration.grades'), {
    sentence: t('analysisSales.concentration.gradesSentence', { count: now.counts[0] ?? 0, share: words.share((now.units[0] ?? 0) / now.total) }),
    chart,
    table: {
      columns: [
        { name: t('analysisSales.concentration.grade'), format: 'text' },
        { name: t('analysisSales.concentration.meaning'), format: 'text' },
        { name: t('analysisSales.customers'), format: 'number' },
        { name: t('report.pareto.amount'), format: 'currency' },
        { name: t('report.pareto.share'), format: 'percent' },
        ...(compared
          ? ([
              { name: t('analysisSales.concentration.customersBefore'), format: 'number' },
              { name: t('analysisSales.concentration.shareBefore'), format: 'percent' },
            ] as const)
          : []),
      ],
      rows: gradeNames.map((name, grade) => [
        name,
        t(`analysisSales.concentration.is${name}`),
        grade === 4 ? customers - holders.length : (now.counts[grade] ?? 0),
        (now.units[grade] ?? 0) / orders.unit,
        (now.units[grade] ?? 0) / now.total,
        ...(compared ? [grade === 4 ? customers - before.count : (before.counts[grade] ?? 0), (before.units[grade] ?? 0) / before.total] : []),
      ]),
      opens: null,
    },
  })
}

function sharesByGrade(descending: readonly number[]) {
  const grades = shareGrades(descending, gradeBounds)
  const counts = gradeNames.map((_, grade) => grades.filter((each) => each === grade).length)
  const units = gradeNames.map((_, grade) => descending.reduce((sum, value, place) => sum + (grades[place] === grade ? value : 0), 0))
  return { counts, units, count: descending.length, total: descending.reduce((sum, value) => sum + value, 0) }
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => (sum += value))
}
