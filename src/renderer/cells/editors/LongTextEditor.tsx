import { longMarks, shortMarks } from '#shared/lib/fileMarks.ts'
import { useState } from 'react'
import type { EditorProps } from '../cellEdit.ts'
import './editors.css'
import { useFocus } from './useFocus.ts'
import { useTyped } from './useTyped.ts'

/** Text of several lines; Enter takes it, Shift+Enter or Alt+Enter breaks the line. */
export function LongTextEditor({ column, value, typed, label, onDraft }: EditorProps) {
  const before = String(value ?? '')
  // Pictures stand in the text by their numbers.
  const short = shortMarks(before, [])
  const [text, setText] = useState(typed ?? short.text)
  const field = useFocus<HTMLTextAreaElement>(typed ?? '')
  const read = useTyped(column, value)

  const change = (next: string) => {
    setText(next)
    onDraft(read(longMarks(next, short.hashes), before))
  }

  return (
    <textarea
      ref={field}
      className="cell-editor__long"
      aria-label={label}
      rows={6}
      value={text}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.shiftKey || event.altKey)) return
        event.stopPropagation()
        if (!event.altKey) return
        event.preventDefault()
        const { selectionStart, selectionEnd } = event.currentTarget
        event.currentTarget.setRangeText('\n', selectionStart, selectionEnd, 'end')
        change(event.currentTarget.value)
      }}
    />
  )
}
