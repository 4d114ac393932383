import { formatDuration } from '#shared/lib/duration.ts'
import { shiftDecimal } from '#shared/lib/rounding.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { isNumeric } from '#shared/model/columns/display.ts'
import { useState } from 'react'
import { useFormat } from '../../client/useFormat.ts'
import type { EditorProps } from '../cellEdit.ts'
import './editors.css'
import { useFocus } from './useFocus.ts'
import { useTyped } from './useTyped.ts'

/** One line of text, read by the column's type: text, number, phone, e-mail. */
export function TextEditor({ column, value, typed, label, onDraft }: EditorProps) {
  const format = useFormat()
  const before = editedText(column, value, format(column, value))
  const [text, setText] = useState(typed ?? before)
  const field = useFocus<HTMLInputElement>(typed)
  const read = useTyped(column, value)
  return (
    <input
      ref={field}
      className={isNumeric(column) ? 'cell-editor__line cell-editor__line--number' : 'cell-editor__line'}
      aria-label={label}
      value={text}
      spellCheck={false}
      onChange={(event) => {
        setText(event.target.value)
        onDraft(read(event.target.value, before))
      }}
    />
  )
}

/** A number is edited in full, without thousands and without the rounding of its format. */
function editedText(column: Column, value: CellValue, formatted: string): string {
  if (typeof value !== 'number') return formatted
  if (column.type === 'duration') return formatDuration(value, value % 60 === 0 ? column.settings.format : 'h:mm:ss')
  if (column.type === 'progress') return percentText(value)
  if (column.type !== 'number') return formatted
  return column.settings.format === 'percent' ? percentText(value) : String(value)
}

/** The point is moved in the text: 0.29 * 100 would be 28.999999999999996. */
const percentText = (value: number): string => `${shiftDecimal(value, 2)}%`
