import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { ChartData } from './chartData.ts'
import { chartHeight, chartOption } from './chartOption.ts'
import type { ChartMark, ChartStyle } from './chartTheme.ts'
import type { ShareAxes } from './cumulativeShareOption.ts'
import { initChart, type ECharts } from './echartsCore.ts'

/** What the chart component is given; the sentence above the chart is its label for those who cannot see it. */
export type ChartProps = {
  data: ChartData
  style: ChartStyle
  axes: ShareAxes
  label: string
  /** Canvas on screen, SVG on paper: lines stay lines in a PDF. */
  renderer?: 'canvas' | 'svg'
  height?: number
  onPick?: (mark: ChartMark) => void
  /** Once, when everything has been drawn. */
  onDrawn?: () => void
}

/** Draws chart data into its own width; the one place where the chart library meets the page. */
export function Chart({ data, style, axes, label, renderer = 'canvas', height, onPick, onDrawn }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const [width, setWidth] = useState(0)
  const picked = useEffectEvent((mark: ChartMark) => onPick?.(mark))
  const drawn = useEffectEvent(() => onDrawn?.())

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const instance = initChart(element, null, { renderer })
    chart.current = instance
    instance.on('click', (event) => {
      if (event.componentType !== 'series') return
      picked({ category: event.dataIndex, series: event.seriesIndex ?? 0 })
    })
    instance.on('finished', drawn)
    const observer = new ResizeObserver(() => {
      instance.resize()
      setWidth(element.clientWidth)
    })
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => {
      observer.disconnect()
      instance.dispose()
      chart.current = null
    }
  }, [renderer])

  useEffect(() => {
    // Not merged: a series that left the data must leave the picture.
    chart.current?.setOption(chartOption(data, style, axes), { notMerge: true })
  }, [data, style, axes])

  const pixels = height ?? chartHeight(data, width)
  useEffect(() => chart.current?.resize(), [pixels])

  return <div ref={box} role="img" aria-label={label} style={{ width: '100%', height: pixels }} />
}
