import { useEffect, useRef, useState, type PointerEvent } from 'react'

export type DragOrder = {
  /** The thing being dragged, and before which one it would be put; as many as there are: behind the last. */
  drag: { from: number; before: number } | null
  /** Begins with the pointer on a thing; a click that does not move stays a click. */
  onPointerDown: (from: number, event: PointerEvent) => void
}

/**
 * Puts things in order by dragging. By the pointer and not as the browser drags, which takes the focus from the field the
 * things stand beside. Each thing is marked `data-place` with its place, inside one element marked `data-order`.
 */
export function useDragOrder(axis: 'x' | 'y', move: (from: number, to: number) => void): DragOrder {
  const [drag, setDrag] = useState<DragOrder['drag']>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (from: number, event: PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const list = event.target.closest('[data-order]')
    const { clientX, clientY } = event
    let now: DragOrder['drag'] = null
    const onMove = (moved: globalThis.PointerEvent) => {
      if (now === null && Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < firstMove) return
      moved.preventDefault()
      now = { from, before: placeAt(list, axis, moved) ?? now?.before ?? from }
      setDrag(now)
    }
    const end = (take: boolean) => {
      stop.current?.()
      setDrag(null)
      if (now === null) return
      // The pointer was let go over a thing: that was no click on it.
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
      const to = now.before > from ? now.before - 1 : now.before
      if (take && to !== from) move(from, to)
    }
    const onUp = () => end(true)
    const onCancel = () => end(false)
    stop.current?.()
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    stop.current = () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
    }
  }
  return { drag, onPointerDown }
}

/** How a thing is marked while one is dragged: itself, or where the dragged one would come. */
export function dragMark(drag: DragOrder['drag'], place: number, count: number): 'dragged' | 'before' | 'after' | null {
  if (drag === null) return null
  if (place === drag.from) return 'dragged'
  if (drag.before === drag.from || drag.before === drag.from + 1) return null
  if (place === drag.before) return 'before'
  return drag.before === count && place === count - 1 ? 'after' : null
}

/** Pixels before a press is a drag. */
const firstMove = 4

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** Before which thing the pointer stands. */
function placeAt(list: Element | null, axis: 'x' | 'y', { clientX, clientY }: globalThis.PointerEvent): number | null {
  const under = document.elementFromPoint(clientX, clientY)?.closest('[data-place]')
  if (list === null || !(under instanceof HTMLElement) || under.closest('[data-order]') !== list) return null
  const { left, top, width, height } = under.getBoundingClientRect()
  const isBehind = axis === 'x' ? clientX > left + width / 2 : clientY > top + height / 2
  return Number(under.dataset['place']) + (isBehind ? 1 : 0)
}
