import type { LifeCycleRule } from '#shared/model/classRules/lifeCycleRule.ts'
import { sql, type RawBuilder } from '../../store/sql.ts'
import { cellOf, type ClassingContext } from '../cellOf.ts'
import { cases, when } from '../cases.ts'
import { daysBetweenSql, daysSinceSql } from '../days.ts'

/** From so many orders on a customer's own gap is his cycle. */
const ordersForOwnCycle = 3

/** Days since the last order; an order dated after today counts as today's. */
export function recencySql(context: ClassingContext, rule: LifeCycleRule, alias: string): RawBuilder<unknown> {
  return daysSinceSql(cellOf(context.schema, rule.lastOrderColumnId, alias), context.today)
}

/** The usual days between two orders. */
export function cycleSql(context: ClassingContext, rule: LifeCycleRule, alias: string): RawBuilder<unknown> {
  if (rule.gapColumnId === null) return sql`${rule.usualCycleDays}`
  const gap = cellOf(context.schema, rule.gapColumnId, alias)
  return sql`case when ${cellOf(context.schema, rule.orderCountColumnId, alias)} >= ${ordersForOwnCycle} and ${gap} > 0 then ${gap} else ${rule.usualCycleDays} end`
}

export function lifeCycleSql(context: ClassingContext, rule: LifeCycleRule, fallback: number | null, alias: string): RawBuilder<unknown> {
  const orders = sql`coalesce(${cellOf(context.schema, rule.orderCountColumnId, alias)}, 0)`
  const [recency, cycle] = [recencySql(context, rule, alias), cycleSql(context, rule, alias)]
  const age = daysBetweenSql(cellOf(context.schema, rule.firstOrderColumnId, alias), sql`${context.today}`)
  const exitDays = sql`min(${rule.exitDaysMax}, max(${rule.exitDaysMin}, ${rule.exitCycles} * (${cycle})))`
  const isLate = sql`${recency} > ${rule.declineCycles} * (${cycle})`
  const { phases, amounts } = rule
  const shrank =
    amounts === null
      ? sql`0`
      : sql`coalesce(${cellOf(context.schema, amounts.recentColumnId, alias)}, 0) < ${rule.shrink} * coalesce(${cellOf(context.schema, amounts.beforeColumnId, alias)}, 0)`
  return cases(
    [
      when(sql`${orders} <= 0`, phases.acquisition),
      when(sql`${recency} is null`, fallback),
      when(sql`${recency} > ${exitDays}`, phases.exit),
      when(sql`${orders} < ${rule.maturityOrders} or ${age} <= ${rule.newDays}`, phases.growth),
      when(sql`${isLate} or ${shrank}`, phases.decline),
    ],
    phases.maturity,
  )
}
