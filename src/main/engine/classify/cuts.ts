import { z } from 'zod'
import type { RuleOf, Scheme } from '#shared/model/scheme.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import type { ReadDb } from '../store/db.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { isMoney, metricSql } from './metricSql.ts'

/**
 * Where a ranking divides: the least value of each class, from high to low. Rows with equal values
 * always share a class, so values say everything that ranks do.
 */
const cutsSchema = z.object({
  /** Rows that were ranked. */
  population: z.number(),
  points: z.array(z.object({ from: z.number(), optionId: z.number() })),
  /** The class of ranked rows below every point. */
  rest: z.number(),
})
export type Cuts = z.infer<typeof cutsSchema>

const rankingSchema = z.object({ /** Rows in the table when it was ranked. */ rows: z.number(), cuts: cutsSchema })
export type Ranking = z.infer<typeof rankingSchema>

export function readRanking(db: ReadDb, schemeId: number): Ranking | null {
  return readSetting(db, settingOf(schemeId), rankingSchema)
}

export function writeRanking(context: WriteContext, schemeId: number, ranking: Ranking): void {
  writeSetting(context.db, settingOf(schemeId), ranking)
}

/** Ranks every row of the scheme's table. Null for rules that rank nothing. */
export function rank(context: ReadContext, scheme: Scheme): Ranking | null {
  const { rule } = scheme
  if (rule.kind === 'pareto') return paretoRanking(context, scheme.tableId, rule)
  if (rule.kind === 'percentile' && rule.percentile !== null) return percentileRanking(context, scheme.tableId, rule, rule.percentile)
  return null
}

/**
 * Values as they are added up: money in whole cents, which doubles add without error up to 90 trillion.
 */
export function addable(context: ReadContext, rule: RuleOf<'pareto'>, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return isMoney(context.schema, rule.metric) ? sql`round(${value} * 100)` : value
}

function paretoRanking(context: ReadContext, tableId: number, rule: RuleOf<'pareto'>): Ranking {
  // The share is that of all rows with a greater value: rows of one value share what lies before them, and so their class.
  const points = rule.shares.map(({ below }) => sql`min(v) filter (where before / total < ${below})`)
  const rows = context.db.rows(sql`
    with measured as (select ${metricSql(context, rule.metric, 'r')} as v from ${tableRef(tableId)} r),
    grouped as (select ${addable(context, rule, sql`v`)} as k, min(v) as v, count(*) as n from measured where v > 0 group by 1),
    shared as (
      select v, n, total(k * n) over (order by k desc rows between unbounded preceding and 1 preceding) as before,
        total(k * n) over () as total
      from grouped
    )
    select (select count(*) from measured), coalesce(sum(n), 0), ${join(points.length === 0 ? [sql`null`] : points)} from shared`)
  const [counted, ranked, ...found] = rows[0] ?? []
  const population = Number(ranked ?? 0)
  const last = rule.shares.at(-1)?.optionId ?? rule.nothingOptionId
  const useAbsolute = population < rule.minimumPopulation && rule.absolute.length > 0
  const cuts: Cuts = useAbsolute
    ? { population, points: rule.absolute.slice(0, -1), rest: rule.absolute.at(-1)?.optionId ?? last }
    : {
        population,
        points: rule.shares.slice(0, -1).flatMap(({ optionId }, index) => {
          const from = found[index]
          return typeof from === 'number' ? [{ from, optionId }] : []
        }),
        rest: last,
      }
  return { rows: Number(counted ?? 0), cuts }
}

/** The percentile as Excel's PERCENTILE.INC reckons it: linear between the two nearest values. */
function percentileRanking(context: ReadContext, tableId: number, rule: RuleOf<'percentile'>, percentile: number): Ranking {
  const measured = sql`(select ${metricSql(context, rule.metric, 'r')} as v from ${tableRef(tableId)} r)`
  const [counts] = context.db.rows(sql`select count(*), count(nullif(v, 0)) from ${measured}`)
  const population = Number(counts?.[1] ?? 0)
  // Without rounding, 0.8 × 35 would stand a hair above 28 and shut out the very value it names.
  const position = Number(((population - 1) * percentile).toFixed(9))
  const lower = Math.max(0, Math.floor(position))
  const nearest = population === 0 ? [] : context.db.rows(sql`select v from ${measured} where v <> 0 order by v limit 2 offset ${lower}`)
  const low = Number(nearest[0]?.[0] ?? 0)
  const high = Number(nearest[1]?.[0] ?? low)
  const threshold = population === 0 ? rule.minimum : Math.max(rule.minimum, low + (high - low) * (position - lower))
  return {
    rows: Number(counts?.[0] ?? 0),
    cuts: { population, points: [{ from: threshold, optionId: rule.upperOptionId }], rest: rule.lowerOptionId },
  }
}

const settingOf = (schemeId: number): string => `ranking.${schemeId}`
