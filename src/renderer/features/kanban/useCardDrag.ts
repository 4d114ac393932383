import { useCallback, useEffect, useLayoutEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { CardPlace } from './board.ts'

/** A card held by the pointer, and the lane it is held over, where it could be let go. */
export type CardDrag = { card: CardPlace; over: string | null }

type CardDragInput = {
  /** What scrolls the lanes. */ root: RefObject<HTMLElement | null>
  isMovable: boolean
  onDrop: (card: CardPlace, laneKey: string) => void
}

/**
 * Takes a card to another lane by the pointer; a press that does not move stays a click. Escape lets it be where it was.
 * What is held is a picture of the card: the card itself keeps its place until it is let go.
 */
export function useCardDrag({ root, isMovable, onDrop }: CardDragInput): {
  drag: CardDrag | null
  press: (card: CardPlace, event: PointerEvent) => void
} {
  const [drag, setDrag] = useState<CardDrag | null>(null)
  const stop = useRef<(() => void) | null>(null)
  const drop = useRef(onDrop)
  useLayoutEffect(() => {
    drop.current = onDrop
  })
  useEffect(() => () => stop.current?.(), [])

  const press = useCallback(
    (card: CardPlace, event: PointerEvent) => {
      const element = event.currentTarget
      const isOnButton = event.target instanceof Element && event.target.closest('button') !== null
      if (!isMovable || event.button !== 0 || event.pointerType === 'touch' || isOnButton || !(element instanceof HTMLElement)) return
      const { clientX, clientY } = event
      let held: { ghost: HTMLElement; over: string | null } | null = null
      let pointer = { x: clientX, y: clientY }
      let frame = 0
      const place = () => {
        if (held === null) return
        held.ghost.style.translate = `${pointer.x - clientX}px ${pointer.y - clientY}px`
        const over = laneAt(pointer)
        const next = over === card.laneKey ? null : over
        if (next !== held.over) setDrag({ card, over: next })
        held.over = next
      }
      const scrollAtEdges = () => {
        const box = root.current?.getBoundingClientRect()
        if (box !== undefined) root.current?.scrollBy({ left: edgeSpeed(pointer.x, box.left, box.right) })
        place()
        frame = requestAnimationFrame(scrollAtEdges)
      }
      const onMove = (moved: globalThis.PointerEvent) => {
        pointer = { x: moved.clientX, y: moved.clientY }
        if (held !== null) return place()
        if (Math.hypot(pointer.x - clientX, pointer.y - clientY) < firstMove) return
        held = { ghost: ghostOf(element), over: null }
        setDrag({ card, over: null })
        scrollAtEdges()
      }
      const end = (take: boolean) => {
        stop.current?.()
        if (held === null) return
        setDrag(null)
        window.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
        if (take && held.over !== null) drop.current(card, held.over)
      }
      const onUp = () => end(true)
      const onCancel = () => end(false)
      const onKey = (pressed: KeyboardEvent) => {
        if (pressed.key !== 'Escape' || held === null) return
        swallow(pressed)
        end(false)
      }
      stop.current?.()
      window.addEventListener('pointermove', onMove)
      window.addEventListener('pointerup', onUp)
      window.addEventListener('pointercancel', onCancel)
      window.addEventListener('keydown', onKey, { capture: true })
      stop.current = () => {
        cancelAnimationFrame(frame)
        held?.ghost.remove()
        window.removeEventListener('pointermove', onMove)
        window.removeEventListener('pointerup', onUp)
        window.removeEventListener('pointercancel', onCancel)
        window.removeEventListener('keydown', onKey, { capture: true })
        stop.current = null
      }
    },
    [root, isMovable],
  )
  return { drag, press }
}

/** Pixels before a press is a drag. */
const firstMove = 5

/** How near the edge of the board the lanes begin to scroll, and how fast they do. */
const edge = 48
const fastest = 14

function edgeSpeed(x: number, left: number, right: number): number {
  if (x < left + edge) return -fastest * Math.min(1, (left + edge - x) / edge)
  if (x > right - edge) return fastest * Math.min(1, (x - right + edge) / edge)
  return 0
}

const laneAt = ({ x, y }: { x: number; y: number }): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-lane]')?.dataset['lane'] ?? null

function ghostOf(card: HTMLElement): HTMLElement {
  const { left, top, width, height } = card.getBoundingClientRect()
  const ghost = card.cloneNode(true)
  if (!(ghost instanceof HTMLElement)) return card
  ghost.classList.add('card--held')
  ghost.removeAttribute('data-row')
  ghost.setAttribute('aria-hidden', 'true')
  Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
  document.body.append(ghost)
  return ghost
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
