import { useCallback, useEffect, useState, type RefObject } from 'react'
import type { AskedWhy } from './WhyLayer.tsx'

type ChipWhy = { asked: AskedWhy | null; setAsked: (asked: AskedWhy | null) => void; close: () => void }

/**
 * A class tells why when the mouse rests on its chip or presses it; one layer for all chips below `root`. `chips` selects
 * them, `askedBy` says which class of which row a chip is (the same function as long as its answers are); scrolling closes.
 */
export function useChipWhy(root: RefObject<HTMLElement | null>, chips: string, askedBy: (chip: HTMLElement) => AskedWhy | null): ChipWhy {
  const [asked, setAsked] = useState<AskedWhy | null>(null)
  const close = useCallback(() => setAsked(null), [])

  useEffect(() => {
    const element = root.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => clearTimeout(timer)
    const chipOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>(chips) : null)
    const ask = (chip: HTMLElement) => {
      const found = askedBy(chip)
      if (found !== null) setAsked(found)
    }
    const onOver = ({ target, buttons }: MouseEvent) => {
      stop()
      const chip = chipOf(target)
      // Not while cells are being chosen or a card is dragged.
      if (chip !== null && buttons === 0) timer = setTimeout(() => ask(chip), restMillis)
    }
    const onClick = ({ target, shiftKey, detail }: MouseEvent) => {
      const chip = chipOf(target)
      if (chip === null || shiftKey || detail > 1) return
      stop()
      ask(chip)
    }
    const onScroll = () => {
      stop()
      setAsked(null)
    }
    element?.addEventListener('mouseover', onOver)
    element?.addEventListener('mouseleave', stop)
    element?.addEventListener('mousedown', stop)
    element?.addEventListener('click', onClick)
    element?.addEventListener('wheel', onScroll, { passive: true })
    return () => {
      stop()
      element?.removeEventListener('mouseover', onOver)
      element?.removeEventListener('mouseleave', stop)
      element?.removeEventListener('mousedown', stop)
      element?.removeEventListener('click', onClick)
      element?.removeEventListener('wheel', onScroll)
    }
  }, [root, chips, askedBy])

  return { asked, setAsked, close }
}

/** How long the mouse rests on a class before it tells why. */
const restMillis = 500
