import type { Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../../context.ts'
import type { Buyer } from '../../models/segments/crossSellList.ts'
import { endOf, type Period } from '../../report/period.ts'
import { rolesOf } from '../../report/roles.ts'
import { countedSql } from '../../report/sales.ts'
import { goOn } from '../../store/context.ts'
import { otherSide } from '../../store/schema.ts'
import { cellRef, linkRef, nameRef, sql, tableRef } from '../../store/sql.ts'

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
  const [ofOrder, ofProduct, ofCustomer] = [
    roles.link('orderLine.order').settings,
    roles.link('orderLine.product').settings,
    roles.link('order.customer').settings,
  ]
  const date = cellRef(roles.column('order.date'), 'o')
  const quantity = roles.maybe('orderLine.quantity')
  const kept = quantity === undefined ? sql`1` : sql`total(coalesce(${cellRef(quantity, 'l')}, 1)) > 0`
  const customer = nameRef(otherSide(ofCustomer.side), 'kc')
  const product = nameRef(otherSide(ofProduct.side), 'kp')
  const { tableId } = roles.column('customer.name')
  // Line by line: each step goes to one row, and nothing has to be sorted but the groups.
  const lines = sql`select ${customer} as customer_id, ${product} as product_id from ${tableRef(roles.column('orderLine.order').tableId)} l
    cross join ${linkRef(ofProduct.linkId)} kp on ${nameRef(ofProduct.side, 'kp')} = l.id
    cross join ${linkRef(ofOrder.linkId)} ko on ${nameRef(ofOrder.side, 'ko')} = l.id
    cross join ${tableRef(ofOrder.otherTableId)} o on o.id = ${nameRef(otherSide(ofOrder.side), 'ko')}
    cross join ${linkRef(ofCustomer.linkId)} kc on ${nameRef(ofCustomer.side, 'kc')} = o.id
    where ${countedSql(roles, 'o')} and ${date} >= ${period.from} and ${date} < ${endOf(period.to)} group by 1, 2 having ${kept}`
  const cell = segment === null ? sql`null` : cellRef(segment, 'c')
  const buyers = new Map<number, { segment: number | null; products: Set<number> }>()
  let read = 0
  for (const [id, productId, value] of context.db.iterate(
    sql`select p.customer_id, p.product_id, ${cell} from (${lines}) p join ${tableRef(tableId)} c on c.id = p.customer_id order by 1, 2`,
  )) {
    read += 1
    if (read % 50_000 === 0) goOn(context)
    const known = buyers.get(Number(id))
    if (known === undefined) buyers.set(Number(id), { segment: typeof value === 'number' ? value : null, products: new Set([Number(productId)]) })
    else known.products.add(Number(productId))
  }
  return [...buyers].map(([id, { segment: own, products }]) => ({ customer: id, segment: own, products }))
}

/** What every product is called. */
export function productNamesOf({ db, schema }: ReadContext): Map<number, string> {
  const name = schema.columnByRole('product.name')
  if (name === undefined) return new Map()
  const rows = db.rows(sql`select p.id, ${cellRef(name, 'p')} from ${tableRef(name.tableId)} p where ${cellRef(name, 'p')} is not null`)
  return new Map(rows.map(([id, text]) => [Number(id), String(text)]))
}
