import { assertNever } from '#shared/lib/assertNever.ts'
import type { Metric, Rule, RuleOf } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { filterSql } from '../records/filterSql.ts'
import { sql, type RawBuilder } from '../store/sql.ts'
import { bandsSql, cases, when } from './cases.ts'
import type { AliveFit, Classing, Cuts, PointCuts, RankScoreCuts, RfmCuts } from './cuts.ts'
import { metricSql } from './metricSql.ts'
import { aliveClassSql, aliveSql } from './rules/aliveSql.ts'
import { lifeCycleSql, recencySql } from './rules/lifeCycleSql.ts'
import { rankScoreClassSql, rankScoreSql } from './rules/rankScoreSql.ts'
import { rfmClassSql, rfmCutsOf, rfmScoreSql } from './rules/rfmSql.ts'
import { scoreSql } from './rules/scoreSql.ts'
import { tagsSql } from './rules/tagsSql.ts'

/**
 * The class of the row under `alias` as a SQL expression. Ranking is over by then: a rank-based rule
 * is read off its cut points, so that one row costs the same in a table of any size. Rows out of scope have none.
 */
export function classSql(context: ReadContext, scheme: Classing, cuts: Cuts | null, alias: string): RawBuilder<unknown> {
  const ruled = ruledSql(context, scheme, cuts, alias)
  return scheme.scope === null ? ruled : sql`case when ${filterSql(context, scheme.tableId, scheme.scope, alias)} then ${ruled} end`
}

function ruledSql(context: ReadContext, scheme: Classing, cuts: Cuts | null, alias: string): RawBuilder<unknown> {
  const { rule, fallbackOptionId: fallback } = scheme
  switch (rule.kind) {
    case 'bands':
      return bandsSql(metricSql(context, rule.metric, alias), rule.bands, fallback)
    case 'score':
      return bandsSql(scoreSql(context, scheme.tableId, rule, alias), rule.bands, fallback)
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
      const cut = pointsOf(cuts) ?? { points: [], rest: rule.nothingOptionId }
      return cases(
        [
          when(sql`${metric} is null or ${metric} <= 0`, rule.nothingOptionId),
          ...cut.points.map(({ from, optionId }) => when(sql`${metric} >= ${from}`, optionId)),
        ],
        cut.rest,
      )
    }
    case 'rfm':
      return rfmClassSql(context, rule, rfmCutsFor(rule, cuts), fallback, alias)
    case 'lifeCycle':
      return lifeCycleSql(context, rule, fallback, alias)
    case 'alive':
      return aliveClassSql(context, rule, fitOf(cuts), fallback, alias)
    case 'rankScore':
      return rankScoreClassSql(context, rule, rankCutsOf(cuts), alias)
    case 'manual':
      return sql`${fallback}`
    case 'tags':
      return tagsSql(context, scheme.tableId, rule, fallback, alias)
    default:
      return assertNever(rule)
  }
}

/** The number by which a rule classes a row; null where none is: a table of conditions asks questions, and people need no number. */
export function measureSql(context: ReadContext, scheme: Classing, cuts: Cuts | null, alias: string): RawBuilder<unknown> | null {
  const { rule } = scheme
  switch (rule.kind) {
    case 'bands':
    case 'percentile':
    case 'pareto':
      return metricSql(context, rule.metric, alias)
    case 'decisionTable':
    case 'tags':
      return null
    case 'score':
      return scoreSql(context, scheme.tableId, rule, alias)
    case 'rfm':
      return rfmScoreSql(context, rule, rfmCutsFor(rule, cuts), alias)
    case 'lifeCycle':
      return recencySql(context, rule, alias)
    case 'alive':
      return aliveSql(context, rule, fitOf(cuts), alias)
    case 'rankScore':
      return rankScoreSql(context, rule, rankCutsOf(cuts), alias)
    case 'manual':
      return null
    default:
      return assertNever(rule)
  }
}

/** Which row of a decision table holds for the row under `alias`, from 0; null when none does. */
export function decidingRowSql(
  context: ReadContext,
  { tableId }: Pick<Classing, 'tableId'>,
  rule: RuleOf<'decisionTable'>,
  alias: string,
): RawBuilder<unknown> {
  return cases(
    rule.rows.map((row, index) => when(filterSql(context, tableId, row.when, alias), index)),
    null,
  )
}

/** From where on the upper class begins. */
export function thresholdOf(rule: RuleOf<'percentile'>, cuts: Cuts | null): number {
  return pointsOf(cuts)?.points[0]?.from ?? rule.minimum
}

/** The metric a rule compares with cut points, if it does. */
export function metricOf(rule: Rule): Metric | null {
  return rule.kind === 'bands' || rule.kind === 'percentile' || rule.kind === 'pareto' ? rule.metric : null
}

/** The bounds in force: given ones as they are, others as last ranked. */
export function rfmCutsFor(rule: RuleOf<'rfm'>, cuts: Cuts | null): RfmCuts {
  return cuts?.kind === 'rfm' ? cuts : rfmCutsOf(rule, [])
}

const pointsOf = (cuts: Cuts | null): PointCuts | null => (cuts?.kind === 'points' ? cuts : null)

export const fitOf = (cuts: Cuts | null): AliveFit =>
  cuts?.kind === 'alive' ? cuts : { kind: 'alive', population: 0, parameters: null, failure: null }

export const rankCutsOf = (cuts: Cuts | null): RankScoreCuts => (cuts?.kind === 'rankScore' ? cuts : { kind: 'rankScore', population: 0, parts: [] })
