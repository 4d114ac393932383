import { rankSteps, type RankScoreRule } from '#shared/model/classRules/rankScoreRule.ts'
import { join, sql, type RawBuilder } from '../../store/sql.ts'
import { cellOf, type ClassingContext } from '../cellOf.ts'
import { bandsSql } from '../cases.ts'
import type { RankScoreCuts } from '../cuts.ts'
import { keepSteps, type RankSteps } from './rankTables.ts'

/** The numbers of a row, in the order of the rule; an empty one counts as nothing, but the first tells who is ranked. */
export function partsSql(context: ClassingContext, rule: RankScoreRule, alias: string): RawBuilder<unknown>[] {
  return rule.parts.map(({ columnId }, index) => {
    const cell = cellOf(context.schema, columnId, alias)
    return index === 0 ? cell : sql`coalesce(${cell}, 0)`
  })
}

/** Percentile ranks of each number; `values` are the rows that are ranked. */
export function rankScoreCutsOf(values: readonly (readonly number[])[], count: number): RankScoreCuts {
  const parts = Array.from({ length: count }, (_, index) => rankStepsOf(Float64Array.from(values, (row) => row[index] ?? 0).sort()))
  return { kind: 'rankScore', population: values.length, parts }
}

/** Where each rank begins among ascending values. */
export function rankStepsOf(ascending: Float64Array): RankSteps {
  const steps: RankSteps = { from: [], rank: [] }
  const others = ascending.length - 1
  const firsts: number[] = []
  for (let index = 0; index < ascending.length; index += 1) if (index === 0 || ascending[index] !== ascending[index - 1]) firsts.push(index)
  const isCoarse = firsts.length > rankSteps
  for (const less of firsts) {
    const exact = others === 0 ? 100 : (100 * less) / others
    const rank = isCoarse ? Math.floor(exact * 10) / 10 : exact
    if (rank === steps.rank.at(-1)) continue
    steps.from.push(ascending[less] ?? 0)
    steps.rank.push(rank)
  }
  return steps
}

/** The percentile rank of each number of a row. */
export function ranksSql(context: ClassingContext, rule: RankScoreRule, cuts: RankScoreCuts, alias: string): RawBuilder<unknown>[] {
  return partsSql(context, rule, alias).map((value, index) => sql`kebu_rank(${keepSteps(cuts.parts[index] ?? { from: [], rank: [] })}, ${value})`)
}

/** The score of a row, 0–100; empty for a row that is not ranked. Rounded, so that a bound that is met is not missed by a last bit. */
export function rankScoreSql(context: ClassingContext, rule: RankScoreRule, cuts: RankScoreCuts, alias: string): RawBuilder<unknown> {
  const [first = sql`null`] = partsSql(context, rule, alias)
  const all = rule.parts.reduce((sum, { weight }) => sum + weight, 0)
  const weighted = ranksSql(context, rule, cuts, alias).map((rank, index) => sql`${rule.parts[index]?.weight ?? 0} * (${rank})`)
  return sql`case when ${first} > 0 then round((${join(weighted, ' + ')}) / ${all}, 9) end`
}

export function rankScoreClassSql(context: ClassingContext, rule: RankScoreRule, cuts: RankScoreCuts, alias: string): RawBuilder<unknown> {
  // Each band looks at the score: so it is worked out once.
  return sql`(select ${bandsSql(sql`score`, rule.bands, rule.nothingOptionId)} from (select ${rankScoreSql(context, rule, cuts, alias)} as score))`
}
