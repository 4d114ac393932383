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
  orders: Int32Array
  products: Int32Array
  values: Float64Array
  /** The same for each line and order, whether it is for a product or not. */
  all: { orders: Int32Array; values: Float64Array }
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
  const products = reachOf(linkedBy(context, roles, 'orderLine.product'))
  const pairs = linkedBy(context, roles, 'orderLine.order').filter((pair) => !Number.isNaN(valueOf[Math.floor(pair / room)] ?? NaN))
  const all = { orders: new Int32Array(pairs.length), values: new Float64Array(pairs.length) }
  let size = 0
  for (const pair of pairs) size += countOf(products, Math.floor(pair / room))
  const found = { orders: new Int32Array(size), products: new Int32Array(size), values: new Float64Array(size) }
  let place = 0
  pairs.forEach((pair, index) => {
    const [line, order] = [Math.floor(pair / room), pair % room]
    const own = valueOf[line] ?? NaN
    all.orders[index] = order
    all.values[index] = own
    const first = products.starts[line] ?? 0
    for (let at = first; at < first + countOf(products, line); at += 1) {
      found.orders[place] = order
      found.products[place] = products.ids[at] ?? 0
      found.values[place] = own
      place += 1
    }
  })
  return { ...found, all }
}

/** How many rows this one leads to. */
export const countOf = ({ starts }: Reach, id: number): number => (id + 1 < starts.length ? (starts[id + 1] ?? 0) - (starts[id] ?? 0) : 0)

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
