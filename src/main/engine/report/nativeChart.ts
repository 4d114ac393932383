import type { SheetChart } from 'hucre'
import type { ReportChart, ReportSection } from '#shared/contract/report.ts'
import { optionColorKey, optionColors } from '#shared/model/optionColors.ts'

/** A1 references to the categories (or x values) and the values of a chart. */
export type ChartRanges = { names: string; values: string }

/** A chart Excel draws itself from cells of the workbook. */
export function nativeChart(section: ReportSection, chart: ReportChart, ranges: ChartRanges, at: { row: number; column: number }): SheetChart {
  const count = chart.kind === 'bar' ? chart.categories.length : 0
  const height = chart.kind === 'bar' && chart.horizontal ? Math.min(30, 6 + count * 2) : 18
  const frame = {
    title: section.title,
    altText: section.sentence,
    anchor: { from: { row: at.row, col: at.column }, to: { row: at.row + height, col: at.column + 8 } },
    legend: false,
  } as const
  return chart.kind === 'bar' ? { ...frame, ...barChart(chart, ranges) } : { ...frame, ...shareChart(ranges) }
}

function barChart(
  chart: Extract<ReportChart, { kind: 'bar' }>,
  ranges: ChartRanges,
): Pick<SheetChart, 'type' | 'series' | 'gapWidth' | 'axes' | 'dataLabels'> {
  return {
    type: chart.horizontal ? 'bar' : 'column',
    series: [
      {
        name: chart.series[0]?.name ?? '',
        categories: ranges.names,
        values: ranges.values,
        color: accent,
        dataPoints: chart.categories.flatMap(({ color }, idx) => (color === null ? [] : [{ idx, fillColor: hex(color) }])),
      },
    ],
    gapWidth: 60,
    dataLabels: { showValue: true, position: 'outEnd' },
    // Excel draws the first category at the bottom of horizontal bars; a list reads from the top.
    axes: { x: { reverse: chart.horizontal }, y: { hidden: true, gridlines: { major: false }, scale: { min: 0 } } },
  }
}

function shareChart(ranges: ChartRanges): Pick<SheetChart, 'type' | 'series' | 'scatterStyle' | 'axes'> {
  const axis = { scale: { min: 0, max: 1, majorUnit: 0.2 }, numberFormat: { formatCode: '0%' } }
  return {
    type: 'scatter',
    scatterStyle: 'line',
    series: [{ categories: ranges.names, values: ranges.values, color: accent, stroke: { width: 2 }, marker: { symbol: 'none' } }],
    axes: { x: axis, y: axis },
  }
}

const accent = hex('step1')

/** The colour of a palette key on paper, without the sign. */
function hex(key: string): string {
  return optionColors[optionColorKey(key)].light.solid.slice(1)
}
