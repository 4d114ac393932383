import { assertNever } from '#shared/lib/assertNever.ts'
import type { AnalysisChart } from '#shared/contract/analysisChart.ts'

/** What a chart shows, before anything is said about how it looks; screen and paper draw the same data. */
export type ChartData = AnalysisChart
export type BarData = Extract<ChartData, { kind: 'bar' }>
export type CumulativeShareData = Extract<ChartData, { kind: 'cumulativeShare' }>

/** A series and its value at a category; nothing there counts as zero. */
export function valueAt(series: { values: readonly number[] } | undefined, category: number): number {
  return series?.values[category] ?? 0
}

/** The sum over all series at each category. */
export function categoryTotals(data: BarData): number[] {
  return data.categories.map((_, category) => data.series.reduce((sum, series) => sum + valueAt(series, category), 0))
}

/** Whether there is nothing to draw. */
export function isEmptyChart(data: ChartData): boolean {
  switch (data.kind) {
    case 'cumulativeShare':
      return data.points.length === 0
    case 'heatMap':
      return data.values.every((row) => row.every((value) => value === null))
    case 'scatter':
      return data.points.length === 0
    case 'labelledBars':
      return data.bars.length === 0
    case 'intervals':
      return data.groups.length === 0
    case 'forecast':
      return data.periods.length === 0
    case 'bar':
      return data.categories.length === 0 || categoryTotals(data).every((total) => total === 0)
    default:
      return assertNever(data)
  }
}

/** The share of the value the first rows hold, read off the curve between its points. */
export function shareAt(points: CumulativeShareData['points'], rowShare: number): number {
  return interpolate(
    points.map((point) => [point.rowShare, point.valueShare] as const),
    rowShare,
  )
}

/** The least share of rows that holds this share of the value. */
export function rowShareFor(points: CumulativeShareData['points'], valueShare: number): number {
  return interpolate(
    points.map((point) => [point.valueShare, point.rowShare] as const),
    valueShare,
  )
}

function interpolate(pairs: readonly (readonly [number, number])[], at: number): number {
  let before: readonly [number, number] = [0, 0]
  for (const pair of pairs) {
    if (pair[0] >= at) {
      const span = pair[0] - before[0]
      return span === 0 ? pair[1] : before[1] + ((at - before[0]) / span) * (pair[1] - before[1])
    }
    before = pair
  }
  return before[1]
}
