import { z } from 'zod'
import type { RuleOf, Scheme } from '#shared/model/scheme.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import type { ReadDb } from '../store/db.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { sql, tableRef } from '../store/sql.ts'
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

/** Values between two metrics, both included. */
export type Span = { from: number; to: number }

/** Which values stand in another class by the new cut points; null: none, `all`: the classes themselves are others. */
export function differing(old: Cuts, fresh: Cuts): Span | 'all' | null {
  const sameClasses =
    old.rest === fresh.rest &&
    old.points.length === fresh.points.length &&
    old.points.every((point, index) => point.optionId === fresh.points[index]?.optionId)
  if (!sameClasses) return 'all'
  const moved = old.points.flatMap((point, index) => {
    const from = fresh.points[index]?.from ?? point.from
    return from === point.from ? [] : [from, point.from]
  })
  return moved.length === 0 ? null : { from: Math.min(...moved), to: Math.max(...moved) }
}

/** Ranks every row of the scheme's table. Null for rules that rank nothing. */
export function rank(context: ReadContext, scheme: Scheme): Ranking | null {
  const { rule } = scheme
  if (rule.kind === 'pareto')
    return { rows: rowsOf(context, scheme), cuts: paretoCuts(rule, valuesOf(context, scheme, rule), isMoney(context.schema, rule.metric)) }
  if (rule.kind === 'percentile' && rule.percentile !== null) {
    return { rows: rowsOf(context, scheme), cuts: percentileCuts(rule, rule.percentile, valuesOf(context, scheme, rule)) }
  }
  return null
}

/**
 * The share gathered before a row is that of all rows with a greater value: rows of one value share
 * what lies before them, and so their class. `values` ascending; money is added up in whole cents.
 */
export function paretoCuts(rule: RuleOf<'pareto'>, values: Float64Array, money: boolean): Cuts {
  const population = values.length
  const rest = rule.shares.at(-1)?.optionId ?? rule.nothingOptionId
  if (population < rule.minimumPopulation && rule.absolute.length > 0) {
    return { population, points: rule.absolute.slice(0, -1), rest: rule.absolute.at(-1)?.optionId ?? rest }
  }
  // Doubles add whole cents without error up to 90 trillion yuan.
  const units = (index: number): number => (money ? Math.round((values[index] ?? 0) * 100) : (values[index] ?? 0))
  let total = 0
  for (let index = population - 1; index >= 0; index -= 1) total += units(index)
  const shares = rule.shares.slice(0, -1)
  const bounds = shares.map(() => NaN)
  let gathered = 0
  for (let last = population - 1; last >= 0;) {
    let first = last
    while (first > 0 && units(first - 1) === units(last)) first -= 1
    const before = gathered / total
    const open = shares.map(({ below }, index) => (before < below ? index : -1)).filter((index) => index >= 0)
    if (open.length === 0) break
    for (const index of open) bounds[index] = values[first] ?? 0
    gathered += units(last) * (last - first + 1)
    last = first - 1
  }
  const points = shares.map(({ optionId }, index) => ({ from: bounds[index] ?? NaN, optionId })).filter(({ from }) => !Number.isNaN(from))
  return { population, points, rest }
}

/** The percentile of the values other than zero as Excel's PERCENTILE.INC reckons it: linear between the two nearest. */
export function percentileCuts(rule: RuleOf<'percentile'>, percentile: number, values: Float64Array): Cuts {
  const population = values.length
  // Without rounding, 0.8 × 35 would stand a hair above 28 and shut out the very value it names.
  const position = Number((Math.max(0, population - 1) * percentile).toFixed(9))
  const lower = Math.floor(position)
  const low = values[lower] ?? rule.minimum
  const high = values[lower + 1] ?? low
  const threshold = Math.max(rule.minimum, low + (high - low) * (position - lower))
  return { population, points: [{ from: threshold, optionId: rule.upperOptionId }], rest: rule.lowerOptionId }
}

/** The values a rule ranks, ascending: those above zero for shares, those other than zero for a percentile. */
function valuesOf(context: ReadContext, scheme: Scheme, rule: RuleOf<'pareto'> | RuleOf<'percentile'>): Float64Array {
  const metric = metricSql(context, rule.metric, 'r')
  const counts = rule.kind === 'pareto' ? sql`${metric} > 0` : sql`${metric} <> 0`
  return Float64Array.from(context.db.ids(sql`select ${metric} from ${tableRef(scheme.tableId)} r where ${counts}`)).sort()
}

function rowsOf(context: ReadContext, scheme: Scheme): number {
  return context.db.ids(sql`select count(*) from ${tableRef(scheme.tableId)}`)[0] ?? 0
}

const settingOf = (schemeId: number): string => `ranking.${schemeId}`
