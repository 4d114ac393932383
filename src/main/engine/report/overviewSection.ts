import type { ReportSection } from '#shared/contract/report.ts'
import type { ReadContext } from '../context.ts'
import { sql, tableRef } from '../store/sql.ts'
import { followUpCount } from './followUpSection.ts'
import { newCustomerCount } from './newCustomerSection.ts'
import { periodBefore, type Period } from './period.ts'
import { orderTotals } from './sales.ts'
import type { Words } from './words.ts'

/** The period in a few numbers, beside the period before. */
export function overviewSection(context: ReadContext, period: Period, words: Words): ReportSection {
  const { t } = words
  const empty = { key: 'overview', title: t('report.overview.title'), sentence: '', chart: null, table: null, emptyText: t('report.overview.empty') }
  const table = context.schema.tableByRole('customer')
  const customers = table === undefined ? 0 : (context.db.ids(sql`select count(*) from ${tableRef(table.id)}`)[0] ?? 0)
  const now = numbersOf(context, period)
  const before = numbersOf(context, periodBefore(period))
  if (customers === 0 && now.orders === 0 && now.followUps === 0) return empty
  const keys = ['newCustomers', 'buyers', 'orders', 'amount', 'followUps'] as const
  return {
    ...empty,
    emptyText: null,
    sentence: words.joined([
      t('report.overview.sentence', { customers, orders: now.orders, amount: words.money(now.amount), followUps: now.followUps }),
      growth(now.amount, before.amount, words),
    ]),
    table: {
      columns: [
        { name: t('report.overview.what'), format: 'text' },
        { name: t('report.overview.now'), format: 'number' },
        { name: t('report.overview.before'), format: 'number' },
        { name: t('report.overview.change'), format: 'percent' },
      ],
      rows: keys.map((key) => [t(`report.overview.${key}`), now[key], before[key], before[key] === 0 ? null : now[key] / before[key] - 1]),
    },
  }
}

type Numbers = { newCustomers: number; buyers: number; orders: number; amount: number; followUps: number }

function numbersOf(context: ReadContext, period: Period): Numbers {
  return { newCustomers: newCustomerCount(context, period), followUps: followUpCount(context, period), ...orderTotals(context, period) }
}

function growth(now: number, before: number, words: Words): string {
  if (before <= 0) return ''
  const change = now / before - 1
  if (Math.abs(change) < 0.0005) return words.t('report.overview.same')
  return change > 0
    ? words.t('report.overview.grew', { share: words.share(change) })
    : words.t('report.overview.fell', { share: words.share(-change) })
}
