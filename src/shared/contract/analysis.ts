import { z } from 'zod'
import { langSchema } from '../i18n/lang.ts'
import type { AnalysisChart } from './analysisChart.ts'
import { comparisonInputs } from './analysisComparisons.ts'
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

/** What an analysis answers. `missing`: the book lacks columns it needs; `nothing`: the rows say nothing yet. */
export type Analysis =
  | { kind: 'missing'; text: string }
  | { kind: 'nothing'; text: string; notes: string[] }
  | { kind: 'shown'; sections: AnalysisSection[]; notes: string[] }

/** Spans of days until today, or whole years; the time before of the same length is compared with. */
export const analysisPeriods = ['last12Months', 'last6Months', 'last3Months', 'thisYear', 'lastYear', 'all'] as const
export type AnalysisPeriod = (typeof analysisPeriods)[number]

const lang = { lang: langSchema }
const period = { period: z.enum(analysisPeriods).default('last12Months') }

/** What each analysis is asked with. An analysis is an entry here, one file in the engine and one panel in the window. */
export const analysisInputs = {
  concentration: z.object({ ...lang, ...period }),
  ...comparisonInputs,
}

export type AnalysisName = keyof typeof analysisInputs
export type AnalysisInputs = { [Name in AnalysisName]: z.output<(typeof analysisInputs)[Name]> }

/** One analysis with its parameters, for what works with any of them. */
export const analysisRequestSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('concentration'), input: analysisInputs.concentration }),
  z.object({ name: z.literal('relation'), input: analysisInputs.relation }),
  z.object({ name: z.literal('groupMeans'), input: analysisInputs.groupMeans }),
  z.object({ name: z.literal('preferences'), input: analysisInputs.preferences }),
])
/** As the window gives it, before defaults are filled in. */
export type AnalysisRequest = z.input<typeof analysisRequestSchema>

export const analysisOperations = {
  /** Which customers bring most of the sales, and how much hangs on how few. */
  'analysis.concentration': read<Analysis>()(analysisInputs.concentration),
  /** Whether two number columns go together. */
  'analysis.relation': read<Analysis>()(analysisInputs.relation),
  /** Whether the means of a number differ between the groups of a column. */
  'analysis.groupMeans': read<Analysis>()(analysisInputs.groupMeans),
  /** What a group of rows has more often than all of them. */
  'analysis.preferences': read<Analysis>()(analysisInputs.preferences),
  /** Any of them as a workbook, its tables whole. */
  'analysis.xlsx': read<{ path: string }>()(z.object({ analysis: analysisRequestSchema, path: z.string() })),
}
