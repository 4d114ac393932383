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

function metricsByRole({ sql }: Names, today: string): Readonly<Record<string, MetricSql | undefined>> {
  const cell = (role: ColumnRole): string => `o.${sql(role)}`
  const [status, date, amount, kind] = [cell('order.status'), cell('order.date'), cell('order.amount'), cell('order.kind')]
  const [bought, noReturn] = [`coalesce(${status}, 0) <> 4`, `(${amount} is null or ${amount} >= 0)`]
  const byToday = `(${date} is null or ${date} < date('${today}', '+1 day'))`
  const between = (first: number, last: number): string =>
    `${date} >= date('${today}', '-${first} days') and ${date} < date('${today}', '${last === 0 ? '+1' : 1 - last} days')`
  const pastYear = `${bought} and ${between(364, 0)}`
  const counted = `${bought} and ${byToday} and ${noReturn}`
  const onADay = `${bought} and ${date} < date('${today}', '+1 day') and ${noReturn}`
  const sum = `sum(round(${amount} * 100.0)) / 100.0`
  const sumOfKind = (option: number): MetricSql => ({ of: 'order', value: sum, where: `${pastYear} and ${kind} = ${option}` })
  const talksOf = (words: readonly string[]): MetricSql => ({
    of: 'followUp',
    value: 'count(*)',
    where: words.map((word) => `instr(${cell('followUp.content')}, '${word}')`).join(' or '),
    none: '0',
  })
  // Times of a day follow its date.
  const [time, result, direction] = [cell('followUp.time'), cell('followUp.result'), cell('followUp.direction')]
  const lately = `${time} >= date('${today}', '-89 days') and ${time} < date('${today}', '+1 day')`
  const latest = (role: ColumnRole): MetricSql => ({ of: 'followUp', value: cell(role), greatest: `${time} || printf('%012d', o.id)` })
  return {
    'customer.orderCount': { of: 'order', value: 'count(*)', where: counted, none: '0' },
    'customer.orderCount12Months': { of: 'order', value: 'count(*)', where: `${pastYear} and ${noReturn}`, none: '0' },
    'customer.orderCount90Days': { of: 'order', value: 'count(*)', where: `${bought} and ${between(89, 0)} and ${noReturn}`, none: '0' },
    'customer.orderDays': { of: 'order', value: `count(distinct ${date})`, where: onADay, none: '0' },
    'customer.amountAll': { of: 'order', value: sum, where: `${bought} and ${byToday}` },
    'customer.amount12Months': { of: 'order', value: sum, where: pastYear },
    'customer.amount90Days': { of: 'order', value: sum, where: `${bought} and ${between(89, 0)}` },
    'customer.amountPrevious90Days': { of: 'order', value: sum, where: `${bought} and ${between(179, 90)}` },
    'customer.averageOrderAmount': { of: 'order', value: `${sum} / count(${amount})`, where: counted },
    'customer.largestOrder': { of: 'order', value: `max(${amount})`, where: counted },
    'customer.firstOrderDate': { of: 'order', value: `min(${date})`, where: onADay },
    'customer.lastOrderDate': { of: 'order', value: `max(${date})`, where: onADay },
    'customer.goodsAmount': sumOfKind(1),
    'customer.partsAmount': sumOfKind(2),
    'customer.projectAmount': sumOfKind(3),
    'customer.serviceAmount': sumOfKind(4),
    'customer.lastFollowUpTime': { of: 'followUp', value: `max(${time})` },
    'customer.firstFollowUpTime': { of: 'followUp', value: `min(${time})` },
    'customer.followUpCount': { of: 'followUp', value: 'count(*)', none: '0' },
    'customer.followUpCount90Days': { of: 'followUp', value: 'count(*)', where: lately, none: '0' },
    'customer.goodTalks': { of: 'followUp', value: 'count(*)', where: `${result} in (1, 2, 3, 4)`, none: '0' },
    'customer.unanswered90Days': { of: 'followUp', value: 'count(*)', where: `${result} = 5 and ${lately}`, none: '0' },
    'customer.priceTalks': talksOf(['便宜', '折扣', '降价', '优惠', '让利', '太贵', '报价高', '砍价', '价格', '底价']),
    'customer.qualityTalks': talksOf(['质量', '耐用', '检测', '合格', '不良', '瑕疵', '退货', '做工', '精度', '材质']),
    'customer.serviceTalks': talksOf(['售后', '上门', '响应', '培训', '维修', '安装', '服务', '保修', '技术支持']),
    'customer.lastNegotiationTime': { of: 'followUp', value: `max(${time})`, where: `${result} = 3` },
    'customer.lastInboundTime': { of: 'followUp', value: `max(${time})`, where: `${direction} = 2` },
    'customer.nextFollowUpTime': latest('followUp.nextTime'),
    'customer.nextFollowUpContent': latest('followUp.nextContent'),
    'customer.lastFollowUpContent': latest('followUp.content'),
    'customer.lastFollowUpBy': latest('followUp.author'),
  }
}
