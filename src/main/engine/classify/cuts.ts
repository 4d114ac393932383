import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { heldSum } from '#shared/lib/heldSum.ts'
import { modelFailures } from '#shared/model/modelFailure.ts'
import type { Rule, RuleOf, Scheme } from '#shared/model/scheme.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { quantile } from '../models/lib/quantile.ts'
import { filterSql } from '../records/filterSql.ts'
import type { ReadDb } from '../store/db.ts'
import { parseSetting, readSettingText, writeSetting } from '../store/settings.ts'
import { join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { isMoney, metricSql } from './metricSql.ts'
import { aliveFitOf, historySql } from './rules/aliveSql.ts'
import { isWithinShare } from './rules/paretoShare.ts'
import { partsSql, rankScoreCutsOf } from './rules/rankScoreSql.ts'
import { rfmCutsOf, rfmMeasures } from './rules/rfmSql.ts'

/** What is needed of a scheme to class rows by it, saved or not. */
export type Classing = Pick<Scheme, 'tableId' | 'scope' | 'rule' | 'fallbackOptionId'>

/**
 * Where a ranking divides: the least value of each class, from high to low. Rows with equal values
 * always share a class, so values say everything that ranks do.
 */
const pointCutsSchema = z.object({
  kind: z.literal('points').default('points'),
  /** Rows that were ranked. */
  population: z.number(),
  points: z.array(z.object({ from: z.number(), optionId: z.number() })),
  /** The class of ranked rows below every point. */
  rest: z.number(),
})
export type PointCuts = z.infer<typeof pointCutsSchema>

/** Where the bins of recency, frequency and money divide, ascending. `reached`: a value on a bound has passed it. */
const rfmCutsSchema = z.object({
  kind: z.literal('rfm'),
  population: z.number(),
  recency: z.array(z.number()),
  frequency: z.array(z.number()),
  monetary: z.array(z.number()),
  reached: z.object({ recency: z.boolean(), others: z.boolean() }),
})
export type RfmCuts = z.infer<typeof rfmCutsSchema>

/** What was fitted to all customers: the parameters of BG/NBD in days, or why there are none. */
const aliveFitSchema = z.object({
  kind: z.literal('alive'),
  population: z.number(),
  parameters: z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() }).nullable(),
  failure: z.enum(modelFailures).nullable(),
})
export type AliveFit = z.infer<typeof aliveFitSchema>

/** Of each number of the rule, from which value on a row has which percentile rank, ascending; less than the first has none. */
const rankScoreCutsSchema = z.object({
  kind: z.literal('rankScore'),
  population: z.number(),
  parts: z.array(z.object({ from: z.array(z.number()), rank: z.array(z.number()) })),
})
export type RankScoreCuts = z.infer<typeof rankScoreCutsSchema>

const cutsSchema = z.union([rfmCutsSchema, aliveFitSchema, rankScoreCutsSchema, pointCutsSchema])
/** What ranking, or fitting, says about all rows at once; with it a row is classed by itself. */
export type Cuts = z.infer<typeof cutsSchema>

const rankingSchema = z.object({ /** Rows in the table when it was ranked. */ rows: z.number(), cuts: cutsSchema })
export type Ranking = z.infer<typeof rankingSchema>

const parsed = new WeakMap<ReadDb, Map<number, { text: string; ranking: Ranking | null }>>()

/** The last ranking: the same object as long as there is no other, since ranks have a thousand steps and every edit asks. */
export function readRanking(db: ReadDb, schemeId: number): Ranking | null {
  const text = readSettingText(db, settingOf(schemeId))
  if (text === null) return null
  const ofBase = parsed.get(db) ?? new Map<number, { text: string; ranking: Ranking | null }>()
  parsed.set(db, ofBase)
  const known = ofBase.get(schemeId)
  if (known?.text === text) return known.ranking
  const ranking = parseSetting(text, rankingSchema)
  ofBase.set(schemeId, { text, ranking })
  return ranking
}

export function writeRanking(context: WriteContext, schemeId: number, ranking: Ranking): void {
  writeSetting(context.db, settingOf(schemeId), ranking)
}

/** Values between two metrics, both included. */
export type Span = { from: number; to: number }

/** Which values stand in another class by the new cut points; null: none, `all`: the classes themselves are others. */
export function differing(old: Cuts, fresh: Cuts): Span | 'all' | null {
  if (old.kind !== 'points' || fresh.kind !== 'points')
    return isDeepStrictEqual({ ...old, population: 0 }, { ...fresh, population: 0 }) ? null : 'all'
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
export function rank(context: ReadContext, scheme: Classing): Ranking | null {
  const { rule } = scheme
  const cuts = cutsOf(context, scheme, rule)
  return cuts === null ? null : { rows: rowsOf(context, scheme), cuts }
}

function cutsOf(context: ReadContext, scheme: Classing, rule: Rule): Cuts | null {
  switch (rule.kind) {
    case 'pareto':
      return paretoCuts(rule, valuesOf(context, scheme, rule), isMoney(context.schema, rule.metric))
    case 'percentile':
      return rule.percentile === null ? null : percentileCuts(rule, rule.percentile, valuesOf(context, scheme, rule))
    case 'rfm': {
      if (rule.cuts.kind === 'fixed') return null
      const { recency, frequency, monetary } = rfmMeasures(context, rule, 'r')
      return rfmCutsOf(rule, numbersOf(context, scheme, [recency, frequency, monetary], sql`${recency} is not null`))
    }
    case 'alive': {
      const { frequency, recency, age } = historySql(context, rule, 'r')
      return aliveFitOf(numbersOf(context, scheme, [frequency, recency, age], sql`${frequency} >= 0 and ${recency} is not null`))
    }
    case 'rankScore': {
      const values = partsSql(context, rule, 'r')
      return rankScoreCutsOf(numbersOf(context, scheme, values, sql`${values[0] ?? sql`null`} > 0`), rule.parts.length)
    }
    default:
      return null
  }
}

/** Several numbers of each row that is classed. */
function numbersOf(
  context: ReadContext,
  { tableId, scope }: Classing,
  measures: readonly RawBuilder<unknown>[],
  where: RawBuilder<unknown>,
): number[][] {
  const inScope = filterSql(context, tableId, scope, 'r')
  return context.db.rows(sql`select ${join(measures)} from ${tableRef(tableId)} r where (${inScope}) and (${where})`).map((row) => row.map(Number))
}

/**
 * The share gathered before a row is that of all rows with a greater value: rows of one value share
 * what lies before them, and so their class. `values` ascending; money is added up in whole cents.
 */
export function paretoCuts(rule: RuleOf<'pareto'>, values: Float64Array, money: boolean): PointCuts {
  const population = values.length
  const rest = rule.shares.at(-1)?.optionId ?? rule.nothingOptionId
  if (population < rule.minimumPopulation && rule.absolute.length > 0) {
    return { kind: 'points', population, points: rule.absolute.slice(0, -1), rest: rule.absolute.at(-1)?.optionId ?? rest }
  }
  // Doubles add whole cents without error up to 90 trillion yuan.
  const units = (index: number): number => heldSum(money ? Math.round((values[index] ?? 0) * 100) : (values[index] ?? 0))
  let total = 0
  for (let index = population - 1; index >= 0; index -= 1) total += units(index)
  const shares = rule.shares.slice(0, -1)
  const bounds = shares.map(() => NaN)
  let gathered = 0
  for (let last = population - 1; last >= 0;) {
    let first = last
    while (first > 0 && units(first - 1) === units(last)) first -= 1
    const share = { before: gathered / total, own: units(last) / total }
    const open = shares.map(({ below }, index) => (isWithinShare(rule, share, below) ? index : -1)).filter((index) => index >= 0)
    if (open.length === 0) break
    for (const index of open) bounds[index] = values[first] ?? 0
    gathered += units(last) * (last - first + 1)
    last = first - 1
  }
  const points = shares.map(({ optionId }, index) => ({ from: bounds[index] ?? NaN, optionId })).filter(({ from }) => !Number.isNaN(from))
  return { kind: 'points', population, points, rest }
}

/** The percentile of the values other than zero as Excel's PERCENTILE.INC reckons it: linear between the two nearest. */
export function percentileCuts(rule: RuleOf<'percentile'>, percentile: number, values: Float64Array): PointCuts {
  const population = values.length
  const value = quantile(values, percentile)
  const threshold = Number.isNaN(value) ? rule.minimum : Math.max(rule.minimum, value)
  return { kind: 'points', population, points: [{ from: threshold, optionId: rule.upperOptionId }], rest: rule.lowerOptionId }
}

/** The values a rule ranks, ascending: those above zero for shares, those other than zero for a percentile. */
function valuesOf(context: ReadContext, { tableId, scope }: Classing, rule: RuleOf<'pareto'> | RuleOf<'percentile'>): Float64Array {
  const metric = metricSql(context, rule.metric, 'r')
  const counts = rule.kind === 'pareto' ? sql`${metric} > 0` : sql`${metric} <> 0`
  return Float64Array.from(
    context.db.ids(sql`select ${metric} from ${tableRef(tableId)} r where (${filterSql(context, tableId, scope, 'r')}) and ${counts}`),
  ).sort()
}

function rowsOf(context: ReadContext, { tableId }: Classing): number {
  return context.db.ids(sql`select count(*) from ${tableRef(tableId)}`)[0] ?? 0
}

const settingOf = (schemeId: number): string => `ranking.${schemeId}`
