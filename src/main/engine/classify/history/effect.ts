import type { EffectMeasure, StrategyEffect } from '#shared/contract/classHistory.ts'
import { addDays, daysBetween, type Day } from '#shared/lib/days.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../../context.ts'
import type { Period } from '../../report/period.ts'
import { rolesOf } from '../../report/roles.ts'
import { salesOf, withinSql } from '../../report/sales.ts'
import { otherSide } from '../../store/schema.ts'
import { linkRef, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import { classesAt, tagAt } from './classAt.ts'
import { schemeMadeOn } from './migration.ts'

type Asked = { optionId: number; day: Day; days: number }

/**
 * What the rows that were in a class when a day began did in as many days before it as from it on, beside the other rows
 * that were there. The windows are always equally long: where not enough days have passed since, both are shorter.
 */
export function effectOf(context: ReadContext, scheme: Scheme, { optionId, day, days: asked }: Asked): StrategyEffect {
  const days = Math.max(1, Math.min(asked, daysBetween(day, context.today) + 1))
  const before = { from: addDays(day, -days), to: addDays(day, -1) }
  const after = { from: day, to: addDays(day, days - 1) }
  const dayBefore = addDays(day, -1)
  const rows =
    scheme.rule.kind === 'tags'
      ? sql`select id, has as chosen from (${tagAt(scheme, dayBefore, optionId)}) where made < ${day}`
      : sql`select id, class is ${optionId} as chosen from (${classesAt(scheme, dayBefore)}) where made < ${day}`
  const [counts] = context.db.rows(sql`select coalesce(sum(chosen), 0), coalesce(sum(not chosen), 0) from (${rows})`)
  const measured = measuresOf(context, scheme)
  return {
    madeOn: schemeMadeOn(scheme),
    days,
    before,
    after,
    rows: Number(counts?.[0] ?? 0),
    otherRows: Number(counts?.[1] ?? 0),
    measures: measured.flatMap(({ key, query, unit }) => {
      if (query === null) return []
      const [was, is] = [sumsOf(context, rows, query(before), unit), sumsOf(context, rows, query(after), unit)]
      return [{ key, before: was.chosen, after: is.chosen, otherBefore: was.others, otherAfter: is.others }]
    }),
    missing: measured.flatMap(({ key, query }) => (query === null ? [key] : [])),
  }
}

/** `query` gives `row_id` and `amount` of a period; null where the table has no such rows linked. */
type Measure = { key: EffectMeasure['key']; query: ((period: Period) => RawBuilder<unknown>) | null; unit: number }

function measuresOf(context: ReadContext, scheme: Scheme): Measure[] {
  const isCustomer = context.schema.columnByRole('customer.name')?.tableId === scheme.tableId
  const sales = isCustomer ? salesOf(context) : null
  const followUps = isCustomer ? followUpsOf(context) : null
  return [
    {
      key: 'orders',
      unit: 1,
      query: sales && ((period) => sql`select customer_id as row_id, orders as amount from (${sales.query(period)})`),
    },
    {
      key: 'amount',
      unit: sales?.unit ?? 1,
      query: sales && ((period) => sql`select customer_id as row_id, units as amount from (${sales.query(period)})`),
    },
    { key: 'followUps', unit: 1, query: followUps },
  ]
}

function followUpsOf(context: ReadContext): Measure['query'] {
  const roles = rolesOf(context, ['followUp.customer', 'followUp.time'])
  if (roles === null) return null
  const time = roles.column('followUp.time')
  const { linkId, side } = roles.link('followUp.customer').settings
  return (period) => sql`
    select ${nameRef(otherSide(side), 'k')} as row_id, count(*) as amount
    from ${tableRef(time.tableId)} f join ${linkRef(linkId)} k on ${nameRef(side, 'k')} = f.id
    where ${withinSql(time, period, 'f')} group by 1`
}

function sumsOf(context: ReadContext, rows: RawBuilder<unknown>, query: RawBuilder<unknown>, unit: number): { chosen: number; others: number } {
  const [sums] = context.db.rows(sql`
    select total(q.amount) filter (where g.chosen), total(q.amount) filter (where not g.chosen) from (${query}) q join (${rows}) g on g.id = q.row_id`)
  return { chosen: Number(sums?.[0] ?? 0) / unit, others: Number(sums?.[1] ?? 0) / unit }
}
