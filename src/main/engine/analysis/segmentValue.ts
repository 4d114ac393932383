import type { AnalysisSection } from '#shared/contract/analysis.ts'
import { daysSinceEpoch } from '#shared/lib/days.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { goOn } from '../store/context.ts'
import { cellRef, columnRef, sql, tableRef } from '../store/sql.ts'
import { roomFor, type SalesLines } from './figures/salesLines.ts'
import { sectionOf, type Making } from './making.ts'
import type { Orders } from './orders.ts'

/** Of so few customers of the year before a share says nothing; the longest a customer is expected to stay. */
const [leastBefore, mostYears] = [5, 5]

type Segment = {
  name: string
  buyers: number
  amount: number
  orders: number
  profit: number | null
  /** What those bought whose profit is known. */ told: number
  before: number
  left: number
}
type Valued = Segment & { churn: number | null; years: number | null; margin: number | null; worth: number | null }

/**
 * What a customer of each industry is worth by the simple form: average order × orders of a year × margin × years, which are
 * one by the share that leaves in a year, five at most (crm.md B1.17). Money is in whole units of the currency.
 */
export function segmentValue(making: Making, orders: Orders): AnalysisSection | null {
  const { words } = making
  const segments = segmentsOf(making, orders)
  if (segments.every(({ buyers }) => buyers === 0)) return null
  const all = segments.reduce(together, { name: words.t('analysisBuying.segment.all'), ...nobody })
  const usual = churnOf(all)
  const valued = segments.filter(({ buyers, before }) => buyers + before > 0).map((segment) => valuedOf(segment, usual))
  const lines = segments.length > 1 ? [...valued, valuedOf(all, usual)] : valued
  const best = valued.filter(({ worth }) => worth !== null).toSorted((one, other) => (other.worth ?? 0) - (one.worth ?? 0))[0]
  return sectionOf('segments', words.t('analysisBuying.segment.title'), {
    sentence: words.joined([
      best?.worth == null || usual === null
        ? words.t(usual === null ? 'analysisBuying.segment.tooFew' : 'analysisBuying.segment.noMargin')
        : words.t('analysisBuying.segment.best', { name: best.name, amount: words.money(Math.round(best.worth)) }),
      words.t('analysisBuying.segment.how', { years: mostYears, least: leastBefore }),
    ]),
    table: {
      columns: [
        { name: making.context.schema.columnByRole('customer.industry')?.name ?? words.t('analysisBuying.segment.group'), format: 'text' },
        { name: words.t('analysisBuying.segment.buyers'), format: 'number' },
        { name: words.t('analysisBuying.segment.before'), format: 'number' },
        { name: words.t('analysisBuying.segment.churn'), format: 'percent' },
        { name: words.t('analysisBuying.segment.years'), format: 'number' },
        { name: words.t('analysisBuying.segment.order'), format: 'currency' },
        { name: words.t('analysisBuying.segment.orders'), format: 'number' },
        { name: words.t('analysisBuying.segment.margin'), format: 'percent' },
        { name: words.t('analysisBuying.segment.worth'), format: 'currency' },
      ],
      rows: lines.map((line) => [
        line.name,
        line.buyers,
        line.before,
        line.churn,
        line.years === null ? null : Math.round(line.years * 10) / 10,
        line.orders === 0 ? null : Math.round(line.amount / line.orders),
        line.buyers === 0 ? null : Math.round((line.orders / line.buyers) * 10) / 10,
        line.margin,
        line.worth === null ? null : Math.round(line.worth),
      ]),
      opens: null,
    },
  })
}

/** Customers who ever ordered, by industry in the order of its options; those without one last. */
function segmentsOf({ context, words }: Making, { read, unit, customerTableId }: Orders): Segment[] {
  const { schema } = context
  const [industry, profit] = [schema.columnByRole('customer.industry'), schema.columnByRole('customer.grossProfit12Months')]
  const group = industry?.type === 'singleSelect' && industry.tableId === customerTableId ? columnRef(industry.id, 'c') : sql`null`
  const earned = profit?.tableId === customerTableId ? cellRef(profit, 'c') : sql`null`
  const bought = boughtInTwoYears(read(), daysSinceEpoch(context.today))
  goOn(context)
  const found = new Map<number | null, Segment>()
  for (const [id, option, gross] of context.db.rows(sql`select c.id, ${group}, ${earned} from ${tableRef(customerTableId)} c`)) {
    const [orders = 0, before = 0] = [bought.orders[Number(id)], bought.before[Number(id)]]
    if (orders + before === 0) continue
    const amount = orders === 0 ? 0 : (bought.units[Number(id)] ?? 0) / unit
    const isTold = orders > 0 && gross !== null
    const own = {
      name: '',
      buyers: orders > 0 ? 1 : 0,
      amount,
      orders,
      profit: isTold ? Number(gross) : null,
      told: isTold ? amount : 0,
      before: before > 0 ? 1 : 0,
      left: before > 0 && orders === 0 ? 1 : 0,
    }
    const key = option === null ? null : Number(option)
    const known = found.get(key)
    found.set(key, known === undefined ? own : together(known, own))
  }
  const options = optionsOf(industry)
  const place = (option: number | null): number => (option === null ? options.length : options.findIndex(({ id }) => id === option))
  return [...found]
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([option, segment]) => ({
      ...segment,
      name: options.find(({ id }) => id === option)?.name ?? words.t(found.size > 1 ? 'analysisBuying.segment.none' : 'analysisBuying.segment.all'),
    }))
}

/** By id of the customer: purchases and money of the past 365 days with today, and purchases of the 365 before. */
function boughtInTwoYears({ holders, days, units }: SalesLines, today: number) {
  const size = roomFor(holders)
  const sums = { orders: new Int32Array(size), before: new Int32Array(size), units: new Float64Array(size) }
  for (let line = 0; line < holders.length; line += 1) {
    const [id = 0, day = 0, amount = 0] = [holders[line], days[line], units[line]]
    const ago = today - day
    if (ago < 365) sums.units[id] = (sums.units[id] ?? 0) + amount
    const counted = amount < 0 || ago >= 730 ? null : ago < 365 ? sums.orders : sums.before
    if (counted !== null) counted[id] = (counted[id] ?? 0) + 1
  }
  return sums
}

const nobody = { buyers: 0, amount: 0, orders: 0, profit: null, told: 0, before: 0, left: 0 }

const together = (one: Segment, other: Segment): Segment => ({
  name: one.name,
  buyers: one.buyers + other.buyers,
  amount: one.amount + other.amount,
  orders: one.orders + other.orders,
  profit: one.profit === null ? other.profit : one.profit + (other.profit ?? 0),
  told: one.told + other.told,
  before: one.before + other.before,
  left: one.left + other.left,
})

/** The share of those who bought the year before and did not since; null of too few. */
const churnOf = ({ before, left }: Segment): number | null => (before < leastBefore ? null : left / before)

function valuedOf(segment: Segment, usual: number | null): Valued {
  const churn = churnOf(segment) ?? usual
  const years = churn === null ? null : churn === 0 ? mostYears : Math.min(mostYears, 1 / churn)
  const margin = segment.profit === null || segment.told <= 0 ? null : segment.profit / segment.told
  const worth = years === null || margin === null || segment.buyers === 0 ? null : (segment.amount / segment.buyers) * margin * years
  return { ...segment, churn, years, margin, worth }
}
