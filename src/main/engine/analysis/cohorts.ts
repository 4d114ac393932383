import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import { addMonths } from '#shared/lib/days.ts'
import type { Cohort } from '../models/segments/cohorts.ts'
import { monthText } from '../report/period.ts'
import { monthNumber, monthsOfCohorts } from './figures/monthsOfCohorts.ts'
import { sectionOf, type Making } from './making.ts'
import { orderNotes, ordersOf, type Orders } from './orders.ts'

/** Of the customers who first bought in a month, how many buy again in the months after, and for how much. */
export function cohorts(making: Making, input: AnalysisInputs['cohorts']): Analysis {
  const { context, words } = making
  const found = ordersOf(making)
  if (!found.ok) return found.failure
  const orders = found.value
  const notes = [words.t('analysisBuying.cohorts.rule', { month: monthText(context.today.slice(0, 7), words.lang) }), ...orderNotes(context, words)]
  const { shown, earlier } = cohortsOf(orders, context.today.slice(0, 7), input.months)
  if (shown.every(({ size }) => size === 0))
    return { kind: 'nothing', text: words.t(shown.length === 0 ? 'analysisBuying.nothing' : 'analysisBuying.cohorts.nothing'), notes }
  if (earlier > 0) notes.push(words.t('analysisBuying.cohorts.earlier', { count: earlier }))
  return { kind: 'shown', sections: [tableSection(making, input, orders, shown)], notes }
}

type MoneyCohort = Cohort & { /** Money (in units) spent in the month itself, the next … */ units: readonly number[] }

/**
 * Months in which nobody came stand in the table too. `earlier`: how many months lie before those asked for, which a date
 * mistyped by a thousand years makes twelve thousand.
 */
function cohortsOf(orders: Orders, lastMonth: string, most: number): { shown: MoneyCohort[]; earlier: number } {
  const { begin, width, active, units } = monthsOfCohorts(orders.read(), monthNumber(lastMonth), most)
  const since = begin === null ? 0 : monthNumber(lastMonth) - begin + 1
  const shown = Array.from({ length: width }, (_, came) => {
    const row = <Numbers extends Int32Array | Float64Array>(of: Numbers): number[] => [...of.subarray(came * width + came, (came + 1) * width)]
    const own = row(active)
    return { month: addMonths(lastMonth, came + 1 - width), size: own[0] ?? 0, active: own, units: row(units) }
  })
  return { shown, earlier: since - width }
}

function tableSection({ words }: Making, input: AnalysisInputs['cohorts'], { unit }: Orders, shown: readonly MoneyCohort[]): AnalysisSection {
  const { t } = words
  const length = Math.max(...shown.map(({ active }) => active.length))
  const offsets = Array.from({ length: length - 1 }, (_, index) => index + 1)
  // Shares from the first month on: everybody bought in the month he came, which would outshine all the others.
  const valueAt = ({ size, active, units }: MoneyCohort, offset: number): number | null => {
    const bought = active[offset]
    if (bought === undefined || size === 0) return null
    return input.measure === 'share' ? bought / size : input.measure === 'customers' ? bought : (units[offset] ?? 0) / unit
  }
  const columns = [...(input.measure === 'amount' ? [0] : []), ...offsets]
  const cohortsWithBuyers = shown.filter(({ size }) => size > 0).toReversed()
  const format = { share: 'percent', customers: 'number', amount: 'currency' } as const
  const columnName = (offset: number): string =>
    offset === 0 ? t('analysisBuying.cohorts.first') : t('analysisBuying.cohorts.later', { count: offset })
  const whole = columns.map((offset) => averageAt(input, shown, offset, unit))
  return sectionOf('cohorts', t('analysisBuying.cohorts.table'), {
    sentence: sentence({ words }, shown),
    chart: {
      kind: 'heatMap',
      columns: columns.map((offset) => (offset === 0 ? t('analysisBuying.cohorts.month') : String(offset))),
      rows: cohortsWithBuyers.map(({ month, size }) => t('analysisBuying.cohorts.row', { month, count: size })),
      columnsTitle: t('analysisBuying.cohorts.months'),
      rowsTitle: t('analysisBuying.cohorts.came'),
      unit: input.measure === 'share' ? 'share' : input.measure === 'customers' ? 'count' : 'currency',
      values: cohortsWithBuyers.map((cohort) => columns.map((offset) => valueAt(cohort, offset))),
      said: cohortsWithBuyers.map(({ size, active, units }) =>
        columns.map((offset) =>
          active[offset] === undefined
            ? ''
            : t('analysisBuying.cohorts.there', {
                bought: active[offset],
                size,
                amount: words.money(Math.round(((units[offset] ?? 0) / unit) * 100) / 100),
              }),
        ),
      ),
    },
    table: {
      columns: [
        { name: t('analysisBuying.cohorts.came'), format: 'text' },
        { name: t('analysisSales.customers'), format: 'number' },
        ...columns.map((offset) => ({ name: columnName(offset), format: format[input.measure] })),
      ],
      rows: [
        ...cohortsWithBuyers.map((cohort) => [cohort.month, cohort.size, ...columns.map((offset) => valueAt(cohort, offset))]),
        [
          t(input.measure === 'share' ? 'analysisBuying.cohorts.average' : 'analysisBuying.cohorts.all'),
          shown.reduce((sum, { size }) => sum + size, 0),
          ...whole,
        ],
      ],
      opens: null,
    },
  })
}

/** Over all cohorts that have come so far; of months that have ended only. */
function averageAt(input: Pick<AnalysisInputs['cohorts'], 'measure'>, shown: readonly MoneyCohort[], offset: number, unit: number): number | null {
  const reached = shown.filter(({ active }) => active.length - 1 > offset)
  const sum = (pick: (cohort: MoneyCohort) => number): number => reached.reduce((total, cohort) => total + pick(cohort), 0)
  const size = sum((cohort) => cohort.size)
  if (size === 0) return null
  const bought = sum(({ active }) => active[offset] ?? 0)
  if (input.measure === 'share') return bought / size
  return input.measure === 'customers' ? bought : sum(({ units }) => units[offset] ?? 0) / unit
}

/** How many come back after one, three, six and twelve months, as far as the book goes. */
function sentence({ words }: Pick<Making, 'words'>, shown: readonly MoneyCohort[]): string {
  const { t } = words
  const parts = [1, 3, 6, 12].flatMap((offset) => {
    const share = averageAt({ measure: 'share' }, shown, offset, 1)
    return share === null ? [] : [t('analysisBuying.cohorts.part', { months: offset, share: words.share(share) })]
  })
  const customers = shown.reduce((sum, { size }) => sum + size, 0)
  if (parts.length === 0) return t('analysisBuying.cohorts.tooYoung')
  return words.joined([
    t('analysisBuying.cohorts.sentence', { count: customers, parts: parts.join(t('common.listSeparator')) }),
    customers < fewCustomers ? t('analysisBuying.cohorts.few') : '',
  ])
}

/** Shares of fewer say little. */
const fewCustomers = 30
