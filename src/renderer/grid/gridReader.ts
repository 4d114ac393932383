import type { GridApi } from 'ag-grid-community'
import { call } from '../client/call.ts'
import { isSingle, rectangleOf } from './cellRange.ts'
import { linesOf, type GridLine, type RowLine } from './gridLine.ts'
import { useCellRange } from './useCellRange.ts'
import type { ListInput } from './useLines.ts'

/** Columns on screen from left to right, by id. */
export function shownColumnIds(api: GridApi<GridLine>): number[] {
  return api.getAllDisplayedColumns().flatMap((column) => {
    const id = Number(column.getColId())
    return Number.isInteger(id) ? [id] : []
  })
}

/** How many lines are read at most for one copy, paste or deletion. */
export const mostLines = 10_000

/** The rows between two lines; read from the engine where they have not been on screen. */
export async function rowsBetween(api: GridApi<GridLine>, input: ListInput, first: number, last: number): Promise<RowLine[]> {
  const known = rowsOnScreen(api, first, last)
  if (known !== null) return known
  const lines: GridLine[] = []
  const places = new Map(input.columnIds.map((columnId, place) => [columnId, place]))
  const end = Math.min(last + 1, first + mostLines)
  for (let offset = first; offset < end; offset += 1000) {
    const { columnIds, colors: _, ...list } = input
    const limit = Math.min(1000, end - offset)
    const page = await call('rows.page', { ...list, collapsed: [...list.collapsed], columnIds: [...columnIds], offset, limit })
    lines.push(...linesOf(page, places, offset, limit, false))
  }
  return lines.filter((line) => line.kind === 'row')
}

/** A rectangle of several cells a person chose: from one row up to another, in some columns. */
export type ChosenCells = { first: number; last: number; columnIds: readonly number[] }

/** The cells that are chosen, where they are more than one. */
export async function chosenCells(api: GridApi<GridLine>, input: ListInput): Promise<ChosenCells | null> {
  const { range } = useCellRange.getState()
  const rectangle = range === null ? null : rectangleOf(range, shownColumnIds(api))
  if (rectangle === null || isSingle(rectangle)) return null
  const [first] = await rowsBetween(api, input, rectangle.firstLine, rectangle.firstLine)
  const [last] = await rowsBetween(api, input, rectangle.lastLine, rectangle.lastLine)
  return first === undefined || last === undefined ? null : { first: first.id, last: last.id, columnIds: rectangle.columnIds }
}

/** The rows between two lines where all of them are at hand. */
export function rowsOnScreen(api: GridApi<GridLine>, first: number, last: number): RowLine[] | null {
  if (last - first > 400) return null
  const lines: RowLine[] = []
  for (let at = first; at <= last; at += 1) {
    const data = api.getDisplayedRowAtIndex(at)?.data
    if (data === undefined) return null
    if (data.kind === 'row') lines.push(data)
  }
  return lines
}
