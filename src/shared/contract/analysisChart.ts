import type { ComparisonChart } from './comparisonChart.ts'
import type { ReportChart } from './report.ts'

/** Names across and down, and a number where they meet: the larger, the deeper its colour. */
export type HeatMapChart = {
  kind: 'heatMap'
  columns: string[]
  rows: string[]
  columnsTitle: string
  rowsTitle: string
  unit: 'count' | 'currency' | 'share'
  /** By row, then by column; null where there is nothing to say. */
  values: (number | null)[][]
  /** What is said of a place beside its number, by row, then by column; empty for nothing more. */
  said: string[][]
}

/** What was and what is to come, by period; the bands hold what is to come with some certainty, the widest first. */
export type ForecastChart = {
  kind: 'forecast'
  periods: string[]
  past: (number | null)[]
  /** Begins with the last value of the past, so that the lines meet; so do the bands. */
  future: (number | null)[]
  bands: { name: string; low: (number | null)[]; high: (number | null)[] }[]
  pastName: string
  futureName: string
  unit: 'count' | 'currency'
}

/** The charts of analyses: those of reports, and more. */
export type AnalysisChart = ReportChart | HeatMapChart | ForecastChart | ComparisonChart
