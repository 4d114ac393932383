import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import { RatingSign } from '../../ui/Rating.tsx'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import { ratingOfKey } from '../ratingKeys.ts'
import './ratingEditor.css'

/** A row of signs: clicked, set by a number key, or stepped with the arrows. */
export function RatingEditor({ column, value, label, onDraft, onDone }: EditorProps) {
  const [count, setCount] = useState(typeof value === 'number' ? value : 0)
  const field = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  if (column.type !== 'rating') return null
  const { max, icon } = column.settings

  const change = (next: number) => {
    setCount(next)
    onDraft(draftOf(stored(next)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextCount(event.key, count, max)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    change(next)
  }
  return (
    <div
      ref={field}
      className="rating-editor"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={count}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: max }, (_, place) => (
        <button
          key={place}
          type="button"
          tabIndex={-1}
          aria-label={String(place + 1)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onDone(draftOf(stored(place + 1 === count ? 0 : place + 1)))}
        >
          <RatingSign icon={icon} on={place < count} />
        </button>
      ))}
    </div>
  )
}

const stored = (count: number): CellValue => (count === 0 ? null : count)

function nextCount(key: string, count: number, max: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(max, count + 1)
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, count - 1)
  if (key === 'Backspace' || key === 'Delete') return 0
  return ratingOfKey(key, max)
}
