import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ChartData } from './chartData.ts'
import { chartHeight, chartOption } from './chartOption.ts'
import type { ChartMark, ChartStyle } from './chartTheme.ts'
import type { ShareAxes } from './cumulativeShareOption.ts'
import { initChart, type ECharts } from './echartsCore.ts'
import { usePixelRatio } from './usePixelRatio.ts'

/** What the chart component is given; the sentence above the chart is its label for those who cannot see it. */
export type ChartProps = {
  data: ChartData
  style: ChartStyle
  axes: ShareAxes
  label: string
  /** Canvas on screen, SVG on paper: lines stay lines in a PDF. */
  renderer?: 'canvas' | 'svg'
  /** By default what the data asks for; `fill` takes what the place offers. */
  height?: number | 'fill'
  onPick?: (mark: ChartMark) => void
  /** Once, when everything has been drawn. */
  onDrawn?: () => void
}

/** Draws chart data into its own width; the one place where the chart library meets the page. */
export function Chart({ data, style, axes, label, renderer = 'canvas', height, onPick, onDrawn }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const [width, setWidth] = useState(0)
  // A canvas keeps the pixels it was made with: another zoom of the window, or another screen, asks for a new one.
  const pixelRatio = usePixelRatio()
  // A single bar is picked anywhere on its line: its name and a short bar are as easy to hit as a long one.
  const wholeLines = data.kind === 'bar' && data.series.length === 1
  const count = data.kind === 'bar' ? data.categories.length : data.kind === 'heatMap' ? data.columns.length : 0
  const picked = useEffectEvent((mark: ChartMark, on: 'mark' | 'line') => {
    if ((on === 'line') === wholeLines && mark.category >= 0 && mark.category < count) onPick?.(mark)
  })
  const isLying = useEffectEvent(() => data.kind === 'bar' && data.horizontal)
  const isHeatMap = useEffectEvent(() => data.kind === 'heatMap')
  const drawn = useEffectEvent(() => onDrawn?.())

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const instance = initChart(element, null, { renderer, devicePixelRatio: pixelRatio })
    chart.current = instance
    instance.on('click', (event) => {
      if (event.componentType !== 'series') return
      const place = Array.isArray(event.value) ? event.value.map(Number) : []
      if (isHeatMap()) picked({ category: place[0] ?? 0, series: place[1] ?? 0 }, 'mark')
      else picked({ category: event.dataIndex, series: event.seriesIndex ?? 0 }, 'mark')
    })
    instance.getZr().on('click', ({ offsetX, offsetY }) => {
      const place = instance.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY])
      picked({ category: Math.round(place?.[isLying() ? 1 : 0] ?? -1), series: 0 }, 'line')
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
  }, [renderer, pixelRatio])

  useEffect(() => {
    // Not merged: a series that left the data must leave the picture.
    if (width > 0) chart.current?.setOption(chartOption(data, style, axes, width), { notMerge: true })
  }, [data, style, axes, width, renderer, pixelRatio])

  const pixels = height === 'fill' ? '100%' : (height ?? chartHeight(data, style, width))
  useEffect(() => chart.current?.resize(), [pixels])

  const canPick = wholeLines && onPick !== undefined
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!canPick || step === undefined || count === 0) return
    event.preventDefault()
    const from = style.selected?.category ?? (step > 0 ? -1 : count)
    onPick({ category: Math.min(count - 1, Math.max(0, from + step)), series: 0 })
  }
  return (
    <div
      ref={box}
      role="img"
      aria-label={label}
      style={{ width: '100%', height: pixels, ...(canPick ? { cursor: 'pointer' } : {}) }}
      {...(canPick ? { tabIndex: 0, onKeyDown } : {})}
    />
  )
}

/** Arrow keys walk from bar to bar. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }
