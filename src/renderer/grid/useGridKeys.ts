import type { GridApi } from 'ag-grid-community'
import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import { assertNever } from '#shared/lib/assertNever.ts'
import { stepFrom, type CellPlace } from './cellRange.ts'
import { gridKey, type GridKey } from './gridKeys.ts'
import { type GridLine } from './gridLine.ts'
import { shownColumnIds } from './gridReader.ts'
import { useCellRange } from './useCellRange.ts'

type KeyActions = {
  edit: (place: CellPlace, typed: string | null) => boolean
  clear: () => void
  open: (place: CellPlace) => void
  /** A press on the head of a group or on the line that adds a row. */
  press: (line: GridLine) => void
  leave: () => void
  columnMenu: (columnId: number) => void
}

/** Keys in the grid as in a spreadsheet; true when the key has been used. */
export function useGridKeys(api: GridApi<GridLine> | null, actions: KeyActions): (event: KeyboardEvent) => boolean {
  return useCallback(
    (event) => {
      const { range } = useCellRange.getState()
      const key = gridKey(event)
      if (api === null || key === null || range === null) return false
      return use(key, api, range.from, range.to, actions)
    },
    [api, actions],
  )
}

/** Moves the focus; the chosen cells are that one alone, or reach from where they began. */
export function goTo(api: GridApi<GridLine>, place: CellPlace, from: CellPlace = place): void {
  if (place.line < api.getDisplayedRowCount()) {
    // Not under the heads of groups that stand over the first lines.
    api.ensureIndexVisible(Math.max(0, place.line - api.getPinnedTopRowCount()))
    api.ensureIndexVisible(place.line)
  }
  api.ensureColumnVisible(String(place.columnId))
  api.setFocusedCell(place.line, String(place.columnId))
  useCellRange.getState().set({ from, to: place })
}

/** Brings a cell into sight and chooses it, without taking the keys from where one types; the frame leaves the cell that had it. */
export function pointAt(api: GridApi<GridLine>, place: CellPlace): void {
  if (place.line < api.getDisplayedRowCount()) api.ensureIndexVisible(place.line, 'middle')
  api.ensureColumnVisible(String(place.columnId))
  api.clearFocusedCell()
  useCellRange.getState().set({ from: place, to: place })
}

function use(key: GridKey, api: GridApi<GridLine>, from: CellPlace, to: CellPlace, actions: KeyActions): boolean {
  const line = api.getDisplayedRowAtIndex(from.line)?.data
  const shown = shownColumnIds(api)
  const last = api.getDisplayedRowCount() - 1
  switch (key.kind) {
    case 'edit':
      if (line !== undefined && line.kind !== 'row' && key.typed === null) {
        actions.press(line)
        return true
      }
      return actions.edit(from, key.typed)
    case 'compose':
      // At once, so that the input method writes into the editor and not into nothing.
      flushSync(() => actions.edit(from, ''))
      return false
    case 'clear':
      actions.clear()
      return true
    case 'open':
      if (line !== undefined && line.kind !== 'row') actions.press(line)
      else actions.open(from)
      return true
    case 'columnMenu':
      actions.columnMenu(from.columnId)
      return true
    case 'leave':
      actions.leave()
      return false
    case 'step': {
      const place = stepFrom(key.extend ? to : from, key.lines, key.columns, shown, last)
      goTo(api, place, key.extend ? from : place)
      return true
    }
    case 'edge': {
      const at = key.extend ? to : from
      const place = {
        line: key.edge === 'top' ? 0 : key.edge === 'bottom' ? last : at.line,
        columnId: (key.edge === 'rowStart' ? shown[0] : key.edge === 'rowEnd' ? shown.at(-1) : at.columnId) ?? at.columnId,
      }
      goTo(api, place, key.extend ? from : place)
      return true
    }
    case 'all': {
      const [first] = shown
      const end = shown.at(-1)
      if (first !== undefined && end !== undefined)
        useCellRange.getState().set({ from: { line: 0, columnId: first }, to: { line: last, columnId: end } })
      return true
    }
    default:
      return assertNever(key)
  }
}
