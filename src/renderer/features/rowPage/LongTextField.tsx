import { EditOutlined } from '@ant-design/icons'
import { lazy, Suspense, useRef, useState } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import { emptiesRequired, type CellEdit } from '../../cells/cellEdit.ts'
import { useCellContext } from '../../client/useFormat.ts'
import { LongText } from '../../markdown/LongText.tsx'
import { useT } from '../../ui/lang.ts'
import './longTextField.css'

const MarkdownEditor = lazy(async () => ({ default: (await import('../../markdown/MarkdownEditor.tsx')).MarkdownEditor }))

type LongTextFieldProps = { column: Column; value: CellValue; onEdit: (edit: CellEdit) => void }

/** A long text on the page of a row: read as Markdown, tasks ticked where they stand, written on a sheet of its own. */
export function LongTextField({ column, value, onEdit }: LongTextFieldProps) {
  const t = useT()
  const context = useCellContext()
  const text = String(value ?? '')
  const [editing, setEditing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const written = useRef(text)
  const editButton = useRef<HTMLButtonElement>(null)

  const begin = () => {
    written.current = text
    setProblem(null)
    setEditing(true)
  }
  const close = () => {
    setEditing(false)
    requestAnimationFrame(() => editButton.current?.focus())
  }
  const done = () => {
    if (!editing) return
    setEditing(false)
    const read = parseCell(column, written.current, context)
    if (!read.ok || read.value === value) return
    const edit: CellEdit = { kind: 'value', value: read.value }
    if (emptiesRequired(column, edit)) setProblem(t('grid.requiredCell', { name: column.name }))
    else onEdit(edit)
  }

  if (editing) {
    return (
      <Suspense fallback={<LongText text={text} />}>
        <MarkdownEditor
          text={text}
          label={column.name}
          onText={(next) => {
            written.current = next
          }}
          onDone={done}
          onGiveUp={close}
        />
      </Suspense>
    )
  }
  return (
    <div
      className="long-text-field"
      onClick={(event) => {
        const isOther = event.target instanceof Element && event.target.closest('a, input, button') !== null
        // Choosing words to copy is no wish to write.
        if (!isOther && String(window.getSelection() ?? '') === '') begin()
      }}
    >
      {text === '' ? null : <LongText text={text} onChange={(next) => onEdit({ kind: 'value', value: next })} />}
      <button ref={editButton} type="button" className="long-text-field__edit" onClick={begin}>
        <EditOutlined aria-hidden /> <span className={text === '' ? '' : 'visually-hidden'}>{t('rowPage.field.empty')}</span>
        <span className="visually-hidden">{t('rowPage.field.edit', { name: column.name })}</span>
      </button>
      {problem === null ? null : (
        <p className="editable__problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
