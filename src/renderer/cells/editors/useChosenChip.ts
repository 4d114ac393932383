import { useState, type KeyboardEvent } from 'react'

/**
 * One of the things already chosen, reached from the empty field beside them: ← goes to the last and on to the left,
 * Delete or Backspace takes it away, Enter opens it, Alt with an arrow puts it before or behind the next. With none reached,
 * Backspace takes the last away, and Alt with an arrow begins with it.
 */
export function useChosenChip<Thing>(things: readonly Thing[], { open, remove, move }: Deeds<Thing>) {
  const [place, setPlace] = useState<number | null>(null)
  const active = place === null ? null : Math.min(place, things.length - 1)
  const current = active === null ? undefined : things[active]
  const onKey = ({ key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>): boolean => {
    const step = steps[key]
    if (altKey && step !== undefined && move !== undefined) {
      const from = active ?? things.length - 1
      const to = Math.min(Math.max(from + step, 0), things.length - 1)
      if (things.length === 0) return false
      setPlace(to)
      if (to !== from) move(from, to)
      return true
    }
    switch (key) {
      // Pressed before the arrow.
      case 'Alt':
        return false
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

type Deeds<Thing> = {
  open: (thing: Thing) => void
  remove: (thing: Thing) => void
  /** Absent where the things have no order of their own. */
  move: ((from: number, to: number) => void) | undefined
}

/** Keys that lead to an earlier or a later place. */
const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }
