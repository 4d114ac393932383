import type { ReadContext } from '../../context.ts'
import type { Roles } from '../../report/roles.ts'
import { goOn } from '../../store/context.ts'
import { otherSide } from '../../store/schema.ts'
import { linkInOrderOf, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'

/** Ids of two rows share a number: 2^26 rows on either side. */
const room = 2 ** 26

/** What rows of one table lead to in another: those of row `id` stand from `starts[id]` to before `starts[id + 1]`. */
export type Reach = { starts: Int32Array; ids: Int32Array }

/** One entry for each line, order it is of and product it is for. */
export type OrderLines = {
  orders: readonly number[]
  products: readonly number[]
  values: readonly number[]
  /** The same for each line and order, whether it is for a product or not. */
  all: { orders: readonly number[]; values: readonly number[] }
}

/**
 * Order lines with their orders, products, and one value of each. Every table and link is read by itself in its own order and
 * they are put together here: in SQL a million lines search for their order and product one by one.
 */
export function readOrderLines(context: ReadContext, roles: Roles, value: RawBuilder<unknown>): OrderLines {
  const { db } = context
  const table = tableRef(roles.column('orderLine.order').tableId)
  const ids = db.ids(sql`select l.id from ${table} l order by l.id`)
  const cells = db.ids(sql`select ${value} + 0.0 from ${table} l order by l.id`)
  goOn(context)
  const valueOf = new Float64Array((ids.at(-1) ?? 0) + 1).fill(NaN)
  ids.forEach((id, place) => {
    valueOf[id] = cells[place] ?? NaN
  })
  const found = { orders: new Array<number>(), products: new Array<number>(), values: new Array<number>() }
  const all = { orders: new Array<number>(), values: new Array<number>() }
  const products = reachOf(linkedBy(context, roles, 'orderLine.product'))
  for (const pair of linkedBy(context, roles, 'orderLine.order')) {
    const [line, order] = [Math.floor(pair / room), pair % room]
    const own = valueOf[line] ?? NaN
    if (Number.isNaN(own)) continue
    all.orders.push(order)
    all.values.push(own)
    for (let at = products.starts[line] ?? 0; at < (products.starts[line + 1] ?? 0); at += 1) {
      found.orders.push(order)
      found.products.push(products.ids[at] ?? 0)
      found.values.push(own)
    }
  }
  return { ...found, all }
}

/** The customers of each order that meets the condition, `o` in SQL. */
export function customersOfOrders(context: ReadContext, roles: Roles, condition: RawBuilder<unknown>): Reach {
  const { linkId, side } = roles.link('order.customer').settings
  const [order, customer] = [nameRef(side, 'k'), nameRef(otherSide(side), 'k')]
  return reachOf(
    context.db.ids(sql`select ${order} * ${sql.raw(`${room}.0`)} + ${customer} from ${linkInOrderOf(linkId, side, 'k')}
      cross join ${tableRef(roles.column('order.date').tableId)} o on o.id = ${order} where ${condition}`),
  )
}

function linkedBy(context: ReadContext, roles: Roles, role: 'orderLine.product' | 'orderLine.order'): number[] {
  const { linkId, side } = roles.link(role).settings
  const pairs = context.db.ids(
    sql`select ${nameRef(side, 'k')} * ${sql.raw(`${room}.0`)} + ${nameRef(otherSide(side), 'k')} from ${linkInOrderOf(linkId, side, 'k')}`,
  )
  goOn(context)
  return pairs
}

/** Of pairs in the order of their first row. */
function reachOf(pairs: readonly number[]): Reach {
  const starts = new Int32Array(Math.floor((pairs.at(-1) ?? 0) / room) + 2)
  const ids = new Int32Array(pairs.length)
  pairs.forEach((pair, place) => {
    const next = Math.floor(pair / room) + 1
    starts[next] = (starts[next] ?? 0) + 1
    ids[place] = pair % room
  })
  for (let id = 1; id < starts.length; id += 1) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0)
  return { starts, ids }
}
