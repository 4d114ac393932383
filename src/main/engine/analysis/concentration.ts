import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import { daysSinceEpoch } from '#shared/lib/days.ts'
import type { ReportChart } from '#shared/contract/report.ts'
import { shareGrades } from '../models/segments/shareGrades.ts'
import type { Period } from '../report/period.ts'
import { shareChart, shareOf } from '../stats/cumulativeShare.ts'
import { roomFor } from './figures/salesLines.ts'
import { listedText, sectionOf, type Making } from './making.ts'
import { customerSales, productSales, type SalesBy } from './salesBy.ts'
import { spanNote, spanOf, type Span } from './span.ts'

/** Shares before a customer below which he is S, A, B; the rest who bought are C, who did not D. */
const gradeBounds = [0.5, 0.8, 0.95] as const
const gradeNames = ['S', 'A', 'B', 'C', 'D'] as const
/** One customer above this share, or all S above the other, is too much (店大欺客). */
const [mostForOne, mostForS] = [0.3, 0.6]

/** Which customers, or products, bring 80 % of the sales, what S to D bring, and how much hangs on how few. */
export function concentration(making: Making, input: AnalysisInputs['concentration']): Analysis {
  const { context, words } = making
  const found = input.of === 'products' ? productSales(making) : customerSales(making)
  if (!found.ok) return found.failure
  const sales = found.value
  const span = spanOf(input.period, context.today)
  const notes = [spanNote(span, words), ...sales.notes]
  const all = holdersOf(sales, span)
  const holders = all.filter(({ units }) => units > 0)
  const nothing = all.filter(({ lines, units }) => lines > 0 && units <= 0).length
  if (nothing > 0) notes.push(words.t(`analysisSales.concentration.without.${input.of}`, { count: nothing }))
  if (holders.length === 0) return { kind: 'nothing', text: words.t('analysisSales.concentration.nothing'), notes }
  return {
    kind: 'shown',
    sections: [holdersSection(making, input, sales, holders, span), gradesSection(making, input, sales, holders, all, span)],
    notes,
  }
}

/** Somebody or something with sales in the period or the one before; `lines` counts what there is in the period. */
type Holder = { id: number; units: number; purchases: number; lines: number; before: number }

/** The largest first. */
function holdersOf(sales: SalesBy, { now, before }: Span): Holder[] {
  const { holders, days, units } = sales.read()
  const size = roomFor(holders)
  const [sums, earlier] = [new Float64Array(size), new Float64Array(size)]
  const [seen, lines, purchases] = [new Uint8Array(size), new Int32Array(size), new Int32Array(size)]
  const [isNow, isBefore] = [within(now), within(before)]
  for (let line = 0; line < holders.length; line += 1) {
    const [id = 0, day = 0, amount = 0] = [holders[line], days[line], units[line]]
    seen[id] = 1
    if (isNow(day)) {
      sums[id] = (sums[id] ?? 0) + amount
      lines[id] = (lines[id] ?? 0) + 1
      if (amount >= 0) purchases[id] = (purchases[id] ?? 0) + 1
    }
    if (isBefore(day)) earlier[id] = (earlier[id] ?? 0) + amount
  }
  return Array.from(seen, (there, id) => ({ there, id }))
    .filter(({ there }) => there === 1)
    .map(({ id }) => ({ id, units: sums[id] ?? 0, purchases: purchases[id] ?? 0, lines: lines[id] ?? 0, before: earlier[id] ?? 0 }))
    .toSorted((left, right) => right.units - left.units || left.id - right.id)
}

/** Whether a day, counted from 1970, lies in the period. */
function within(period: Period | null): (day: number) => boolean {
  if (period === null) return () => false
  const [from, to] = [daysSinceEpoch(period.from), daysSinceEpoch(period.to)]
  return (day) => day >= from && day <= to
}

