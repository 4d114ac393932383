import { useState } from 'react'
import type { EditorProps } from '../cellEdit.ts'
import './editors.css'
import { useFocus } from './useFocus.ts'
import { useTyped } from './useTyped.ts'

/** One line of text that is seen whole however long it is: it wraps, and holds no line breaks. */
export function WrappingTextEditor({ column, value, typed, label, onDraft }: EditorProps) {
  const before = String(value ?? '')
  const [text, setText] = useState(typed ?? before)
  const field = useFocus<HTMLTextAreaElement>(typed)
  const read = useTyped(column, value)
  const change = (next: string) => {
    const line = next.replaceAll(/\s*\n\s*/gu, ' ')
    setText(line)
    onDraft(read(line, before))
  }
  return (
    <textarea
      ref={field}
      className="cell-editor__line cell-editor__line--wraps"
      aria-label={label}
      rows={1}
      value={text}
      spellCheck={false}
      onChange={(event) => change(event.target.value)}
    />
  )
}
