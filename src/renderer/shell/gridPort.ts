/** What commands ask of the grid on screen. */
export type GridPort = {
  addRow: () => void
  deleteSelectedRows: () => void
  selectedRows: () => number
  focusSearch: () => void
  /** Opens the line that finds and replaces. */
  openFind: (replace: boolean) => void
  /** Puts the focus on the first cell. */
  focusGrid: () => void
}

/** The grid on screen, if there is one. */
export const gridPort = (): GridPort | null => port

/** The grid announces itself while it is on screen; the answer takes it back. */
export function announceGrid(grid: GridPort): () => void {
  port = grid
  return () => {
    if (port === grid) port = null
  }
}

let port: GridPort | null = null
