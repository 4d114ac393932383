import { z } from 'zod'
import { assertNever } from '../lib/assertNever.ts'
import { classRuns, type ClassRun } from './classRun.ts'
import { aliveRuleSchema } from './classRules/aliveRule.ts'
import { lifeCycleRuleSchema } from './classRules/lifeCycleRule.ts'
import { manualRuleSchema } from './classRules/manualRule.ts'
import { rankScoreRuleSchema } from './classRules/rankScoreRule.ts'
import { rfmRuleSchema } from './classRules/rfmRule.ts'
import { scoreRuleSchema } from './classRules/scoreRule.ts'
import { tagsRuleSchema } from './classRules/tagsRule.ts'
import { columnsOfFilter, filterSchema, type Filter } from './filter.ts'
import { playbookSchema } from './playbook.ts'

const id = z.number().int().positive()

/** A number per row that rules compare: a column, or something simple made of columns. */
export const metricSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('column'), columnId: id }),
  /** The greatest of several numbers; empty ones do not count. */
  z.object({ kind: z.literal('largest'), columnIds: z.array(id).min(1) }),
  /** Whole days from today until the first of these dates that is filled; negative when past. */
  z.object({ kind: z.literal('daysUntil'), columnIds: z.array(id).min(1) }),
  /** Whole days from the latest of these dates until today; none for one after today. */
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
 * Pareto share: rows by descending metric; the share of the total gathered before a row decides, or `within` it, with the row
 * itself. Equal rows share the class of the first of them, and the greatest row is of the first class however much it holds.
 * Below `minimumPopulation` rows with a positive value, `absolute` thresholds are used instead.
 */
export const paretoRuleSchema = z.object({
  kind: z.literal('pareto'),
  metric: metricSchema,
  /** Ascending, the last one 1. `below` is exclusive; of shares within a row it is inclusive, as in the ABC analysis of textbooks. */
  shares: z.array(z.object({ below: z.number(), optionId: id })).min(1),
  minimumPopulation: z.number().int().min(0),
  /** Descending; `from` is inclusive, except the last, which takes every other positive value. */
  absolute: z.array(z.object({ from: z.number(), optionId: id })),
  /** For rows whose metric is empty, zero or negative. */
  nothingOptionId: id,
  counting: z.literal('within').exactOptional(),
})

export const ruleSchema = z.discriminatedUnion('kind', [
  bandsRuleSchema,
  decisionTableRuleSchema,
  percentileRuleSchema,
  paretoRuleSchema,
  rfmRuleSchema,
  scoreRuleSchema,
  lifeCycleRuleSchema,
  aliveRuleSchema,
  rankScoreRuleSchema,
  manualRuleSchema,
  tagsRuleSchema,
])
export type Rule = z.infer<typeof ruleSchema>
export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>

/** A named way of classing the rows of a table; writes the target column: a single select, for tags a multiple one. */
export const schemeSchema = z.object({
  id,
  uid: z.string(),
  code: z.string(),
  name: z.string().min(1),
  tableId: id,
  targetColumnId: id,
  /** The rows it classes; null: all of the table. Others have no class. */
  scope: filterSchema.nullable().default(null),
  rule: ruleSchema,
  /** The class of rows that no rule decides; null leaves the cell empty (未分类). */
  fallbackOptionId: id.nullable(),
  enabled: z.boolean(),
  /** Another number with each change of what it gives, which moves name; absent while it is as it was made. */
  revision: z.number().int().exactOptional(),
  /** What is done for the rows of each class. */
  playbook: playbookSchema.default([]),
  /** When rows are classed; absent: in real time. */
  run: z.enum(classRuns).exactOptional(),
  /** After so many runs that agree a row goes down to a later class; absent: at once. */
  downgradeAfter: z.number().int().min(1).max(12).exactOptional(),
})
export type Scheme = z.infer<typeof schemeSchema>

/** Whether a scheme may run by periods and have downgrades wait: neither those set by hand nor tags do. */
export const canKeep = ({ kind }: Pick<Rule, 'kind'>): boolean => kind !== 'manual' && kind !== 'tags'

export const runOf = ({ run, rule }: Pick<Scheme, 'run' | 'rule'>): ClassRun => (canKeep(rule) ? (run ?? 'realTime') : 'realTime')

export const downgradeAfterOf = ({ downgradeAfter, rule }: Pick<Scheme, 'downgradeAfter' | 'rule'>): number =>
  canKeep(rule) ? (downgradeAfter ?? 1) : 1

/** The type of column that takes what a rule gives. */
export const targetTypeOf = ({ kind }: Pick<Rule, 'kind'>): 'singleSelect' | 'multipleSelect' => (kind === 'tags' ? 'multipleSelect' : 'singleSelect')

/** Whether rows keep a class that the rule alone does not tell: between runs, or until enough of them agree. */
export const keepsClasses = (scheme: Pick<Scheme, 'run' | 'downgradeAfter' | 'rule'>): boolean =>
  runOf(scheme) !== 'realTime' || downgradeAfterOf(scheme) > 1

/** The columns a metric reads. */
export function columnsOfMetric(metric: Metric): number[] {
  return metric.kind === 'column' ? [metric.columnId] : metric.columnIds
}

