import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'
import type { AnalysisChart } from './analysisChart.ts'
import { comparisonInputs } from './analysisComparisons.ts'
import type { ModuleCode } from '../model/modules.ts'
import { read } from './operation.ts'
import type { ReportTable } from './report.ts'

/** A table whose lines may stand for rows of the base: `rows[i]` of `opens` is the row of line i. */
export type AnalysisTable = ReportTable & { opens: { tableId: number; rowIds: (number | null)[] } | null }

/** A part of an analysis: the sentence that says what it shows, a chart and a table, or why there is nothing. */
export type AnalysisSection = {
  key: string
  title: string
  sentence: string
  /** What needs the owner's attention; null for nothing. */
  warning: string | null
  chart: AnalysisChart | null
  table: AnalysisTable | null
  emptyText: string | null
}

/** What an analysis answers. `missing`: the book lacks columns it needs, which a `module` of the template may bring; `nothing`: the rows say nothing yet. */
export type Analysis =
  | { kind: 'missing'; text: string; module?: ModuleCode }
  | { kind: 'nothing'; text: string; notes: string[] }
  | { kind: 'shown'; sections: AnalysisSection[]; notes: string[] }

/** Spans of days until today, or whole years; the time before of the same length is compared with. */
export const analysisPeriods = ['last12Months', 'last6Months', 'last3Months', 'thisYear', 'lastYear', 'all'] as const
export type AnalysisPeriod = (typeof analysisPeriods)[number]

const lang = { lang: langSchema }
const period = { period: z.enum(analysisPeriods).default('last12Months') }

/** The day analyses of orders and answers reckon from; null: today. What is dated later is not there yet. */
const asOf = { asOf: z.iso.date().nullable().default(null) }

/** How a forecast goes on: `auto` takes the smoothing that suits the series best, `average` the mean of the last values. */
export const forecastMethods = ['auto', 'level', 'trend', 'damped', 'seasonAdditive', 'seasonMultiplicative', 'average'] as const
export type ForecastMethod = (typeof forecastMethods)[number]

const score = z.number().int().min(1).max(5)

/** What each analysis is asked with. An analysis is an entry here, one file in the engine and one panel in the window. */
export const analysisInputs = {
  rfm: z.object({
    ...lang,
    ...asOf,
    period: z.enum(analysisPeriods).default('all'),
    /** Eight Chinese segments of near or far, often or seldom, much or little; or the ten of five scores each. */
    segments: z.enum(['chinese', 'quintile']).default('chinese'),
    /** Where the two halves of the eight divide: the average, as many customers on either side, or given numbers. */
    cuts: z.enum(['mean', 'half', 'fixed']).default('mean'),
    days: z.number().int().nonnegative().default(90),
    orders: z.number().int().positive().default(3),
    amount: z.number().nonnegative().default(10_000),
    /** Whose customers are listed: a segment's, or those of a place on the map. */
    pick: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('segment'), code: z.string() }),
        z.object({ kind: z.literal('place'), r: score, f: score }),
      ])
      .nullable()
      .default(null),
  }),
  cohorts: z.object({
    ...lang,
    ...asOf,
    measure: z.enum(['share', 'customers', 'amount']).default('share'),
    /** So many months back, this one included. */
    months: z.number().int().min(2).max(120).default(12),
  }),
  customerValue: z.object({
    ...lang,
    ...asOf,
    months: z.number().int().min(1).max(60).default(12),
    /** 0.1: money of next year is worth a tenth less. */
    yearlyRate: z.number().min(0).max(1).default(0.1),
  }),
  forecast: z.object({
    ...lang,
    ...asOf,
    by: z.enum(['month', 'week']).default('month'),
    ahead: z.number().int().min(1).max(52).default(6),
    method: z.enum(forecastMethods).default('auto'),
    /** How many of the last values a moving average takes. */
    width: z.number().int().min(1).max(52).default(3),
  }),
  concentration: z.object({ ...lang, ...asOf, ...period, of: z.enum(['customers', 'products']).default('customers') }),
  ...comparisonInputs,
  /** `windowDays`: a step counts within so many days from the first. */
  funnel: z.object({ ...lang, ...period, windowDays: z.number().int().positive().nullable().default(null) }),
  winProbability: z.object(lang),
  crossSell: z.object({
    ...lang,
    period: z.enum(analysisPeriods).default('all'),
    segmentColumnId: z.number().int().positive().nullable().default(null),
  }),
  satisfaction: z.object({ ...lang, ...period }),
  tickets: z.object({ ...lang, ...period }),
}

