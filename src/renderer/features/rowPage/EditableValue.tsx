import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { type CellEdit, type Draft, emptiesRequired, untouched } from '../../cells/cellEdit.ts'
import { CellEditor } from '../../cells/CellEditor.tsx'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import './editableValue.css'

type EditableValueProps = {
  column: Column
  value: CellValue
  /** Null while the row is still being made. */
  rowId: number | null
  cellOf?: ((columnId: number) => CellValue) | undefined
  children: ReactNode
  onEdit: (edit: CellEdit) => void
  /** What an empty value says; by default that it can be filled in. */
  emptyText?: string
  className?: string
  /** Edited in as many lines as it fills. */
  wraps?: boolean
  /** Edited from the start. */
  startsOpen?: boolean
}

/** A value that turns into its column's editor where it stands; leaving it takes what was typed. */
export function EditableValue({ column, value, rowId, cellOf, children, onEdit, emptyText, className, wraps, startsOpen }: EditableValueProps) {
  const t = useT()
  const [editing, setEditing] = useState(startsOpen === true)
  // Why what was typed last could not be taken; said until the next try.
  const [refused, setRefused] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isEmpty = value === null
  const close = (returnFocus: boolean) => {
    setEditing(false)
    if (returnFocus) requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div className={classes('editable', editing && 'editable--open', className)}>
      <button
        ref={button}
        type="button"
        className="editable__value"
        onClick={() => {
          setRefused(null)
          setEditing(true)
        }}
      >
        <span className="visually-hidden">{t('rowPage.field.edit', { name: column.name })}</span>
        {isEmpty ? <span className="editable__empty">{emptyText ?? t('rowPage.field.empty')}</span> : children}
      </button>
      {editing ? (
        <EditorLayer
          column={column}
          wraps={wraps}
          value={value}
          rowId={rowId}
          cellOf={cellOf}
          onTake={(edit, returnFocus) => {
            close(returnFocus)
            if (edit !== null) onEdit(edit)
          }}
          onRefuse={(problem) => {
            setEditing(false)
            setRefused(problem)
          }}
        />
      ) : null}
      {refused === null ? null : (
        <p className="editable__problem" role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}

type EditorLayerProps = {
  column: Column
  wraps: boolean | undefined
  value: CellValue
  rowId: number | null
  cellOf: ((columnId: number) => CellValue) | undefined
  /** Null leaves the value as it was. */
  onTake: (edit: CellEdit | null, returnFocus: boolean) => void
  /** Left with something that is no value. */
  onRefuse: (problem: string) => void
}

function EditorLayer({ column, wraps, value, rowId, cellOf, onTake, onRefuse }: EditorLayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  const t = useT()
  const [draft, setDraft] = useState<Draft>(untouched)
  const [refused, setRefused] = useState<string | null>(null)
  const problemOf = (chosen: Draft) => chosen.problem ?? (emptiesRequired(column, chosen.edit) ? t('grid.requiredCell', { name: column.name }) : null)
  useLayoutEffect(() => {
    if (layer.current !== null) keepInSight(layer.current)
  }, [])
  // A draft that is no value stays open with its reason, until it is mended or given up.
  const take = (chosen: Draft, returnFocus: boolean) => {
    const problem = problemOf(chosen)
    setDraft(chosen)
    if (problem === null) onTake(chosen.edit, returnFocus)
    else setRefused(problem)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onTake(null, true)
    else if (event.key === 'Enter' && !event.shiftKey) take(draft, true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={layer}
      className={classes('editable__layer', wideTypes.has(column.type) && 'editable__layer--wide')}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && layer.current?.contains(event.relatedTarget) === true) return
        // The window lost the focus, not the field.
        if (!document.hasFocus()) return
        const problem = problemOf(draft)
        if (problem === null) onTake(draft.edit, false)
        else onRefuse(problem)
      }}
    >
      <CellEditor
        column={column}
        value={value}
        rowId={rowId}
        cellOf={cellOf}
        typed={null}
        wraps={wraps}
        label={column.name}
        onDraft={(next) => {
          setDraft(next)
          setRefused(next.problem)
        }}
        onDone={(chosen) => take(chosen, true)}
      />
      {refused === null ? null : (
        <p className="editable__problem" role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}

/** A calendar is wider than its field: it moves to the left until it fits the page. */
function keepInSight(layer: HTMLElement): void {
  const page = layer.closest('.row-page__body')
  // Without the scroll bar, which would cover the edge.
  const right = page === null ? window.innerWidth : page.getBoundingClientRect().left + page.clientWidth
  const over = layer.getBoundingClientRect().right - right + 8
  if (over > 0) layer.style.marginLeft = `-${over}px`
  layer.scrollIntoView({ block: 'nearest' })
}

/** Their editors need the whole width of the page. */
const wideTypes: ReadonlySet<string> = new Set(['longText', 'address'])