/** What a rule consists of, for whoever asks about all rules alike. */
export type RuleParts = {
  /** Columns of its own row it reads as numbers, and as dates, in the order in which it names them. */
  numbers: readonly number[]
  dates: readonly number[]
  filters: readonly Filter[]
  /** The classes it may give, some more than once. */
  optionIds: readonly number[]
  /** Compares a row with all the others. */
  ranks: boolean
  /** What it compares with is a model fitted to all rows, which takes longer than ranking them. */
  fits: boolean
  /** Gives other answers on other days, apart from what its filters say. */
  readsToday: boolean
}

export function partsOfRule(rule: Rule): RuleParts {
  const none = { numbers: [], dates: [], filters: [], ranks: false, fits: false, readsToday: false }
  switch (rule.kind) {
    case 'bands':
      return { ...none, ...partsOfMetric(rule.metric), optionIds: rule.bands.map(optionOf) }
    case 'decisionTable':
    case 'tags':
      return { ...none, filters: rule.rows.map(({ when }) => when), optionIds: rule.rows.map(optionOf) }
    case 'percentile':
      return { ...none, ...partsOfMetric(rule.metric), optionIds: [rule.upperOptionId, rule.lowerOptionId], ranks: rule.percentile !== null }
    case 'pareto':
      return {
        ...none,
        ...partsOfMetric(rule.metric),
        optionIds: [...[...rule.shares, ...rule.absolute].map(optionOf), rule.nothingOptionId],
        ranks: true,
      }
    case 'rfm':
      return {
        ...none,
        numbers: [rule.frequencyColumnId, rule.monetaryColumnId],
        dates: [rule.recencyColumnId],
        optionIds: rule.segments.map(optionOf),
        ranks: rule.cuts.kind !== 'fixed',
        readsToday: true,
      }
    case 'score':
      return {
        ...none,
        numbers: rule.lines.flatMap((line) => (line.kind === 'number' ? [line.columnId] : [])),
        dates: rule.lines.flatMap((line) => (line.kind === 'condition' && line.decay !== null ? [line.decay.sinceColumnId] : [])),
        filters: rule.lines.flatMap((line) => (line.kind === 'condition' ? [line.when] : [])),
        optionIds: rule.bands.map(optionOf),
        readsToday: rule.lines.some((line) => line.kind === 'condition' && line.decay !== null),
      }
    case 'lifeCycle': {
      const { gapColumnId: gap, amounts } = rule
      const optional = [...(gap === null ? [] : [gap]), ...(amounts === null ? [] : [amounts.recentColumnId, amounts.beforeColumnId])]
      return {
        ...none,
        numbers: [rule.orderCountColumnId, ...optional],
        dates: [rule.firstOrderColumnId, rule.lastOrderColumnId],
        optionIds: Object.values(rule.phases),
        readsToday: true,
      }
    }
    case 'alive':
      return {
        ...none,
        numbers: [rule.orderDaysColumnId],
        dates: [rule.firstOrderColumnId, rule.lastOrderColumnId],
        optionIds: [...rule.bands.map(optionOf), ...(rule.onceOptionId === null ? [] : [rule.onceOptionId])],
        ranks: true,
        fits: true,
        readsToday: true,
      }
    case 'rankScore':
      return {
        ...none,
        numbers: rule.parts.map(({ columnId }) => columnId),
        optionIds: [...rule.bands.map(optionOf), rule.nothingOptionId],
        ranks: true,
      }
    case 'manual':
      return { ...none, optionIds: rule.optionIds }
    default:
      return assertNever(rule)
  }
}

/** Whether a class set by hand is told why: against a rule always; a scheme without a rule says itself whether it asks. */
export const asksReason = (rule: Rule): boolean => rule.kind !== 'manual' || rule.reasonRequired

/** The options a scheme gives out, some more than once. */
export function optionsOfScheme({ rule, fallbackOptionId }: Pick<Scheme, 'rule' | 'fallbackOptionId'>): number[] {
  return [...(fallbackOptionId === null ? [] : [fallbackOptionId]), ...partsOfRule(rule).optionIds]
}

/** Every column a scheme reads, in its own rows and in linked ones, each once. */
export function columnsOfScheme(scheme: Pick<Scheme, 'rule' | 'scope'>): number[] {
  const { numbers, dates } = partsOfRule(scheme.rule)
  return [...new Set([...dates, ...numbers, ...filtersOfScheme(scheme).flatMap(columnsOfFilter)])]
}

/** The filters of a scheme: those of its rule, and which rows it classes. */
export function filtersOfScheme({ rule, scope }: Pick<Scheme, 'rule' | 'scope'>): Filter[] {
  return [...partsOfRule(rule).filters, ...(scope === null ? [] : [scope])]
}

function partsOfMetric(metric: Metric): Pick<RuleParts, 'numbers' | 'dates' | 'readsToday'> {
  const columnIds = columnsOfMetric(metric)
  const isDays = metric.kind === 'daysUntil' || metric.kind === 'daysSince'
  return isDays ? { numbers: [], dates: columnIds, readsToday: true } : { numbers: columnIds, dates: [], readsToday: false }
}

const optionOf = ({ optionId }: { optionId: number }): number => optionId
