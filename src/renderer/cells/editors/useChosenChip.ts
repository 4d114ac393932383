import { useState } from 'react'

/**
 * One of the things already chosen, reached from the empty field beside them: ← goes to the last and on to the left,
 * Delete or Backspace takes it away, Enter opens it. Backspace with none reached takes the last away.
 */
export function useChosenChip<Thing>(things: readonly Thing[], { open, remove }: { open: (thing: Thing) => void; remove: (thing: Thing) => void }) {
  const [place, setPlace] = useState<number | null>(null)
  const active = place === null ? null : Math.min(place, things.length - 1)
  const current = active === null ? undefined : things[active]
  const onKey = (key: string): boolean => {
    switch (key) {
      case 'ArrowLeft':
        if (things.length === 0) return false
        setPlace(active === null ? things.length - 1 : Math.max(0, active - 1))
        return true
      case 'ArrowRight':
        if (active === null) return false
        setPlace(active === things.length - 1 ? null : active + 1)
        return true
      case 'Backspace':
      case 'Delete': {
        const gone = current ?? (key === 'Backspace' ? things.at(-1) : undefined)
        if (gone === undefined) return false
        if (things.length === 1) setPlace(null)
        remove(gone)
        return true
      }
      case 'Enter':
        if (current === undefined) return false
        open(current)
        return true
      default:
        setPlace(null)
        return false
    }
  }
  return { active, onKey }
}
