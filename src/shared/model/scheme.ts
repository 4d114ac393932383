import { z } from 'zod'
import { assertNever } from '../lib/assertNever.ts'
import { filterSchema } from './filter.ts'

const id = z.number().int().positive()

/** A number per row that rules compare: a column, or something simple made of columns. */
export const metricSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('column'), columnId: id }),
  /** The greatest of several numbers; empty ones do not count. */
  z.object({ kind: z.literal('largest'), columnIds: z.array(id).min(1) }),
  /** Whole days from today until the first of these dates that is filled; negative when past. */
  z.object({ kind: z.literal('daysUntil'), columnIds: z.array(id).min(1) }),
  /** Whole days from the latest of these dates until today. */
  z.object({ kind: z.literal('daysSince'), columnIds: z.array(id).min(1) }),
])
export type Metric = z.infer<typeof metricSchema>

/** Bands from low to high; the lower bound is inclusive, and null is open below. */
export const bandsRuleSchema = z.object({
  kind: z.literal('bands'),
  metric: metricSchema,
  bands: z.array(z.object({ from: z.number().nullable(), optionId: id })).min(1),
})

/** The first row whose condition holds decides. */
export const decisionTableRuleSchema = z.object({
  kind: z.literal('decisionTable'),
  rows: z.array(z.object({ when: filterSchema, optionId: id })),
})

/** At or above the given percentile of the non-zero values (and at least `minimum`) is the upper class. */
export const percentileRuleSchema = z.object({
  kind: z.literal('percentile'),
  metric: metricSchema,
  /** 0–1; null uses `minimum` alone, a fixed threshold. */
  percentile: z.number().min(0).max(1).nullable(),
  minimum: z.number(),
  upperOptionId: id,
  lowerOptionId: id,
})

/**
 * Pareto share: rows by descending metric; the share of the total gathered before a row decides.
 * Below `minimumPopulation` rows with a positive value, `absolute` thresholds are used instead.
 */
export const paretoRuleSchema = z.object({
  kind: z.literal('pareto'),
  metric: metricSchema,
  /** Ascending; `below` is exclusive, the last one 1. */
  shares: z.array(z.object({ below: z.number(), optionId: id })).min(1),
  minimumPopulation: z.number().int().min(0),
  /** Descending; `from` is inclusive, except the last, which takes every other positive value. */
  absolute: z.array(z.object({ from: z.number(), optionId: id })),
  /** For rows whose metric is empty, zero or negative. */
  nothingOptionId: id,
})

export const ruleSchema = z.discriminatedUnion('kind', [bandsRuleSchema, decisionTableRuleSchema, percentileRuleSchema, paretoRuleSchema])
export type Rule = z.infer<typeof ruleSchema>
export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>

/** A named way of classing the rows of a table; writes the target column, a single select. */
export const schemeSchema = z.object({
  id,
  uid: z.string(),
  code: z.string(),
  name: z.string().min(1),
  tableId: id,
  targetColumnId: id,
  rule: ruleSchema,
  /** The class of rows that no rule decides; null leaves the cell empty (未分类). */
  fallbackOptionId: id.nullable(),
  enabled: z.boolean(),
})
export type Scheme = z.infer<typeof schemeSchema>

/** Rank-based rules class a row by comparing it with all the others. */
export function isRankBased(rule: Rule): boolean {
  return rule.kind === 'pareto' || (rule.kind === 'percentile' && rule.percentile !== null)
}

/** The columns a metric reads. */
export function columnsOfMetric(metric: Metric): number[] {
  return metric.kind === 'column' ? [metric.columnId] : metric.columnIds
}

/** The options a scheme gives out, some more than once. */
export function optionsOfScheme({ rule, fallbackOptionId }: Pick<Scheme, 'rule' | 'fallbackOptionId'>): number[] {
  const fallback = fallbackOptionId === null ? [] : [fallbackOptionId]
  switch (rule.kind) {
    case 'bands':
      return [...fallback, ...rule.bands.map((band) => band.optionId)]
    case 'decisionTable':
      return [...fallback, ...rule.rows.map((row) => row.optionId)]
    case 'percentile':
      return [...fallback, rule.upperOptionId, rule.lowerOptionId]
    case 'pareto':
      return [...fallback, ...rule.shares.map((share) => share.optionId), ...rule.absolute.map((line) => line.optionId), rule.nothingOptionId]
    default:
      return assertNever(rule)
  }
}
