import type {
  CellClickedEvent,
  CellContextMenuEvent,
  CellDoubleClickedEvent,
  CellMouseDownEvent,
  CellMouseOverEvent,
  RowClickedEvent,
} from 'ag-grid-community'
import { readFiles } from '#shared/model/file.ts'
import { useMemo } from 'react'
import { useLightbox } from '../files/lightboxState.ts'
import type { CellPlace, CellRange } from './cellRange.ts'
import { rowHeadId } from './columnDefs.ts'
import { cellOf, type GridLine, type GroupLine } from './gridLine.ts'
import { useCellRange } from './useCellRange.ts'
import type { ListInput } from './useLines.ts'
import { tick } from './useRowTicks.ts'

type MouseActions = {
  list: ListInput
  onPress: (line: GridLine) => void
  onOpenRow: (rowId: number) => void
  onEdit: (place: CellPlace, typed: string | null) => boolean
  onRowMenu: (rowId: number, columnId: number | null, at: { x: number; y: number }) => void
  onAddInGroup: (group: GroupLine) => void
  onFoot: (columnId: number, at: { x: number; y: number }) => void
  onOpenUrl: (url: string) => void
  onPressButton: (place: CellPlace) => void
  onRate: (place: CellPlace, count: number) => void
}

/** Choosing, extending, opening and editing with the mouse. */
export function useGridMouse({ list, onPress, onOpenRow, onEdit, onRowMenu, onFoot, onAddInGroup, onOpenUrl, onPressButton, onRate }: MouseActions) {
  return useMemo(
    () => ({
      onCellMouseDown: ({ rowIndex, column, event, rowPinned }: CellMouseDownEvent<GridLine>) => {
        const place = placeOf(rowIndex, column.getColId())
        if (place === null || rowPinned != null) return
        const { range, set } = useCellRange.getState()
        // A click for the menu leaves the cells that were chosen.
        if (event instanceof MouseEvent && event.button === 2 && range !== null && isIn(range, place)) return
        const extend = event instanceof MouseEvent && event.shiftKey && range !== null
        set({ from: extend ? range.from : place, to: place })
      },
      onCellMouseOver: ({ rowIndex, column, event, rowPinned }: CellMouseOverEvent<GridLine>) => {
        if (!(event instanceof MouseEvent) || event.buttons !== 1 || rowPinned != null) return
        const place = placeOf(rowIndex, column.getColId())
        const { range, set } = useCellRange.getState()
        if (place !== null && range !== null) set({ from: range.from, to: place })
      },
      onCellClicked: ({ data, column, event, rowIndex, api }: CellClickedEvent<GridLine>) => {
        const target = event?.target
        if (!(target instanceof HTMLElement) || rowIndex === null) return
        if (data?.kind === 'foot') {
          const place = placeOf(rowIndex, column.getColId())
          const cell = target.closest('.ag-cell')?.getBoundingClientRect()
          if (place !== null && cell !== undefined) onFoot(place.columnId, { x: cell.left, y: cell.top })
        }
        if (data?.kind !== 'row') return
        const isTick = target.closest('.grid-tick') !== null
        if (isTick) onEdit({ line: rowIndex, columnId: Number(column.getColId()) }, null)
        const rating = target.dataset['rating']
        if (rating !== undefined) onRate({ line: rowIndex, columnId: Number(column.getColId()) }, Number(rating))
        const act = target.dataset['act']
        if (act === 'openUrl') onOpenUrl(String(cellOf(data, Number(column.getColId())) ?? ''))
        // The second click of a double one is no second press.
        if (act === 'press' && event instanceof MouseEvent && event.detail < 2) onPressButton({ line: rowIndex, columnId: Number(column.getColId()) })
        if (column.getColId() !== rowHeadId) return
        if (act === 'open') onOpenRow(data.id)
        else void tick(api, list, rowIndex, data.id, event instanceof MouseEvent && event.shiftKey)
      },
      onCellDoubleClicked: ({ data, column, rowIndex, event, value }: CellDoubleClickedEvent<GridLine>) => {
        if (data?.kind !== 'row' || rowIndex === null || showedFile(event?.target, value)) return
        const place = placeOf(rowIndex, column.getColId())
        if (place === null) onOpenRow(data.id)
        else onEdit(place, null)
      },
      onCellContextMenu: ({ data, column, rowIndex, event }: CellContextMenuEvent<GridLine>) => {
        if (data?.kind !== 'row' || !(event instanceof MouseEvent)) return
        event.preventDefault()
        onRowMenu(data.id, placeOf(rowIndex, column.getColId())?.columnId ?? null, { x: event.clientX, y: event.clientY })
      },
      onRowClicked: ({ data, event }: RowClickedEvent<GridLine>) => {
        const isAdder = event?.target instanceof HTMLElement && event.target.dataset['act'] === 'add'
        if (data?.kind === 'group' && isAdder) onAddInGroup(data)
        else if (data?.kind === 'group' || data?.kind === 'add') onPress(data)
      },
    }),
    [list, onPress, onOpenRow, onEdit, onRowMenu, onFoot, onAddInGroup, onOpenUrl, onPressButton, onRate],
  )
}

function placeOf(line: number | null, colId: string): CellPlace | null {
  const columnId = Number(colId)
  return line === null || !Number.isInteger(columnId) ? null : { line, columnId }
}

/** By lines alone: which columns lie between two others only the grid knows, and copying a row's cells is what is meant. */
function isIn({ from, to }: CellRange, { line }: CellPlace): boolean {
  return from.line !== to.line && line >= Math.min(from.line, to.line) && line <= Math.max(from.line, to.line)
}

/** A picture or the sign of a file is looked at, not edited. */
function showedFile(target: EventTarget | null | undefined, value: unknown): boolean {
  const shown = target instanceof Element ? target.closest<HTMLElement>('.grid-files__file') : null
  if (shown === null || typeof value !== 'string') return false
  useLightbox.getState().open(readFiles(value), Number(shown.dataset['file']))
  return true
}