export type AnalysisName = keyof typeof analysisInputs
export type AnalysisInputs = { [Name in AnalysisName]: z.output<(typeof analysisInputs)[Name]> }

/** One analysis with its parameters, for what works with any of them. */
export const analysisRequestSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('rfm'), input: analysisInputs.rfm }),
  z.object({ name: z.literal('cohorts'), input: analysisInputs.cohorts }),
  z.object({ name: z.literal('customerValue'), input: analysisInputs.customerValue }),
  z.object({ name: z.literal('forecast'), input: analysisInputs.forecast }),
  z.object({ name: z.literal('concentration'), input: analysisInputs.concentration }),
  z.object({ name: z.literal('relation'), input: analysisInputs.relation }),
  z.object({ name: z.literal('groupMeans'), input: analysisInputs.groupMeans }),
  z.object({ name: z.literal('preferences'), input: analysisInputs.preferences }),
  z.object({ name: z.literal('funnel'), input: analysisInputs.funnel }),
  z.object({ name: z.literal('winProbability'), input: analysisInputs.winProbability }),
  z.object({ name: z.literal('crossSell'), input: analysisInputs.crossSell }),
  z.object({ name: z.literal('satisfaction'), input: analysisInputs.satisfaction }),
  z.object({ name: z.literal('tickets'), input: analysisInputs.tickets }),
])
/** As the window gives it, before defaults are filled in. */
export type AnalysisRequest = z.input<typeof analysisRequestSchema>

export const analysisOperations = {
  /** Who bought lately, often and for much. */
  'analysis.rfm': read<Analysis>()(analysisInputs.rfm),
  /** Who buys again in the months after his first. */
  'analysis.cohorts': read<Analysis>()(analysisInputs.cohorts),
  /** How likely customers will buy again, and for how much. */
  'analysis.customerValue': read<Analysis>()(analysisInputs.customerValue),
  /** What sales will likely be. */
  'analysis.forecast': read<Analysis>()(analysisInputs.forecast),
  /** Which customers or products bring most of the sales, and how much hangs on how few. */
  'analysis.concentration': read<Analysis>()(analysisInputs.concentration),
  /** Whether two number columns go together. */
  'analysis.relation': read<Analysis>()(analysisInputs.relation),
  /** Whether the means of a number differ between the groups of a column. */
  'analysis.groupMeans': read<Analysis>()(analysisInputs.groupMeans),
  /** What a group of rows has more often than all of them. */
  'analysis.preferences': read<Analysis>()(analysisInputs.preferences),
  /** How far deals and customers that began in a period have come. */
  'analysis.funnel': read<Analysis>()(analysisInputs.funnel),
  /** How likely each open deal is to be won. */
  'analysis.winProbability': read<Analysis>()(analysisInputs.winProbability),
  /** What is bought together, and what to offer to whom. */
  'analysis.crossSell': read<Analysis>()(analysisInputs.crossSell),
  /** What customers answer when they are asked: NPS and satisfaction. */
  'analysis.satisfaction': read<Analysis>()(analysisInputs.satisfaction),
  /** How long tickets wait for a reply and for a solution. */
  'analysis.tickets': read<Analysis>()(analysisInputs.tickets),
  /** Any of them as a workbook, its tables whole. */
  'analysis.xlsx': read<{ path: string }>()(z.object({ analysis: analysisRequestSchema, path: z.string() })),
}
