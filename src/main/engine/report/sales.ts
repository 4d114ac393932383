import type { Column } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../context.ts'
import { heldSql, isMoneyColumn } from '../compute/money.ts'
import { otherSide } from '../store/schema.ts'
import { cellRef, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { endOf, type Period } from './period.ts'
import { rolesOf, type Roles } from './roles.ts'

export const salesRoles: readonly ColumnRole[] = ['order.customer', 'order.date', 'order.amount']

/** Sales by customer: `customer_id`, `units` and `orders`, of orders in the period that were not cancelled. */
export type Sales = {
  query: (period: Period) => RawBuilder<unknown>
  /** How many units make one: sums are reckoned in whole cents. */
  unit: number
}

/** Null when the book has no orders to reckon with. */
export function salesOf(context: ReadContext): Sales | null {
  const roles = rolesOf(context, salesRoles)
  if (roles === null) return null
  const amount = roles.column('order.amount')
  const isMoney = isMoneyColumn(context.schema, amount)
  const units = heldSql(isMoney ? sql`round(${cellRef(amount, 'o')} * 100)` : cellRef(amount, 'o'))
  const { linkId, side } = roles.link('order.customer').settings
  return {
    unit: isMoney ? 100 : 1,
    query: (period) => sql`
      select ${nameRef(otherSide(side), 'k')} as customer_id, total(${units}) as units, count(*) as orders
      from ${tableRef(amount.tableId)} o join ${linkRef(linkId)} k on ${nameRef(side, 'k')} = o.id
      where ${countedSql(roles, 'o')} and ${withinSql(roles.column('order.date'), period, 'o')} group by 1`,
  }
}

/** All orders of the period, linked to a customer or not. */
export function orderTotals(context: ReadContext, period: Period): { orders: number; amount: number; buyers: number } {
  const roles = rolesOf(context, salesRoles)
  const sales = salesOf(context)
  if (roles === null || sales === null) return { orders: 0, amount: 0, buyers: 0 }
  const amount = roles.column('order.amount')
  const units = heldSql(sales.unit === 100 ? sql`round(${cellRef(amount, 'o')} * 100)` : cellRef(amount, 'o'))
  const [all] = context.db.rows(sql`select count(*), total(${units}) from ${tableRef(amount.tableId)} o
    where ${countedSql(roles, 'o')} and ${withinSql(roles.column('order.date'), period, 'o')}`)
  const [buyers] = context.db.rows(sql`select count(*) from (${sales.query(period)})`)
  return { orders: Number(all?.[0] ?? 0), amount: Number(all?.[1] ?? 0) / sales.unit, buyers: Number(buyers?.[0] ?? 0) }
}

export function withinSql(date: Column, period: Period, alias: string): RawBuilder<unknown> {
  const cell = cellRef(date, alias)
  return sql`${cell} >= ${period.from} and ${cell} < ${endOf(period.to)}`
}

/** A cancelled order counts for nothing. */
export function countedSql(roles: Roles, alias: string): RawBuilder<unknown> {
  const status = roles.maybe('order.status')
  const cancelled = status?.type === 'singleSelect' ? status.settings.options.find((option) => option.code === 'cancelled') : undefined
  return status === undefined || cancelled === undefined ? sql`1` : sql`${cellRef(status, alias)} is not ${cancelled.id}`
}
