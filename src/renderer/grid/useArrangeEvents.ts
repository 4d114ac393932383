import type { ColumnMovedEvent, ColumnResizedEvent, DragStoppedEvent, GridApi } from 'ag-grid-community'
import type { ViewColumn } from '#shared/model/view.ts'
import { useCallback, useRef } from 'react'
import type { GridLine } from './gridLine.ts'

export type Arrangement = { columns: ViewColumn[]; frozenColumns: number }

/** Tells when a person has moved, widened or frozen a column with the mouse. */
export function useArrangeEvents(onArrange: (arrangement: Arrangement) => void) {
  const onColumnResized = useCallback(
    (event: ColumnResizedEvent<GridLine>) => {
      if (event.finished && event.source === 'uiColumnResized') onArrange(arrangementOf(event.api))
    },
    [onArrange],
  )
  const moved = useRef(false)
  const onColumnMoved = useCallback((event: ColumnMovedEvent<GridLine>) => {
    if (event.source === 'uiColumnMoved') moved.current = true
  }, [])
  // The library says that a column moves at every step of the way; kept is where it was let go.
  const onDragStopped = useCallback(
    ({ api }: DragStoppedEvent<GridLine>) => {
      if (moved.current) onArrange(arrangementOf(api))
      moved.current = false
    },
    [onArrange],
  )
  return { onColumnResized, onColumnMoved, onDragStopped }
}

/** The columns as they stand: frozen ones first, as they are seen. */
function arrangementOf(api: GridApi<GridLine>): Arrangement {
  const state = api.getColumnState().filter(({ colId }) => Number.isInteger(Number(colId)))
  const frozen = state.filter(({ pinned }) => pinned === 'left' || pinned === true)
  const others = state.filter((column) => !frozen.includes(column))
  return {
    columns: [...frozen, ...others].map(({ colId, width, hide }) => ({
      columnId: Number(colId),
      width: Math.round(width ?? 120),
      hidden: hide === true,
    })),
    frozenColumns: frozen.filter(({ hide }) => hide !== true).length,
  }
}
