/** A cell by its place on screen. */
export type CellPlace = { line: number; columnId: number }

/** A rectangle of cells from one corner to the opposite one. */
export type CellRange = { from: CellPlace; to: CellPlace }

/** The rectangle in lines and columns, the columns as they stand on screen. */
export type Rectangle = { firstLine: number; lastLine: number; columnIds: readonly number[] }

export function rectangleOf({ from, to }: CellRange, shown: readonly number[]): Rectangle {
  const one = shown.indexOf(from.columnId)
  const other = shown.indexOf(to.columnId)
  return {
    firstLine: Math.min(from.line, to.line),
    lastLine: Math.max(from.line, to.line),
    columnIds: one === -1 || other === -1 ? [] : shown.slice(Math.min(one, other), Math.max(one, other) + 1),
  }
}

export function isIn(rectangle: Rectangle | null, line: number, columnId: number): boolean {
  return rectangle !== null && line >= rectangle.firstLine && line <= rectangle.lastLine && rectangle.columnIds.includes(columnId)
}

export const isSingle = ({ firstLine, lastLine, columnIds }: Rectangle): boolean => firstLine === lastLine && columnIds.length <= 1

export const cellCount = ({ firstLine, lastLine, columnIds }: Rectangle): number => (lastLine - firstLine + 1) * columnIds.length

/** The place so many lines and columns away, inside the grid. */
export function stepFrom(place: CellPlace, lines: number, columns: number, shown: readonly number[], last: number): CellPlace {
  const at = shown.indexOf(place.columnId)
  const columnId = shown[Math.min(Math.max(at + columns, 0), shown.length - 1)] ?? place.columnId
  return { line: Math.min(Math.max(place.line + lines, 0), last), columnId }
}
