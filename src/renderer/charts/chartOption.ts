import { assertNever } from '#shared/lib/assertNever.ts'
import { barHeight, barOption, legendHeight } from './barOption.ts'
import type { ChartData } from './chartData.ts'
import type { ChartStyle } from './chartTheme.ts'
import { cumulativeShareOption, type ShareAxes } from './cumulativeShareOption.ts'
import { forecastOption } from './forecastOption.ts'
import type { ChartOption } from './echartsCore.ts'
import { heatMapHeight, heatMapOption } from './heatMapOption.ts'
import { intervalHeight, intervalOption } from './intervalOption.ts'
import { labelledBarsHeight, labelledBarsOption } from './labelledBarsOption.ts'
import { scatterOption } from './scatterOption.ts'

/** From the data of a chart to what the chart library draws: pure, the same on screen and on paper. */
export function chartOption(data: ChartData, style: ChartStyle, axes: ShareAxes, width: number): ChartOption {
  switch (data.kind) {
    case 'bar':
      return barOption(data, style, width)
    case 'cumulativeShare':
      return cumulativeShareOption(data, style, axes)
    case 'forecast':
      return forecastOption(data, style)
    case 'heatMap':
      return heatMapOption(data, style, width)
    case 'scatter':
      return scatterOption(data, style)
    case 'labelledBars':
      return labelledBarsOption(data, style)
    case 'intervals':
      return intervalOption(data, style)
    default:
      return assertNever(data)
  }
}

/** The height a chart asks for in pixels: as many lines as lying bars need, else a share of its width. */
export function chartHeight(data: ChartData, style: ChartStyle, width: number): number {
  if (data.kind === 'forecast') return clamp(width * 0.4, 240, 320)
  if (data.kind === 'heatMap') return heatMapHeight(data)
  if (data.kind === 'labelledBars') return labelledBarsHeight(data)
  if (data.kind === 'intervals') return intervalHeight(data)
  if (data.kind === 'bar' && data.horizontal) return barHeight(data, style, width)
  if (data.kind === 'bar') return clamp(width * 0.5, 180, 260) + legendHeight(data, style, width)
  return clamp(width * 0.75, 220, 340)
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)))
}
