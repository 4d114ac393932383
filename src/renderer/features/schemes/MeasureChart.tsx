import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Distribution } from '#shared/contract/classes.ts'
import type { Option } from '#shared/model/option.ts'
import { useT } from '../../ui/lang.ts'
import { optionSolid } from '../../ui/tokens/optionColorStyle.ts'
import { snapped, stepOf, type CutPoint } from './cutPoints.ts'

declare module 'react' {
  interface CSSProperties {
    '--place'?: number
  }
}

type MeasureChartProps = {
  bins: Distribution['bins']
  points: readonly CutPoint[]
  options: readonly Option[]
  /** The class of what lies below every bound; null: nothing is said of it. */
  lowestOptionId: number | null
  format: (value: number) => string
  onMove: (index: number, value: number) => void
}

/** How many rows have how much, in the colours of their classes; the bounds between these are dragged, or moved by arrow keys. */
export function MeasureChart({ bins, points, options, lowestOptionId, format, onMove }: MeasureChartProps) {
  const t = useT()
  const track = useRef<HTMLDivElement>(null)
  const [first, last] = [bins[0], bins.at(-1)]
  if (first === undefined || last === undefined) return <p className="measure-chart__none">{t('schemes.chart.none')}</p>
  // The last bar gathers what lies far out: it is as wide as the others, so the scale ends where it would.
  const width = bins.length > 1 ? first.to - first.from : first.to - first.from || 1
  const start = first.from
  const length = width * bins.length
  const step = stepOf(length)
  const most = Math.max(...bins.map(({ count }) => count))
  const placeOf = (value: number): number => Math.min(1, Math.max(0, (value - start) / length))
  const classAt = (value: number): number | null => points.findLast((point) => value >= point.value)?.optionId ?? lowestOptionId

  const drag = (index: number) => (event: PointerEvent<HTMLButtonElement>) => {
    const box = track.current?.getBoundingClientRect()
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    // Beyond the scale there is nothing to see where the bound is.
    const place = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
    onMove(index, snapped(start + place * length, step))
  }
  const press = (point: CutPoint) => (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onMove(point.index, snapped(point.value + by * step, step))
  }
  return (
    <figure className="measure-chart" aria-label={t('schemes.chart.label')}>
      <div className="measure-chart__track" ref={track}>
        {bins.map((bin) => (
          <span
            key={bin.from}
            className="measure-chart__bar"
            title={t('schemes.chart.bar', { from: format(bin.from), to: format(bin.to), count: bin.count })}
            style={{
              height: `${Math.max(bin.count === 0 ? 0 : 2, (bin.count / most) * 100)}%`,
              background: colorOf(options, classAt((bin.from + Math.min(bin.to, bin.from + width)) / 2)),
            }}
          />
        ))}
        {points.map((point) => (
          <button
            key={point.index}
            type="button"
            role="slider"
            className="measure-chart__cut"
            aria-label={t('schemes.chart.cut', { name: options.find(({ id }) => id === point.optionId)?.name ?? '' })}
            aria-valuenow={point.value}
            aria-valuetext={format(point.value)}
            style={{ left: `${placeOf(point.value) * 100}%`, '--place': placeOf(point.value) }}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag(point.index)}
            onKeyDown={press(point)}
          >
            <span>{format(point.value)}</span>
          </button>
        ))}
      </div>
      <figcaption className="measure-chart__scale">
        <span>{format(start)}</span>
        <span>
          {last.to > start + length * 1.001 ? t('schemes.chart.upTo', { value: format(start + length), most: format(last.to) }) : format(last.to)}
        </span>
      </figcaption>
    </figure>
  )
}

function colorOf(options: readonly Option[], optionId: number | null): string {
  return optionSolid(options.find(({ id }) => id === optionId)?.color ?? 'gray')
}
