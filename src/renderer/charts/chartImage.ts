import type { ChartData } from './chartData.ts'
import { chartHeight, chartOption } from './chartOption.ts'
import type { ChartStyle } from './chartTheme.ts'
import type { ShareAxes } from './cumulativeShareOption.ts'
import { initChart, type ChartOption } from './echartsCore.ts'

/** A chart as a PNG data URL, at twice the screen's resolution, under its own title and sentence. */
export function chartImage(data: ChartData, style: ChartStyle, axes: ShareAxes, title: string, sentence: string): string {
  const box = document.createElement('div')
  const height = chartHeight(data, style, imageWidth)
  Object.assign(box.style, {
    position: 'fixed',
    left: '-10000px',
    width: `${imageWidth + 2 * margin}px`,
    height: `${height + headHeight + margin}px`,
  })
  document.body.append(box)
  const still: ChartStyle = { ...style, selected: null, theme: { ...style.theme, motion: 0 } }
  const chart = initChart(box, null, { renderer: 'canvas', devicePixelRatio: 2 })
  chart.setOption({ ...inFrame(chartOption(data, still, axes, imageWidth)), animation: false, title: heading(still, title, sentence) })
  const image = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: style.theme.paper })
  chart.dispose()
  box.remove()
  return image
}

const imageWidth = 640
const margin = 24
const headHeight = 72

function heading({ theme }: ChartStyle, title: string, sentence: string) {
  return {
    text: title,
    subtext: sentence,
    left: margin,
    top: 16,
    itemGap: 6,
    textStyle: { color: theme.ink, fontFamily: theme.fontFamily, fontSize: 15, fontWeight: 600 },
    subtextStyle: { color: theme.second, fontFamily: theme.fontFamily, fontSize: 13 },
  }
}

/** Room for the heading: the drawing and its legend move down and in. */
function inFrame(option: ChartOption): ChartOption {
  const grid = Array.isArray(option.grid) ? option.grid[0] : option.grid
  const legend = Array.isArray(option.legend) ? option.legend[0] : option.legend
  return {
    ...option,
    grid: {
      ...grid,
      top: moved(grid?.top, headHeight),
      left: moved(grid?.left, margin),
      right: moved(grid?.right, margin),
      bottom: moved(grid?.bottom, margin),
    },
    ...(legend === undefined ? {} : { legend: { ...legend, top: headHeight, left: margin } }),
  }
}

function moved(side: number | string | undefined, by: number): number {
  return (typeof side === 'number' ? side : 0) + by
}
