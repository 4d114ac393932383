import { useEffect, useEffectEvent } from 'react'
import { announceRowPage } from '../../shell/rowPagePort.ts'

/** `N` begins a follow-up, wherever keys do not mean letters; the command of the same does so from anywhere. */
export function useWriteKey(enabled: boolean, onWrite: () => void): void {
  const write = useEffectEvent(onWrite)
  useEffect(() => {
    if (!enabled) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.defaultPrevented || takesLetters(event.target)) return
      event.preventDefault()
      write()
    }
    window.addEventListener('keydown', onKeyDown)
    const retract = announceRowPage({ writeFollowUp: write })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      retract()
    }
  }, [enabled])
}

/** A field to type in, or a cell of the grid, where a letter begins an edit. */
function takesLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"], [role="gridcell"]') !== null
}
