import type { Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { gapMetrics, type OrdersOnADay } from './gapSql.ts'
import type { Names } from './largeBase.ts'

type MetricSql = {
  of: 'order' | 'followUp'
  value: string
  where?: string
  /** Lists in cells that are taken apart, as `j`. */
  each?: string
  /** What customers with none have. */
  none?: string
  /** By which the row is chosen whose value it is. */
  greatest?: string
}

/** A query for the rows `id, v`, with what customers have of whom it has none. */
type Filled = { query: string; none?: string | undefined }

/** The UPDATE … FROM (… GROUP BY) that a person skilled in SQL would write for a rollup; null where nobody has written it. */
export function metricUpdate(column: Column, names: Names, today: string): string | null {
  const filled = column.role === null ? null : filledBy(column.role, names, today)
  if (filled === null) return null
  const { query, none } = filled
  const [table, cell] = [`t${names.table('customer')}`, `c${column.id}`]
  const empty = none === undefined ? '' : `update ${table} set ${cell} = ${none} where ${cell} is null`
  return `update ${table} set ${cell} = f.v from (${query}) f where f.id = ${table}.id; ${empty}`
}

function filledBy(role: string, names: Names, today: string): Filled | null {
  const ofGaps = gapMetrics(ordersOnADay(names, today))[role]
  if (ofGaps !== undefined) return ofGaps
  const written = metricsByRole(names, today)[role]
  return written === undefined ? null : { query: groupedSql(written, names), none: written.none }
}

/** The large table with its customers, of which `k` says the id. */
function withCustomers(names: Names, of: 'order' | 'followUp'): { from: string; customer: string } {
  const link = names.column(`${of}.customer`)
  if (link.type !== 'link') throw new Error(`${link.name} is no link`)
  const { linkId, side } = link.settings
  return { from: `t${names.table(of)} o cross join l${linkId} k on k.${side} = o.id`, customer: `k.${side === 'a' ? 'b' : 'a'}` }
}

function groupedSql({ of, value, where = '1', each, greatest }: MetricSql, names: Names): string {
  const { from, customer } = withCustomers(names, of)
  // Beside a max(), SQLite gives the cells of the row that has it.
  const chosen = greatest === undefined ? '' : `, max(${greatest})`
  // The large table is read in its own order; grouping sorts less than the jumps from customer to customer cost.
  return `select ${customer} as id, ${value} as v${chosen} from ${from}${each === undefined ? '' : `, json_each(${each}) j`} where ${where} group by 1`
}

function ordersOnADay(names: Names, today: string): OrdersOnADay {
  const { from, customer } = withCustomers(names, 'order')
  const [status, date, amount] = (['order.status', 'order.date', 'order.amount'] as const).map((role) => `o.${names.sql(role)}`)
  const where = `coalesce(${status}, 0) <> 4 and ${date} < date('${today}', '+1 day') and (${amount} is null or ${amount} >= 0)`
  return { from: `${from} where ${where}`, customer, day: `substr(${date}, 1, 10)` }
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
  const sumOf = (money: string): string => `sum(round(${money} * 100.0)) / 100.0`
  const sum = sumOf(amount)
  const sumOfKind = (option: number): MetricSql => ({ of: 'order', value: sum, where: `${pastYear} and ${kind} = ${option}` })
  const sumOfLines = (role: ColumnRole): MetricSql => ({ of: 'order', value: sumOf(cell(role)), where: pastYear })
  const talksOf = (words: readonly string[], also = '1'): MetricSql => ({
    of: 'followUp',
    value: 'count(*)',
    where: `${also} and (${words.map((word) => `instr(${cell('followUp.content')}, '${word}')`).join(' or ')})`,
    none: '0',
  })
  /** A word with each of its endings. */
  const endings = (word: string, rest: string): string[] => rest.split(' ').map((ending) => word + ending)
  const people = '老板 采购 负责人 经理 领导 对接人 联系人'
  const ofCompetitors = ['竞品', '竞争对手', '同行', '别家', '另一家', '换供应商', '别的厂']
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
    'customer.grossProfit12Months': sumOfLines('order.grossProfit'),
    'customer.grossProfitAll': { of: 'order', value: sumOf(cell('order.grossProfit')), where: `${bought} and ${byToday}` },
    'customer.equipmentBought': sumOfLines('order.equipmentAmount'),
    'customer.partsBought': sumOfLines('order.partsAmount'),
    'customer.materialsBought': sumOfLines('order.materialsAmount'),
    'customer.consumablesBought': sumOfLines('order.consumablesAmount'),
    'customer.serviceBought': sumOfLines('order.serviceAmount'),
    'customer.otherBought': sumOfLines('order.otherAmount'),
    'customer.linesBought': sumOfLines('order.linesAmount'),
    'customer.categories': {
      of: 'order',
      value: 'json_group_array(distinct j.value order by j.value)',
      each: cell('order.categories'),
      where: `${bought} and ${byToday}`,
    },
    'customer.lastFollowUpTime': { of: 'followUp', value: `max(${time})` },
    'customer.firstFollowUpTime': { of: 'followUp', value: `min(${time})` },
    'customer.followUpCount': { of: 'followUp', value: 'count(*)', none: '0' },
    'customer.followUpCount90Days': { of: 'followUp', value: 'count(*)', where: lately, none: '0' },
    'customer.goodTalks': { of: 'followUp', value: 'count(*)', where: `${result} in (1, 2, 3, 4)`, none: '0' },
    'customer.lastGoodTalkTime': { of: 'followUp', value: `max(${time})`, where: `${result} in (1, 2, 3, 4)` },
    'customer.unanswered90Days': { of: 'followUp', value: 'count(*)', where: `${result} = 5 and ${lately}`, none: '0' },
    'customer.priceTalks': talksOf(['便宜', '折扣', '降价', '优惠', '让利', '太贵', '报价高', '砍价', '价格', '底价']),
    'customer.qualityTalks': talksOf(['质量', '耐用', '检测', '合格', '不良', '瑕疵', '退货', '做工', '精度', '材质']),
    'customer.serviceTalks': talksOf(['售后', '上门', '响应', '培训', '维修', '安装', '服务', '保修', '技术支持']),
    'customer.leftForQuality': talksOf([...endings('质量', '问题 差 不好 不行 不稳 下降'), '不良', '次品', '瑕疵', '不合格', '退货', '坏了']),
    'customer.leftForService': talksOf([
      ...endings('服务', '差 不好 跟不上 不到位'),
      ...endings('售后', '差 慢 没人'),
      ...endings('没人', '管 理 跟进'),
      ...endings('态度', '差 不好'),
      '响应慢',
      '不及时',
      '延误',
      '送货慢',
    ]),
    'customer.leftForPrice': talksOf(['太贵', '涨价', '价格高', '报价高', '更便宜']),
    'customer.leftForBudget': talksOf([
      ...'没 没有 砍 超 超出 压缩 不够 削减'.split(' ').map((beginning) => `${beginning}预算`),
      ...endings('预算', '紧 不够 不足 没 砍 减 超 有限 用完'),
      ...endings('资金', '紧 不足 不够 周转'),
      ...endings('经费', '紧 不足 没'),
      '没钱',
      '手头紧',
    ]),
    'customer.leftForStaff': talksOf([
      ...['换', '换了'].flatMap((word) => endings(word, `人 ${people}`)),
      ...['新', '新来的'].flatMap((word) => endings(word, '老板 采购 负责人 领导')),
      ...people.split(' ').flatMap((word) => endings(word, '离职 换 走了 调走 退休 辞职')),
      '人员变动',
    ]),
    'customer.leftForCompetitor': talksOf(ofCompetitors),
    'customer.leftForNoNeed': talksOf([
      '不需要',
      '没需求',
      '没有需求',
      '不做了',
      '停产',
      '转行',
      '倒闭',
      '关门',
      '停业',
      ...endings('不再', '买 要 做 采购'),
      ...endings('项目', '取消 结束'),
    ]),
    'customer.competitorTalks90Days': talksOf(ofCompetitors, lately),
    'customer.lastNegotiationTime': { of: 'followUp', value: `max(${time})`, where: `${result} = 3` },
    'customer.lastInboundTime': { of: 'followUp', value: `max(${time})`, where: `${direction} = 2` },
    'customer.nextFollowUpTime': latest('followUp.nextTime'),
    'customer.nextFollowUpContent': latest('followUp.nextContent'),
    'customer.lastFollowUpContent': latest('followUp.content'),
    'customer.lastFollowUpBy': latest('followUp.author'),
  }
}
