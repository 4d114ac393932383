import { useCallback, useEffect, useState, type RefObject } from 'react'
import type { AskedWhy } from '#renderer/why/WhyLayer.tsx'

/** A class on a card tells why when the mouse rests on its chip or presses it; one layer for all cards, as in the grid. */
export function useCardWhy(root: RefObject<HTMLElement | null>): { asked: AskedWhy | null; close: () => void } {
  const [asked, setAsked] = useState<AskedWhy | null>(null)
  const close = useCallback(() => setAsked(null), [])

  useEffect(() => {
    const element = root.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => clearTimeout(timer)
    const classOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>('[data-why]') : null)
    const ask = (chip: HTMLElement) => {
      const rowId = Number(chip.closest<HTMLElement>('[data-row]')?.dataset['row'])
      setAsked({ rowId, schemeId: Number(chip.dataset['why']), box: chip.getBoundingClientRect(), byKey: false })
    }
    const onOver = ({ target, buttons }: MouseEvent) => {
      stop()
      const chip = classOf(target)
      if (chip !== null && buttons === 0) timer = setTimeout(() => ask(chip), restMillis)
    }
    const onClick = ({ target }: MouseEvent) => {
      const chip = classOf(target)
      if (chip === null) return
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
  }, [root])

  return { asked, close }
}

/** How long the mouse rests on a class before it tells why. */
const restMillis = 500
