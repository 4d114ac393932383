import { useEffect, type ReactNode } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import { Chart } from '../../charts/Chart.tsx'
import { isEmptyChart, type ChartData } from '../../charts/chartData.ts'
import type { ChartMark, ChartStyle } from '../../charts/chartTheme.ts'
import type { ShareAxes } from '../../charts/cumulativeShareOption.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { offerImage } from './saveImage.ts'

type ChartFrameProps = {
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
export function ChartFrame({ data, error, style, axes = noAxes, sentence, hint, onPick }: ChartFrameProps) {
  useEffect(() => (data === undefined || isEmptyChart(data) ? undefined : offerImage({ data, style, axes, sentence })), [data, style, axes, sentence])
  if (error !== null) return <ErrorNote error={error} />
  if (data === undefined) return <Skeleton lines={6} />
  return (
    <>
      <p className="chart-panel__sentence">{sentence}</p>
      {isEmptyChart(data) ? null : (
        <div className="chart-panel__drawing">
          <Chart data={data} style={style} axes={axes} label={sentence} {...(onPick === undefined ? {} : { onPick })} />
        </div>
      )}
      {isEmptyChart(data) ? null : <p className="chart-panel__hint">{hint}</p>}
    </>
  )
}

const noAxes: ShareAxes = { rows: '', value: '' }
