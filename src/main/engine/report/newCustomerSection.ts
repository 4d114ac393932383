import type { ReportSection } from '#shared/contract/report.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../context.ts'
import { cellRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { endOf, monthText, monthsOf, type Period } from './period.ts'
import { missingText } from './roles.ts'
import type { Words } from './words.ts'

/** How many customers came in each month. */
export function newCustomerSection(context: ReadContext, period: Period, words: Words): ReportSection {
  const { t } = words
  const empty = {
    key: 'newCustomers',
    title: t('report.newCustomers.title'),
    sentence: '',
    chart: null,
    table: null,
    emptyText: t('report.newCustomers.empty'),
  }
  const came = cameSql(context)
  if (came === null) return { ...empty, emptyText: missingText(context, ['customer.name'], words) }
  const rows = context.db.rows(sql`select substr(day, 1, 7), count(*) from (${came}) where ${within(period)} group by 1`)
  const counts = new Map(rows.map((row) => [String(row[0]), Number(row[1])]))
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
  if (count === 0) return empty
  const months = monthsOf(period)
  const most = months.reduce((best, month) => ((counts.get(month) ?? 0) > (counts.get(best) ?? 0) ? month : best))
  let all = context.db.ids(sql`select count(*) from (${came}) where day < ${period.from}`)[0] ?? 0
  return {
    ...empty,
    emptyText: null,
    sentence: t('report.newCustomers.sentence', { count, month: monthText(most, words.lang), most: counts.get(most) ?? 0 }),
    chart: {
      kind: 'bar',
      categories: months.map((month) => ({ name: month, color: null })),
      series: [{ name: t('report.newCustomers.count'), color: null, values: months.map((month) => counts.get(month) ?? 0) }],
      stacked: false,
      horizontal: false,
      unit: 'count',
    },
    table: {
      columns: [
        { name: t('report.newCustomers.month'), format: 'text' },
        { name: t('report.newCustomers.count'), format: 'number' },
        { name: t('report.newCustomers.all'), format: 'number' },
      ],
      rows: months.map((month) => {
        all += counts.get(month) ?? 0
        return [month, counts.get(month) ?? 0, all]
      }),
    },
  }
}

/** How many customers came in the period. */
export function newCustomerCount(context: ReadContext, period: Period): number {
  const came = cameSql(context)
  return came === null ? 0 : (context.db.ids(sql`select count(*) from (${came}) where ${within(period)}`)[0] ?? 0)
}

/**
 * The day each customer came: when it was entered, or first spoken to, or first bought, whichever was
 * first. A book imported today holds customers of many years.
 */
function cameSql(context: ReadContext): RawBuilder<unknown> | null {
  const name = context.schema.columnByRole('customer.name')
  if (name === undefined) return null
  const roles: readonly ColumnRole[] = ['customer.firstFollowUpTime', 'customer.firstOrderDate']
  const others = roles.flatMap((role) => context.schema.columnByRole(role) ?? []).map((column) => sql`coalesce(${cellRef(column, 'c')}, '9')`)
  // Text that begins with a year comes before '9'; `created_at` is always filled.
  const day = others.reduce((earliest, other) => sql`min(${earliest}, ${other})`, sql`c.created_at`)
  return sql`select ${day} as day from ${tableRef(name.tableId)} c`
}

const within = (period: Period): RawBuilder<unknown> => sql`day >= ${period.from} and day < ${endOf(period.to)}`
