import type { Analysis } from '#shared/contract/analysis.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { heldSql, smallestUnits } from '../compute/money.ts'
import type { ReadContext } from '../context.ts'
import { dayText, endOf } from '../report/period.ts'
import { rolesOf } from '../report/roles.ts'
import { countedSql } from '../report/sales.ts'
import { cellRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { readOrderLines, type OrderLines } from './figures/orderLines.ts'
import { dayOf, rowAndDay, rowOf, type SalesLines } from './figures/salesLines.ts'
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
  const cell = sql`coalesce(${cellRef(amount, 'l')}, 0)`
  const units = heldSql(unit === 1 ? cell : sql`round(${cell} * ${sql.raw(`${unit}.0`)})`)
  const day = cellRef(date, 'o')
  const counted = sql`(${countedSql(roles, 'o')} and ${day} is not null and ${day} < ${endOf(context.today)})`
  const lines = readOrderLines(context, roles, units)
  const days = daysOfOrders(context, date, counted)
  const among = { cancelled: 0, refunds: 0 }
  lines.all.orders.forEach((order, place) => {
    if ((days[order] ?? notCounted) === notCounted) among.cancelled += 1
    else if ((lines.all.values[place] ?? 0) < 0) among.refunds += 1
  })
  const counts = {
    noProduct: countUnlinked(context, roles.link('orderLine.product')),
    noOrder: countUnlinked(context, roles.link('orderLine.order')),
    ...among,
  }
  const keys = ['noProduct', 'noOrder', 'cancelled', 'refunds'] as const
  return ok({
    ...rowsOf(making, roles.column('product.name').tableId, 'product.name'),
    read: () => soldLines(lines, days),
    unit,
    notes: keys.flatMap((key) =>
      counts[key] === 0 ? [] : [words.t(`analysisSales.lines.${key}`, { count: counts[key], day: dayText(context.today, words.lang) })],
    ),
  })
}

const notCounted = -(2 ** 31)

/** By order the day it counts on, `notCounted` where it does not. */
function daysOfOrders({ db }: ReadContext, date: Column, counted: RawBuilder<unknown>): Int32Array {
  const keys = db.ids(sql`select ${rowAndDay(sql`o.id`, cellRef(date, 'o'))} from ${tableRef(date.tableId)} o where ${counted} order by o.id`)
  const days = new Int32Array(rowOf(keys.at(-1) ?? 0) + 1).fill(notCounted)
  for (const key of keys) days[rowOf(key)] = dayOf(key)
  return days
}

/** The lines of orders that count. */
function soldLines({ orders, products, values }: OrderLines, days: Int32Array): SalesLines {
  const found = { holders: new Int32Array(orders.length), days: new Int32Array(orders.length), units: new Float64Array(orders.length) }
  let count = 0
  orders.forEach((order, place) => {
    const day = days[order] ?? notCounted
    if (day === notCounted) return
    found.holders[count] = products[place] ?? 0
    found.days[count] = day
    found.units[count] = values[place] ?? 0
    count += 1
  })
  return { holders: found.holders.subarray(0, count), days: found.days.subarray(0, count), units: found.units.subarray(0, count) }
}

function rowsOf({ context, words }: Making, tableId: number, name: ColumnRole): Pick<SalesBy, 'tableId' | 'namesOf' | 'count'> {
  return {
    tableId,
    namesOf: (ids) => rowNames(context, name, ids, words),
    count: () => context.db.ids(sql`select count(*) from ${tableRef(tableId)}`)[0] ?? 0,
  }
}
