import { useEffect, type ReactNode } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import { Chart } from '../../charts/Chart.tsx'
import { isEmptyChart, type ChartData } from '../../charts/chartData.ts'
import type { ChartMark, ChartStyle } from '../../charts/chartTheme.ts'
import type { ShareAxes } from '../../charts/cumulativeShareOption.ts'
import type { DockSide } from '../../shell/state.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import './chartFrame.css'
import { offerImage } from './drawnChart.ts'

type ChartFrameProps = {
  side: DockSide
  /** Undefined while it is being counted. */
  data: ChartData | undefined
  error: AppError | null
  style: ChartStyle
  axes?: ShareAxes
  /** What the chart shows, in a sentence above it. */
  sentence: string
  /** What a click does. */
  hint: ReactNode
  onPick?: (mark: ChartMark) => void
}

/** A sentence, the chart it is about, and what can be done with it. */
export function ChartFrame({ side, data, error, style, axes = noAxes, sentence, hint, onPick }: ChartFrameProps) {
  useEffect(() => (data === undefined || isEmptyChart(data) ? undefined : offerImage({ data, style, axes, sentence })), [data, style, axes, sentence])
  if (error !== null) return <ErrorNote error={error} />
  if (data === undefined) return <Skeleton lines={6} />
  // Lying bars keep the height of the grid's rows, and scroll; the others fit the place below the grid.
  const fits = side === 'below' && !(data.kind === 'bar' && data.horizontal)
  return (
    <div className="chart-frame">
      <p className="chart-frame__sentence">{sentence}</p>
      {isEmptyChart(data) ? null : (
        <div className="chart-frame__drawing">
          <Chart
            data={data}
            style={style}
            axes={axes}
            label={sentence}
            {...(fits ? { height: 'fill' } : {})}
            {...(onPick === undefined ? {} : { onPick })}
          />
        </div>
      )}
      {isEmptyChart(data) ? null : <p className="chart-frame__hint">{hint}</p>}
    </div>
  )
}

const noAxes: ShareAxes = { rows: '', value: '' }
