import { useLayoutEffect, useRef, type RefObject } from 'react'
import { shiftOf } from './windowing.ts'

type KeptPlace = {
  body: RefObject<HTMLElement | null>
  /** Pixels from one card to the next. */ size: number
  /** The cards that are drawn, by row, with their places. */ places: ReadonlyMap<number, number>
  /** Another list has no place to keep. */ list: unknown
}

/** Cards in sight stay where they are when others come or go above them; at the top of a lane one sees who comes. */
export function useKeptPlace({ body, size, places, list }: KeptPlace): void {
  const last = useRef({ places, list, size })
  useLayoutEffect(() => {
    const element = body.current
    const before = last.current
    last.current = { places, list, size }
    if (element === null || before.list !== list || before.size !== size || element.scrollTop < size / 2) return
    const shift = shiftOf(before.places, places, Math.floor(element.scrollTop / size))
    if (shift !== 0) element.scrollBy({ top: shift * size, behavior: 'instant' })
  }, [body, size, places, list])
}
