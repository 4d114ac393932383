import type { Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Names } from './largeBase.ts'

type MetricSql = {
  of: 'order' | 'followUp'
  value: string
  where?: string
  /** What customers with none have. */
  none?: string
  /** By which the row is chosen whose value it is. */
  greatest?: string
}

/** The UPDATE … FROM (… GROUP BY) that a person skilled in SQL would write for a rollup; null where nobody has written it. */
export function metricUpdate(column: Column, names: Names, today: string): string | null {
  const written = column.role === null ? undefined : metricsByRole(names, today)[column.role]
  if (written === undefined) return null
  const { of, value, where = '1', none, greatest } = written
  const link = names.column(of === 'order' ? 'order.customer' : 'followUp.customer')
  if (link.type !== 'link') throw new Error(`${link.name} is no link`)
  const { linkId, side } = link.settings
  const other = side === 'a' ? 'b' : 'a'
  const [table, cell] = [`t${names.table('customer')}`, `c${column.id}`]
  // Beside a max(), SQLite gives the cells of the row that has it.
  const chosen = greatest === undefined ? '' : `, max(${greatest})`
  // The large table is read in its own order; grouping sorts less than the jumps from customer to customer cost.
  const grouped = `select k.${other} as id, ${value} as v${chosen} from t${names.table(of)} o cross join l${linkId} k on k.${side} = o.id where ${where} group by 1`
  const empty = none === undefined ? '' : `update ${table} set ${cell} = ${none} where ${cell} is null`
  return `update ${table} set ${cell} = f.v from (${grouped}) f where f.id = ${table}.id; ${empty}`
}

function metricsByRole({ sql }: Names, today: string): Partial<Record<ColumnRole, MetricSql>> {
  const cell = (role: ColumnRole): string => `o.${sql(role)}`
  const counted = `coalesce(${cell('order.status')}, 0) <> 4`
  const lately = `${counted} and ${cell('order.date')} >= date('${today}', '-364 days') and ${cell('order.date')} < date('${today}', '+1 day')`
  const sum = `sum(round(${cell('order.amount')} * 100.0)) / 100.0`
  const [time, result, direction] = [cell('followUp.time'), cell('followUp.result'), cell('followUp.direction')]
  const latest = (role: ColumnRole): MetricSql => ({ of: 'followUp', value: cell(role), greatest: `${time} || printf('%012d', o.id)` })
  return {
    'customer.orderCount': { of: 'order', value: 'count(*)', where: counted, none: '0' },
    'customer.orderCount12Months': { of: 'order', value: 'count(*)', where: lately, none: '0' },
    'customer.amountAll': { of: 'order', value: sum, where: counted },
    'customer.amount12Months': { of: 'order', value: sum, where: lately },
    'customer.firstOrderDate': { of: 'order', value: `min(${cell('order.date')})`, where: counted },
    'customer.lastOrderDate': { of: 'order', value: `max(${cell('order.date')})`, where: counted },
    'customer.lastFollowUpTime': { of: 'followUp', value: `max(${time})` },
    'customer.firstFollowUpTime': { of: 'followUp', value: `min(${time})` },
    'customer.followUpCount': { of: 'followUp', value: 'count(*)', none: '0' },
    'customer.followUpCount90Days': {
      of: 'followUp',
      value: 'count(*)',
      where: `${time} >= date('${today}', '-89 days') and ${time} < date('${today}', '+1 day')`,
      none: '0',
    },
    'customer.lastNegotiationTime': { of: 'followUp', value: `max(${time})`, where: `${result} = 3` },
    'customer.lastInboundTime': { of: 'followUp', value: `max(${time})`, where: `${direction} = 2` },
    'customer.nextFollowUpTime': latest('followUp.nextTime'),
    'customer.nextFollowUpContent': latest('followUp.nextContent'),
    'customer.lastFollowUpContent': latest('followUp.content'),
    'customer.lastFollowUpBy': latest('followUp.author'),
  }
}
