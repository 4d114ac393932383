import type { Analysis } from '#shared/contract/analysis.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { heldSql, smallestUnits } from '../compute/money.ts'
import { endOf } from '../report/period.ts'
import { rolesOf } from '../report/roles.ts'
import { countedSql } from '../report/sales.ts'
import { otherSide } from '../store/schema.ts'
import { cellRef, linkInOrderOf, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'
import { readLines, type SalesLines } from './figures/salesLines.ts'
import { missingOf, type Making } from './making.ts'
import { orderNotes, ordersOf } from './orders.ts'
import { rowNames } from './rowNames.ts'
import { countUnlinked } from './unlinked.ts'

/** Sales by who bought, or by what was sold. */
export type SalesBy = {
  /** What is not below nothing is a purchase. */
  read: () => SalesLines
  unit: number
  /** Where the holders are rows. */
  tableId: number
  namesOf: (ids: readonly number[]) => string[]
  /** How many rows there are, with sales or without. */
  count: () => number
  notes: string[]
}

export function customerSales(making: Making): Result<SalesBy, Analysis> {
  const { context, words } = making
  const orders = ordersOf(making)
  if (!orders.ok) return orders
  const { read, unit, customerTableId } = orders.value
  return ok({
    ...rowsOf(making, customerTableId, 'customer.name'),
    read,
    unit,
    notes: orderNotes(context, words),
  })
}

const productRoles: readonly ColumnRole[] = ['product.name', 'orderLine.product', 'orderLine.order', 'orderLine.amount', 'order.date']

/** Order lines of orders that count; a line of a negative amount is a return. */
export function productSales(making: Making): Result<SalesBy, Analysis> {
  const { context, words } = making
  const missing = missingOf(making, productRoles)
  if (missing !== null) return fail(missing)
  const roles = rolesOf(context, productRoles)
  if (roles === null) throw new Error('analysis: columns of order lines were there and are not')
  const amount = roles.column('orderLine.amount')
  const date = roles.column('order.date')
  const unit = smallestUnits(context.schema, amount) ?? 1
  const cell = sql`coalesce(${cellRef(amount, 'i')}, 0)`
  const units = heldSql(unit === 1 ? cell : sql`round(${cell} * ${sql.raw(`${unit}.0`)})`)
  const day = cellRef(date, 'o')
  const counted = sql`(${countedSql(roles, 'o')} and ${day} is not null and ${day} < ${endOf(context.today)})`
  const [order, product] = [roles.link('orderLine.order').settings, roles.link('orderLine.product').settings]
  const table = tableRef(amount.tableId)
  // From the pairs of the lines in their order, each step goes to the next row or to one near it.
  const toOrder = sql`from ${linkInOrderOf(order.linkId, order.side, 'a')} cross join ${table} i on i.id = ${nameRef(order.side, 'a')}
    cross join ${tableRef(date.tableId)} o on o.id = ${nameRef(otherSide(order.side), 'a')}`
  const [among] = context.db.rows(sql`select total(not ${counted}), total(${counted} and ${units} < 0) ${toOrder}
    where ${cellRef(amount, 'i')} < 0 or not ${counted}`)
  const counts = {
    noProduct: countUnlinked(context, roles.link('orderLine.product')),
    noOrder: countUnlinked(context, roles.link('orderLine.order')),
    cancelled: among?.[0],
    refunds: among?.[1],
  }
  const keys = ['noProduct', 'noOrder', 'cancelled', 'refunds'] as const
  return ok({
    ...rowsOf(making, roles.column('product.name').tableId, 'product.name'),
    read: () =>
      readLines(context, {
        holder: nameRef(otherSide(product.side), 'k'),
        day,
        units,
        from: sql`${toOrder} cross join ${linkRef(product.linkId)} k on ${nameRef(product.side, 'k')} = i.id where ${counted}`,
      }),
    unit,
    notes: keys.flatMap((key) => (Number(counts[key] ?? 0) === 0 ? [] : [words.t(`analysisSales.lines.${key}`, { count: Number(counts[key]) })])),
  })
}

function rowsOf({ context, words }: Making, tableId: number, name: ColumnRole): Pick<SalesBy, 'tableId' | 'namesOf' | 'count'> {
  return {
    tableId,
    namesOf: (ids) => rowNames(context, name, ids, words),
    count: () => context.db.ids(sql`select count(*) from ${tableRef(tableId)}`)[0] ?? 0,
  }
}
