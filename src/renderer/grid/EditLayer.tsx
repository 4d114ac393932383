import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { CellEditor } from '../cells/CellEditor.tsx'
import { emptiesRequired, untouched, type CellEdit, type Draft } from '../cells/cellEdit.ts'
import { classes } from '../ui/classes.ts'
import { useT } from '../ui/lang.ts'
import './editLayer.css'
import { cellOf } from './gridLine.ts'
import type { Editing } from './useEdit.ts'

/** Where the focus goes when an edit is over. */
export type After = 'stay' | 'down' | 'up' | 'right' | 'left'

type EditLayerProps = {
  editing: Editing
  /** Where the cell stands now, inside the layer's parent; null when it has scrolled away. */
  boxOf: () => Box | null
  onEnd: (edit: CellEdit | null, after: After) => void
}
export type Box = { left: number; top: number; width: number; height: number; roomBelow: number; roomRight: number }

/** The editor over its cell. What cannot be taken stays open with the reason beside it. */
export function EditLayer({ editing, boxOf, onEnd }: EditLayerProps) {
  const { column, line, typed } = editing
  const [box, setBox] = useState(boxOf)
  const t = useT()
  const [problem, setProblem] = useState(editing.problem)
  const draft = useRef<Draft>(untouched)
  const layer = useRef<HTMLDivElement>(null)
  const over = useRef(false)

  const finish = useCallback(
    (after: After) => {
      if (over.current) return
      const { edit, problem: why } = draft.current
      if (why !== null) return setProblem(why)
      if (emptiesRequired(column, edit)) return setProblem(t('grid.requiredCell', { name: column.name }))
      over.current = true
      onEnd(edit, after)
    },
    [onEnd, column, t],
  )
  const giveUp = useCallback(() => {
    over.current = true
    onEnd(null, 'stay')
  }, [onEnd])

  // Leaving the cell takes what was typed; a reason against it keeps the editor open.
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const inside = event.target instanceof Node && layer.current?.contains(event.target) === true
      const inFloat =
        event.target instanceof Element && event.target.closest('.ant-select-dropdown, .ant-cascader-dropdown, .ant-dropdown, .lightbox') !== null
      if (!inside && !inFloat) finish('stay')
    }
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => document.removeEventListener('pointerdown', onPointerDown, true)
  }, [finish])

  // The cell may move under the editor: scrolling, a column dragged wider.
  useEffect(() => {
    let frame = requestAnimationFrame(function follow() {
      const now = boxOf()
      if (now !== null) setBox((was) => (was !== null && sameBox(was, now) ? was : now))
      frame = requestAnimationFrame(follow)
    })
    return () => cancelAnimationFrame(frame)
  }, [boxOf])

  // Whatever else is open, keys belong to the editor until it ends.
  useLayoutEffect(() => {
    const first = layer.current?.querySelector<HTMLElement>('input, textarea, button')
    if (!layer.current?.contains(document.activeElement)) first?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const after = keyEnds(event)
    if (after === null) {
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        giveUp()
      }
      return
    }
    event.preventDefault()
    event.stopPropagation()
    finish(after)
  }

  if (box === null) return null
  const wide = !oneLine.has(column.type)
  const above = wide && box.roomBelow < 320 && box.top > box.roomBelow
  return (
    <div
      ref={layer}
      className={wide ? 'edit-layer edit-layer--wide' : 'edit-layer'}
      style={{
        ...(box.roomRight < 320 && wide ? { right: Math.max(0, box.roomRight - box.width) } : { left: box.left }),
        ...(above ? { bottom: box.roomBelow } : { top: box.top }),
        minWidth: box.width + 1,
        ...(wide ? {} : { width: box.width + 1, height: box.height + 1 }),
      }}
      onKeyDown={onKeyDown}
    >
      <CellEditor
        column={column}
        value={cellOf(line, column.id)}
        rowId={line.id}
        cellOf={(columnId) => cellOf(line, columnId)}
        typed={typed}
        label={column.name}
        onDraft={(next) => {
          draft.current = next
          setProblem(null)
        }}
        onDone={(next) => {
          draft.current = next
          finish('stay')
        }}
      />
      {problem === null ? null : (
        <p
          className={classes(
            'edit-layer__problem',
            box.roomRight < problemRoom && 'edit-layer__problem--left',
            box.roomBelow < box.height + 72 && 'edit-layer__problem--above',
          )}
          role="alert"
        >
          {problem}
        </p>
      )}
    </div>
  )
}

/** What a sentence beside the cell may take. */
const problemRoom = 340

/** Editors that fit into their cell; the others need room below it. */
const oneLine: ReadonlySet<string> = new Set(['text', 'number', 'phone', 'email', 'url', 'duration', 'progress', 'rating', 'geolocation'])

function keyEnds({ key, shiftKey }: KeyboardEvent): After | null {
  if (key === 'Enter') return shiftKey ? 'up' : 'down'
  if (key === 'Tab') return shiftKey ? 'left' : 'right'
  return null
}

function sameBox(one: Box, other: Box): boolean {
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.width === other.width &&
    one.height === other.height &&
    one.roomBelow === other.roomBelow &&
    one.roomRight === other.roomRight
  )
}
