import type { ChartTheme } from './chartTheme.ts'
import type { LineSeriesOption } from './echartsCore.ts'
import { plainText } from './plainText.ts'

/** A dashed line across lying bars at one value, with its name at the upper end. */
export function markedLine(mark: { value: number; name: string }, theme: ChartTheme): NonNullable<LineSeriesOption['markLine']> {
  return {
    silent: true,
    animation: false,
    symbol: 'none',
    lineStyle: { color: theme.second, type: 'dashed', width: 1 },
    data: [{ xAxis: mark.value, label: markLabel(mark.name, theme) }],
  }
}

/** Axes of names run from the top, so that their start is the upper end. */
export function markLabel(name: string, theme: ChartTheme) {
  return {
    show: true,
    position: 'start' as const,
    distance: 4,
    color: theme.second,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize - 1,
    formatter: plainText(name),
  }
}
