import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { DockSide } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'

type ResizeEdgeProps = { side: DockSide; size: number; onResize: (size: number) => void }

/** The edge between grid and chart: dragged, or moved with the arrow keys. */
export function ResizeEdge({ side, size, onResize }: ResizeEdgeProps) {
  const t = useT()
  const start = useRef<{ at: number; size: number } | null>(null)
  const position = (event: PointerEvent) => (side === 'right' ? event.clientX : event.clientY)
  const onKeyDown = (event: KeyboardEvent) => {
    const grow = side === 'right' ? 'ArrowLeft' : 'ArrowUp'
    const shrink = side === 'right' ? 'ArrowRight' : 'ArrowDown'
    if (event.key !== grow && event.key !== shrink) return
    event.preventDefault()
    onResize(inRange(size + (event.key === grow ? 16 : -16), side))
  }
  return (
    <div
      className={`chart-panel__edge chart-panel__edge--${side}`}
      role="separator"
      aria-orientation={side === 'right' ? 'vertical' : 'horizontal'}
      aria-label={t('charts.resize')}
      aria-valuenow={size}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { at: position(event), size }
      }}
      onPointerMove={(event) => {
        if (start.current === null) return
        onResize(inRange(start.current.size + start.current.at - position(event), side))
      }}
      onPointerUp={() => {
        start.current = null
      }}
    />
  )
}

/** A size that leaves both the grid and the chart their place. */
export function inRange(size: number, side: DockSide): number {
  const most = (side === 'right' ? window.innerWidth : window.innerHeight) * 0.6
  return Math.round(Math.min(most, Math.max(side === 'right' ? 240 : 160, size)))
}
