import type { Report, ReportSection } from '#shared/contract/report.ts'
import { isEmptyChart, type ChartData } from '../../charts/chartData.ts'

/** The sections that have a chart to draw, by key; the paper waits for these. */
export function drawnSections(report: Report): string[] {
  return report.sections.filter((section) => chartOf(section) !== null).map((section) => section.key)
}

/** The chart of a section, unless there is nothing in it to see. */
export function chartOf(section: ReportSection): ChartData | null {
  return section.chart === null || isEmptyChart(section.chart) ? null : section.chart
}
