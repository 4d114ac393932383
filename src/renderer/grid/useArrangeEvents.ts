import type { ColumnMovedEvent, ColumnResizedEvent, GridApi } from 'ag-grid-community'
import type { ViewColumn } from '#shared/model/view.ts'
import { useCallback } from 'react'
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
  const onColumnMoved = useCallback(
    (event: ColumnMovedEvent<GridLine>) => {
      if (event.finished && event.source === 'uiColumnMoved') onArrange(arrangementOf(event.api))
    },
    [onArrange],
  )
  return { onColumnResized, onColumnMoved }
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
