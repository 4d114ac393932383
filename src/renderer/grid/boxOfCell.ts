import type { Box } from './EditLayer.tsx'

/** The cell's element, if it is on screen. */
export function cellElement(root: HTMLElement, line: number, columnId: number): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[row-index="${line}"] > [col-id="${columnId}"], [row-index="${line}"] [col-id="${columnId}"]`)
}

/** Where a cell stands inside `root`, and how much room there is around it. */
export function boxOfCell(root: HTMLElement, line: number, columnId: number): Box | null {
  const cell = cellElement(root, line, columnId)
  if (cell === null) return null
  const inner = cell.getBoundingClientRect()
  const outer = root.getBoundingClientRect()
  return {
    left: inner.left - outer.left - 1,
    top: inner.top - outer.top - 1,
    width: inner.width + 1,
    height: inner.height + 1,
    roomBelow: outer.bottom - inner.top,
    roomRight: outer.right - inner.left,
  }
}

/** Where the foot of a column stands in the window, if it is on screen. */
export function placeOfFoot(root: HTMLElement, columnId: number): { x: number; y: number } | null {
  const foot = root.querySelector(`.ag-grid-pinned-bottom-rows [col-id="${columnId}"]`)?.getBoundingClientRect()
  return foot === undefined ? null : { x: foot.left, y: foot.top }
}
