import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import { daysSinceEpoch } from '#shared/lib/days.ts'
import { fitBgNbd, probabilityAlive, type BgNbdFit } from '../models/buying/bgNbd.ts'
import { discounted, purchasesByMonth, unitsPerMonth } from '../models/buying/customerValue.ts'
import type { BuyingHistory } from '../models/buying/frequency.ts'
import { expectedValueOfPurchase, fitGammaGamma, type GammaGammaFit } from '../models/buying/gammaGamma.ts'
import { goOn } from '../store/context.ts'
import { buyingDays } from './figures/buyingDays.ts'
import { dayTexts } from './figures/salesLines.ts'
import { customerNames } from './rowNames.ts'
import { listedText, sectionOf, type Making } from './making.ts'
import { buyingModelSection } from './buyingModel.ts'
import { orderNotes, ordersOf, type Orders } from './orders.ts'
import { segmentValue } from './segmentValue.ts'

/** From which probability on a customer will likely come back, and from which it is open. */
const [likely, open] = [0.7, 0.3]

/** How likely each customer still is one, and what he will buy in the coming months. */
export function customerValue(making: Making, input: AnalysisInputs['customerValue']): Analysis {
  const { context, words } = making
  const found = ordersOf(making)
  if (!found.ok) return found.failure
  const orders = found.value
  const histories = historiesOf(making, orders)
  const notes = orderNotes(context, words)
  if (histories.length === 0) return { kind: 'nothing', text: words.t('analysisBuying.nothing'), notes }
  const buying = fitBgNbd(histories)
  if (!buying.ok)
    return { kind: 'nothing', text: words.t('analysisBuying.value.noFit', { why: words.t(`words.modelFailure.${buying.failure}`) }), notes }
  const spending = fitGammaGamma(histories)
  const usual = usualPurchase(histories, orders)
  const valued = histories
    .map((history, place) => {
      if (place % 500 === 0) goOn(context)
      return valuedOf(history, buying.value, spending.ok ? spending.value : null, usual, input)
    })
    .toSorted((left, right) => right.value - left.value || right.expected - left.expected || left.history.customer - right.history.customer)
  const segments = segmentValue(making, orders)
  return {
    kind: 'shown',
    sections: [
      bandsSection(making, orders, valued, input),
      listSection(making, orders, valued, input),
      ...(segments === null ? [] : [segments]),
      buyingModelSection(making, buying.value, spending.ok ? spending.value : null),
    ],
    notes: [
      ...notes,
      ...(valued.every(({ alive }) => alive === null || alive > 0.99) ? [words.t('analysisBuying.value.nobodyLeft')] : []),
      ...modelNotes(making, input, buying.value, spending.ok ? spending.value : null),
    ],
  }
}

type History = BuyingHistory & { lastDay: string; /** Units of all purchase days, for who bought once. */ units: number }

/** Weeks as the model's time. */
function historiesOf({ context }: Making, orders: Orders): History[] {
  const today = daysSinceEpoch(context.today)
  const textOf = dayTexts()
  return buyingDays(orders.read()).map(({ customer, first, last, days, later, all }) => ({
    customer,
    frequency: days - 1,
    recency: (last - first) / 7,
    age: (today - first) / 7,
    monetary: days === 1 ? 0 : later / (days - 1) / orders.unit,
    lastDay: textOf(last),
    units: all,
  }))
}

type Valued = { history: History; alive: number | null; expected: number; each: number; value: number }

/** Mean worth of a purchase day over all, for where the model of money says nothing. */
function usualPurchase(histories: readonly History[], { unit }: Orders): number {
  const days = histories.reduce((sum, { frequency }) => sum + frequency + 1, 0)
  return Math.max(0, histories.reduce((sum, { units }) => sum + units, 0) / unit / days)
}

function valuedOf(
  history: History,
  buying: BgNbdFit,
  spending: GammaGammaFit | null,
  usual: number,
  { months, yearlyRate }: AnalysisInputs['customerValue'],
): Valued {
  const byMonth = purchasesByMonth(buying, history, months, 'week')
  const each = (spending === null ? null : expectedValueOfPurchase(spending, history)) ?? usual
  return {
    history,
    // Who bought once is alive for certain by the model, which says nothing.
    alive: history.frequency === 0 ? null : probabilityAlive(buying, history),
    expected: byMonth.at(-1) ?? 0,
    each,
    value: discounted(byMonth, each, (1 + yearlyRate) ** (1 / 12) - 1),
  }
}

