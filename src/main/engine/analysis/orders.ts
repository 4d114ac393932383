import type { Analysis } from '#shared/contract/analysis.ts'
import { fail, ok, type Result } from '#shared/lib/result.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { heldSql, smallestUnits } from '../compute/money.ts'
import type { ReadContext } from '../context.ts'
import { dayText, endOf } from '../report/period.ts'
import { rolesOf } from '../report/roles.ts'
import { countedSql } from '../report/sales.ts'
import type { Words } from '../report/words.ts'
import { otherSide } from '../store/schema.ts'
import { readLines, rowAndDay, type SalesLines } from './figures/salesLines.ts'
import { missingOf, type Making } from './making.ts'
import { countUnlinked } from './unlinked.ts'
import { cellRef, linkInOrderOf, nameRef, sql, tableRef } from '../store/sql.ts'

const orderRoles: readonly ColumnRole[] = ['customer.name', 'order.customer', 'order.date', 'order.amount']

/**
 * The orders analyses reckon with: not cancelled, with a date until today. One of a negative amount is a refund: it takes
 * from the amounts and is no purchase. One without an amount is a purchase of nothing.
 */
export type Orders = {
  /** Orders that have a customer, by customer; what is not below nothing is a purchase. */
  read: () => SalesLines
  /** The customer and the day of each purchase in one number, which `rowOf` and `dayOf` take apart. */
  purchases: () => number[]
  /** Every order, with a customer or without, and none named. */
  all: () => SalesLines
  /** How many units make one: sums are reckoned in whole cents. */
  unit: number
  customerTableId: number
}

/** The orders of the book, or which columns an analysis of them waits for. */
export function ordersOf(making: Making): Result<Orders, Analysis> {
  const { context } = making
  const missing = missingOf(making, orderRoles)
  if (missing !== null) return fail(missing)
  const roles = rolesOf(context, orderRoles)
  const parts = partsOf(context, 'o')
  if (roles === null || parts === null) throw new Error('analysis: columns of orders were there and are not')
  const { linkId, side } = roles.link('order.customer').settings
  const table = tableRef(roles.column('order.amount').tableId)
  const holder = nameRef(otherSide(side), 'k')
  const from = sql`from ${linkInOrderOf(linkId, side, 'k')} cross join ${table} o on o.id = ${nameRef(side, 'k')} where ${parts.counted}`
  return ok({
    read: () => readLines(context, { holder, day: parts.date, units: parts.units, from }),
    purchases: () => context.db.ids(sql`select ${rowAndDay(holder, parts.date)} ${from} and ${parts.units} >= 0`),
    all: () => readLines(context, { holder: sql`0`, day: parts.date, units: parts.units, from: sql`from ${table} o where ${parts.counted}` }),
    unit: parts.unit,
    customerTableId: roles.column('customer.name').tableId,
  })
}

/** What was left out of the orders, and what counts otherwise, in sentences; only what there is. */
export function orderNotes(context: ReadContext, { t, lang }: Words, { byCustomer = true } = {}): string[] {
  const roles = rolesOf(context, orderRoles)
  const parts = partsOf(context, 'r')
  if (roles === null || parts === null) return []
  const from = sql`from ${tableRef(roles.column('order.amount').tableId)} r`
  // Only what is out of the ordinary is reckoned with: of most orders there is nothing to say.
  const [said] = context.db.rows(sql`
    select total(not ${parts.valid}), total(${parts.valid} and ${parts.date} is null), total(${parts.valid} and ${parts.date} >= ${endOf(context.today)}),
      total(${parts.counted} and ${parts.units} < 0), total(${parts.counted} and ${parts.amount} is null)
    ${from} where not ${parts.valid} or ${parts.date} is null or ${parts.date} >= ${endOf(context.today)} or ${parts.amount} is null or ${parts.amount} < 0`)
  const [cancelled = 0, noDate = 0, future = 0, refunds = 0, noAmount = 0] = (said ?? []).map(Number)
  const noCustomer = byCustomer ? countUnlinked(context, roles.link('order.customer'), parts.counted) : 0
  const counts = { cancelled, noDate, future, noCustomer, refunds, noAmount }
  const keys = ['cancelled', 'noDate', 'future', 'noCustomer', 'refunds', 'noAmount'] as const
  return keys.flatMap((key) => (counts[key] === 0 ? [] : [t(`analysis.orders.${key}`, { count: counts[key], day: dayText(context.today, lang) })]))
}

function partsOf(context: ReadContext, alias: string) {
  const roles = rolesOf(context, orderRoles)
  if (roles === null) return null
  const amount = roles.column('order.amount')
  const unit = smallestUnits(context.schema, amount) ?? 1
  const cell = cellRef(amount, alias)
  const date = cellRef(roles.column('order.date'), alias)
  const valid = sql`(${countedSql(roles, alias)})`
  return {
    unit,
    amount: cell,
    date,
    valid,
    units: heldSql(unit === 1 ? sql`coalesce(${cell}, 0)` : sql`round(coalesce(${cell}, 0) * ${sql.raw(`${unit}.0`)})`),
    counted: sql`(${valid} and ${date} is not null and ${date} < ${endOf(context.today)})`,
  }
}
