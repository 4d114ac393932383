import type { ColumnRole } from '#shared/model/roles.ts'
import type { Names } from '../largeBase.ts'

/** What hand-written statements over orders are put together from. */
export function orderSql(names: Names, today: string) {
  const { sql } = names
  const ends = (role: ColumnRole) => {
    const link = names.column(role)
    if (link.type !== 'link') throw new Error(`${role} is no link`)
    const { linkId, side } = link.settings
    return { table: `l${linkId}`, own: side, other: side === 'a' ? 'b' : 'a' }
  }
  const customer = ends('order.customer')
  const [orders, units] = [`t${names.table('order')}`, `round(coalesce(o.${sql('order.amount')}, 0) * 100.0)`]
  const day = `substr(o.${sql('order.date')}, 1, 10)`
  const counted = `o.${sql('order.status')} is not 4 and o.${sql('order.date')} < date('${today}', '+1 day')`
  return {
    ends,
    orders,
    counted,
    day,
    units,
    /** `customer`, `day`, `units` of each order that counts. */
    lines: `select k.${customer.other} as customer, ${day} as day, ${units} as units
      from ${orders} o cross join ${customer.table} k on k.${customer.own} = o.id where ${counted}`,
  }
}

/** The grades by share of the sum, and how many and how much each has. */
export const gradesSql = (holders: string): string => `with holders as materialized (${holders}), steps as (
    select v, n, (sum(v * n) over (order by v desc) - v * n) / sum(v * n) over () as share from (select v, count(*) as n from holders where v > 0 group by 1))
  select case when share < 0.5 then 0 when share < 0.8 then 1 when share < 0.95 then 2 else 3 end, sum(n), sum(v * n) / 100 from steps group by 1 order by 1`