function holdersSection(
  making: Making,
  { of }: AnalysisInputs['concentration'],
  sales: SalesBy,
  holders: readonly Holder[],
  span: Span,
): AnalysisSection {
  const { words, longest } = making
  const { t } = words
  const sums = runningSums(holders.map(({ units }) => units))
  const total = sums.at(-1) ?? 0
  const share = shareOf(sums, sales.unit)
  const count = Math.max(1, Math.round((share.rowShareFor80 ?? 1) * share.population))
  const listed = holders.slice(0, Math.min(count, longest))
  const names = sales.namesOf(listed.map(({ id }) => id))
  const grades = shareGrades(
    holders.map(({ units }) => units),
    gradeBounds,
  )
  const one = (sums[0] ?? 0) / total
  const ofS = holders.reduce((sum, { units }, place) => sum + (grades[place] === 0 ? units : 0), 0) / total
  const fifth = (sums[Math.max(1, Math.round(sums.length * 0.2)) - 1] ?? 0) / total
  const compared = span.before !== null
  return sectionOf('holders', t(`analysisSales.concentration.holders.${of}`), {
    sentence: words.joined([
      t(`analysisSales.concentration.sentence.${of}`, { count, share: words.share(count / share.population), held: words.share(fifth) }),
      t(`analysisSales.concentration.top.${of}`, { name: names[0] ?? '', share: words.share(one) }),
      holders.length > 5 ? t('analysisSales.concentration.five', { share: words.share((sums[4] ?? 0) / total) }) : '',
      listedText(making, listed.length, count),
    ]),
    // Much of one product is a matter of the shop; much of one customer makes the shop his.
    warning: of === 'customers' ? alarm(making, one, ofS) : null,
    chart: shareChart(share),
    table: {
      columns: [
        { name: t('report.pareto.rank'), format: 'number' },
        { name: t(`analysisSales.concentration.holder.${of}`), format: 'text' },
        { name: t('analysisSales.concentration.grade'), format: 'text' },
        { name: t(`analysisSales.concentration.purchases.${of}`), format: 'number' },
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
      rows: listed.map((holder, place) => [
        place + 1,
        names[place] ?? '',
        gradeNames[grades[place] ?? 4] ?? '',
        holder.purchases,
        holder.units / sales.unit,
        holder.units / total,
        (sums[place] ?? 0) / total,
        ...(compared ? [holder.before / sales.unit, holder.before > 0 ? holder.units / holder.before - 1 : null] : []),
      ]),
      opens: { tableId: sales.tableId, rowIds: listed.map(({ id }) => id) },
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
function gradesSection(
  making: Making,
  { of }: AnalysisInputs['concentration'],
  sales: SalesBy,
  holders: readonly Holder[],
  all: readonly Holder[],
  span: Span,
): AnalysisSection {
  const { words } = making
  const everybody = sales.count()
  const { t } = words
  const now = sharesByGrade(holders.map(({ units }) => units))
  const before = sharesByGrade(
    all
      .map((holder) => holder.before)
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
    series: [{ name: t('report.pareto.amount'), color: null, values: now.units.slice(0, 4).map((units) => units / sales.unit) }],
  }
  return sectionOf('grades', t('analysisSales.concentration.grades'), {
    sentence: t(`analysisSales.concentration.gradesSentence.${of}`, {
      count: now.counts[0] ?? 0,
      share: words.share((now.units[0] ?? 0) / now.total),
    }),
    chart,
    table: {
      columns: [
        { name: t('analysisSales.concentration.grade'), format: 'text' },
        { name: t('analysisSales.concentration.meaning'), format: 'text' },
        { name: t(`analysisSales.concentration.number.${of}`), format: 'number' },
        { name: t('report.pareto.amount'), format: 'currency' },
        { name: t('report.pareto.share'), format: 'percent' },
        ...(compared
          ? ([
              { name: t(`analysisSales.concentration.numberBefore.${of}`), format: 'number' },
              { name: t('analysisSales.concentration.shareBefore'), format: 'percent' },
            ] as const)
          : []),
      ],
      rows: gradeNames.map((name, grade) => [
        name,
        name === 'D'
          ? t(`analysisSales.concentration.isD.${of}`)
          : name === 'C'
            ? t(`analysisSales.concentration.isC.${of}`)
            : t(`analysisSales.concentration.is${name}`),
        grade === 4 ? everybody - holders.length : (now.counts[grade] ?? 0),
        (now.units[grade] ?? 0) / sales.unit,
        (now.units[grade] ?? 0) / now.total,
        ...(compared ? [grade === 4 ? everybody - before.count : (before.counts[grade] ?? 0), (before.units[grade] ?? 0) / before.total] : []),
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
