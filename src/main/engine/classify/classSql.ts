import { assertNever } from '#shared/lib/assertNever.ts'
import type { Rule, RuleOf, Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { filterSql } from '../records/filterSql.ts'
import { join, sql, type RawBuilder } from '../store/sql.ts'
import { metricSql } from './metricSql.ts'
import type { Cuts } from './cuts.ts'

/**
 * The class of the row under `alias` as a SQL expression. Ranking is over by then: a rank-based rule
 * is read off its cut points, so that one row costs the same in a table of any size.
 */
export function classSql(context: ReadContext, scheme: Scheme, cuts: Cuts | null, alias: string): RawBuilder<unknown> {
  const { rule, fallbackOptionId: fallback } = scheme
  switch (rule.kind) {
    case 'bands': {
      const metric = metricSql(context, rule.metric, alias)
      const bands = descending(rule.bands).map(({ from, optionId }) => when(from === null ? sql`1` : sql`${metric} >= ${from}`, optionId))
      return cases([when(sql`${metric} is null`, fallback), ...bands], fallback)
    }
    case 'decisionTable':
      return cases(
        rule.rows.map((row) => when(filterSql(context, scheme.tableId, row.when, alias), row.optionId)),
        fallback,
      )
    case 'percentile': {
      const metric = metricSql(context, rule.metric, alias)
      return cases(
        [when(sql`${metric} is null`, fallback), when(sql`${metric} >= ${thresholdOf(rule, cuts)}`, rule.upperOptionId)],
        rule.lowerOptionId,
      )
    }
    case 'pareto': {
      const metric = metricSql(context, rule.metric, alias)
      const cut = cuts ?? { population: 0, points: [], rest: rule.nothingOptionId }
      return cases(
        [
          when(sql`${metric} is null or ${metric} <= 0`, rule.nothingOptionId),
          ...cut.points.map(({ from, optionId }) => when(sql`${metric} >= ${from}`, optionId)),
        ],
        cut.rest,
      )
    }
    default:
      return assertNever(rule)
  }
}

/** Which row of a decision table holds for the row under `alias`, from 0; null when none does. */
export function decidingRowSql(context: ReadContext, scheme: Scheme, rule: RuleOf<'decisionTable'>, alias: string): RawBuilder<unknown> {
  return cases(
    rule.rows.map((row, index) => when(filterSql(context, scheme.tableId, row.when, alias), index)),
    null,
  )
}

/** From high to low, so that the first bound that is reached decides. */
export function descending<Band extends { from: number | null }>(bands: readonly Band[]): Band[] {
  return [...bands].sort((left, right) => (right.from ?? -Infinity) - (left.from ?? -Infinity))
}

/** From where on the upper class begins. */
export function thresholdOf(rule: RuleOf<'percentile'>, cuts: Cuts | null): number {
  return cuts?.points[0]?.from ?? rule.minimum
}

/** The metric a rule compares, if it compares one. */
export function metricOf(rule: Rule) {
  return rule.kind === 'decisionTable' ? null : rule.metric
}

function when(condition: RawBuilder<unknown>, outcome: number | null): RawBuilder<unknown> {
  return sql`when ${condition} then ${outcome}`
}

function cases(branches: readonly RawBuilder<unknown>[], otherwise: number | null): RawBuilder<unknown> {
  if (branches.length === 0) return sql`${otherwise}`
  return sql`case ${join(branches, ' ')} else ${otherwise} end`
}
