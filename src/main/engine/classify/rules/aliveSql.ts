import type { AliveRule } from '#shared/model/classRules/aliveRule.ts'
import { fitBgNbd } from '../../models/buying/bgNbd.ts'
import { sql, type RawBuilder } from '../../store/sql.ts'
import { cellOf, type ClassingContext } from '../cellOf.ts'
import { bandsSql } from '../cases.ts'
import type { AliveFit } from '../cuts.ts'
import { daysBetweenSql } from '../days.ts'

/** x, t_x and T of a row in days. An order dated after today makes the observation end with it. */
export function historySql(context: ClassingContext, rule: AliveRule, alias: string) {
  const [first, last] = [cellOf(context.schema, rule.firstOrderColumnId, alias), cellOf(context.schema, rule.lastOrderColumnId, alias)]
  const recency = daysBetweenSql(first, last)
  return {
    frequency: sql`(${cellOf(context.schema, rule.orderDaysColumnId, alias)} - 1)`,
    recency,
    age: sql`max(${recency}, ${daysBetweenSql(first, sql`${context.today}`)})`,
  }
}

/** The model fitted to the customers with an order; `values` are rows of x, t_x and T in days. */
export function aliveFitOf(values: readonly (readonly number[])[]): AliveFit {
  const histories = values
    .map(([frequency = 0, recency = 0, age = 0]) => ({ frequency, recency, age }))
    .filter(({ frequency, recency, age }) => frequency >= 0 && recency >= 0 && age >= recency && (frequency > 0 || recency === 0))
  const fit = fitBgNbd(histories)
  if (!fit.ok) return { kind: 'alive', population: histories.length, parameters: null, failure: fit.failure }
  const { r, alpha, a, b } = fit.value
  return { kind: 'alive', population: histories.length, parameters: { r, alpha, a, b }, failure: null }
}

/** P(alive) of a row, as `models/buying/bgNbd.ts` has it; empty for who bought on one day only, or never, or last before he bought first. */
export function aliveSql(context: ClassingContext, rule: AliveRule, { parameters }: AliveFit, alias: string): RawBuilder<unknown> {
  if (parameters === null) return sql`null`
  const { r, alpha, a, b } = parameters
  const { frequency: x, recency, age } = historySql(context, rule, alias)
  return sql`case when ${x} > 0 and ${recency} >= 0 then 1 / (1 + ${a} / (${b} + ${x} - 1) * pow((${alpha} + ${age}) / (${alpha} + ${recency}), ${r} + ${x})) end`
}

export function aliveClassSql(context: ClassingContext, rule: AliveRule, fit: AliveFit, fallback: number | null, alias: string): RawBuilder<unknown> {
  const banded = bandsSql(aliveSql(context, rule, fit, alias), rule.bands, fallback)
  if (rule.onceOptionId === null) return banded
  return sql`case when ${cellOf(context.schema, rule.orderDaysColumnId, alias)} = 1 then ${rule.onceOptionId} else ${banded} end`
}
