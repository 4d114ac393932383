import type { Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../../context.ts'
import type { Buyer } from '../../models/segments/crossSellList.ts'
import { endOf, type Period } from '../../report/period.ts'
import { rolesOf } from '../../report/roles.ts'
import { countedSql } from '../../report/sales.ts'
import { cellRef, sql, tableRef } from '../../store/sql.ts'
import { countOf, customersOfOrders, readOrderLines, type OrderLines, type Reach } from './orderLines.ts'
import { placesInOrder, roomFor } from './salesLines.ts'

export const purchaseRoles: readonly ColumnRole[] = [
  'customer.name',
  'product.name',
  'order.customer',
  'order.date',
  'orderLine.order',
  'orderLine.product',
]

/**
 * Who bought which products in a period: of orders that count, products of which more was bought than given back.
 * `segment`: the column of customers whose values are the segments. Null when columns are missing.
 */
export function purchasesOf(context: ReadContext, period: Period, segment: Column | null): Buyer[] | null {
  const roles = rolesOf(context, purchaseRoles)
  if (roles === null) return null
  const date = cellRef(roles.column('order.date'), 'o')
  const quantity = roles.maybe('orderLine.quantity')
  const lines = readOrderLines(context, roles, quantity === undefined ? sql`1` : sql`coalesce(${cellRef(quantity, 'l')}, 1)`)
  const within = sql`${countedSql(roles, 'o')} and ${date} >= ${period.from} and ${date} < ${endOf(period.to)}`
  const segments = segmentsOf(context, roles.column('customer.name').tableId, segment)
  return boughtBy(lines, customersOfOrders(context, roles, within)).map(({ customer, products }) => ({
    customer,
    segment: segments.get(customer) ?? null,
    products,
  }))
}

function segmentsOf({ db }: ReadContext, tableId: number, segment: Column | null): Map<number, number> {
  if (segment === null) return new Map()
  const rows = db.rows(sql`select c.id, ${cellRef(segment, 'c')} from ${tableRef(tableId)} c where ${cellRef(segment, 'c')} is not null`)
  return new Map(rows.flatMap(([id, value]) => (typeof value === 'number' ? [[Number(id), value]] : [])))
}

/** Which products each customer kept, both ascending: of lines of one customer and product the quantities are added up. */
export function boughtBy(lines: Pick<OrderLines, 'orders' | 'products' | 'values'>, buyers: Reach): { customer: number; products: Set<number> }[] {
  const size = lines.orders.reduce((sum, order) => sum + countOf(buyers, order), 0)
  const [customers, places] = [new Int32Array(size), new Int32Array(size)]
  let filled = 0
  lines.orders.forEach((order, place) => {
    const first = buyers.starts[order] ?? 0
    for (let at = first; at < first + countOf(buyers, order); at += 1) {
      customers[filled] = buyers.ids[at] ?? 0
      places[filled] = place
      filled += 1
    }
  })
  const order = placesInOrder(customers)
  const kept = new Float64Array(roomFor(lines.products))
  const found: { customer: number; products: Set<number> }[] = []
  for (let from = 0; from < order.length;) {
    const customer = customers[order[from] ?? 0] ?? 0
    const own: number[] = []
    for (; from < order.length && customers[order[from] ?? 0] === customer; from += 1) {
      const place = places[order[from] ?? 0] ?? 0
      const product = lines.products[place] ?? 0
      own.push(product)
      kept[product] = (kept[product] ?? 0) + (lines.values[place] ?? 0)
    }
    const bought = [...new Set(own)].filter((product) => (kept[product] ?? 0) > 0).sort((left, right) => left - right)
    for (const product of own) kept[product] = 0
    if (bought.length > 0) found.push({ customer, products: new Set(bought) })
  }
  return found
}

/** What every product is called. */
export function productNamesOf({ db, schema }: ReadContext): Map<number, string> {
  const name = schema.columnByRole('product.name')
  if (name === undefined) return new Map()
  const rows = db.rows(sql`select p.id, ${cellRef(name, 'p')} from ${tableRef(name.tableId)} p where ${cellRef(name, 'p')} is not null`)
  return new Map(rows.map(([id, text]) => [Number(id), String(text)]))
}
