import { useLayoutEffect, useState, type RefObject } from 'react'

/** How far an element is scrolled and how much of it is seen. */
export type Scrolled = { at: number; room: number }

/** Follows it, told anew only as often as it moves by `grain` pixels: in between, what is drawn stays the same. */
export function useScrolled(ref: RefObject<HTMLElement | null>, axis: 'x' | 'y', grain: number): Scrolled {
  const [scrolled, setScrolled] = useState<Scrolled>({ at: 0, room: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const read = () => {
      const at = axis === 'x' ? element.scrollLeft : element.scrollTop
      const room = axis === 'x' ? element.clientWidth : element.clientHeight
      const next = { at: Math.floor(at / grain) * grain, room }
      setScrolled((was) => (was.at === next.at && was.room === next.room ? was : next))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [ref, axis, grain])
  return scrolled
}