function bandsSection({ words }: Making, { unit }: Orders, valued: readonly Valued[], input: AnalysisInputs['customerValue']): AnalysisSection {
  const { t } = words
  const bands = (['staying', 'unsure', 'leaving', 'once'] as const).map((code) => ({
    code,
    own: valued.filter(({ alive }) => bandOf(alive) === code),
  }))
  const total = valued.reduce((sum, { value }) => sum + value, 0)
  const leaving = bands[2]?.own ?? []
  const spent = leaving.reduce((sum, { history }) => sum + history.units, 0) / unit
  const colors = { staying: 'green', unsure: 'step3', leaving: 'step1', once: 'gray' } as const
  return sectionOf('bands', t('analysisBuying.value.bands'), {
    sentence: words.joined([
      t('analysisBuying.value.sentence', {
        months: input.months,
        count: valued.reduce((sum, { expected }) => sum + expected, 0).toFixed(0),
        amount: words.money(Math.round(total)),
      }),
      leaving.length === 0 ? '' : t('analysisBuying.value.leaving', { count: leaving.length, amount: words.money(Math.round(spent)) }),
    ]),
    chart: {
      kind: 'bar',
      horizontal: true,
      stacked: false,
      unit: 'count',
      categories: bands.map(({ code }) => ({ name: t(`schemes.class.${code}`), color: colors[code] })),
      series: [{ name: t('analysisSales.customers'), color: null, values: bands.map(({ own }) => own.length) }],
    },
    table: {
      columns: [
        { name: t('analysisBuying.value.band'), format: 'text' },
        { name: t('analysisBuying.value.meaning'), format: 'text' },
        { name: t('analysisSales.customers'), format: 'number' },
        { name: t('analysisBuying.value.expected', { months: input.months }), format: 'number' },
        { name: t('analysisBuying.value.worth', { months: input.months }), format: 'currency', digits: 'whole' },
      ],
      rows: bands.map(({ code, own }) => [
        t(`schemes.class.${code}`),
        t(`analysisBuying.value.is.${code}`),
        own.length,
        own.reduce((sum, { expected }) => sum + expected, 0),
        own.reduce((sum, { value }) => sum + value, 0),
      ]),
      opens: null,
    },
  })
}

function bandOf(alive: number | null): 'staying' | 'unsure' | 'leaving' | 'once' {
  if (alive === null) return 'once'
  return alive >= likely ? 'staying' : alive >= open ? 'unsure' : 'leaving'
}

function listSection(making: Making, orders: Orders, valued: readonly Valued[], input: AnalysisInputs['customerValue']): AnalysisSection {
  const { context, words, longest } = making
  const { t } = words
  const listed = valued.slice(0, longest)
  const ids = listed.map(({ history }) => history.customer)
  const names = customerNames(context, ids, words)
  return sectionOf('customers', t('analysisBuying.value.ranking'), {
    sentence: listedText(making, listed.length, valued.length),
    table: {
      columns: [
        { name: t('report.pareto.rank'), format: 'number' },
        { name: t('report.pareto.customer'), format: 'text' },
        { name: t('analysisBuying.value.worth', { months: input.months }), format: 'currency', digits: 'whole' },
        { name: t('analysisBuying.value.alive'), format: 'percent' },
        { name: t('analysisBuying.value.expected', { months: input.months }), format: 'number' },
        { name: t('analysisBuying.value.each'), format: 'currency', digits: 'whole' },
        { name: t('analysisBuying.value.days'), format: 'number' },
        { name: t('analysisBuying.lastPurchase'), format: 'date' },
      ],
      rows: listed.map(({ history, alive, expected, each, value }, place) => [
        place + 1,
        names[place] ?? '',
        value,
        alive,
        expected,
        each,
        history.frequency + 1,
        history.lastDay,
      ]),
      opens: { tableId: orders.customerTableId, rowIds: ids },
    },
  })
}

/** What the figures rest on, and what to doubt them for. */
function modelNotes({ words }: Making, input: AnalysisInputs['customerValue'], buying: BgNbdFit, spending: GammaGammaFit | null): string[] {
  const { t } = words
  return [
    t('analysisBuying.value.model', { count: buying.customers }),
    t('analysisBuying.value.month', { weeks: unitsPerMonth.week }),
    input.yearlyRate === 0 ? t('analysisBuying.value.undiscounted') : t('analysisBuying.value.discounted', { rate: words.share(input.yearlyRate) }),
    ...(buying.converged ? [] : [t('analysisBuying.value.unsettled')]),
    ...(spending === null ? [t('analysisBuying.value.noSpending')] : []),
    ...(spending !== null && spending.q <= 1 ? [t('analysisBuying.value.wide')] : []),
    ...(spending !== null && Math.abs(spending.correlation ?? 0) > 0.3 ? [t('analysisBuying.value.correlated')] : []),
  ]
}
