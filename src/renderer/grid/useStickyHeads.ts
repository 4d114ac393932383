import type { GridApi } from 'ag-grid-community'
import { useEffect, type RefObject } from 'react'
import type { GridLine, GroupLine } from './gridLine.ts'
import type { Subtotals } from './useSubtotals.ts'

/** Heads of the groups whose rows stand at the top stay there, over the rows, as long as there are any. */
export function useStickyHeads(
  api: GridApi<GridLine> | null,
  root: RefObject<HTMLElement | null>,
  rowHeight: number,
  isGrouped: boolean,
  subtotals: Subtotals,
): void {
  useEffect(() => {
    if (api === null || !isGrouped) return undefined
    let shown: readonly GroupLine[] = []
    const update = () => {
      if (api.isDestroyed()) return
      const top = Math.max(0, Math.floor(api.getVerticalPixelRange().top / rowHeight))
      const heads = headsAt((line) => api.getDisplayedRowAtIndex(line)?.data, top).map(subtotals.completed)
      if (heads.length === shown.length && heads.every((head, at) => isSame(head, shown[at]))) return
      shown = heads
      root.current?.style.setProperty('--sticky-heads', String(heads.length))
      api.setGridOption('pinnedTopRowData', [...heads])
    }
    update()
    api.addEventListener('bodyScroll', update)
    api.addEventListener('modelUpdated', update)
    const stop = subtotals.onKnown(update)
    return () => {
      stop()
      if (api.isDestroyed()) return
      api.removeEventListener('bodyScroll', update)
      api.removeEventListener('modelUpdated', update)
      api.setGridOption('pinnedTopRowData', [])
    }
  }, [api, root, rowHeight, isGrouped, subtotals])
}

/** The heads to stand over the lines from `top` on: the one of each level for the line it would cover. */
export function headsAt(lineAt: (line: number) => GridLine | undefined, top: number): GroupLine[] {
  const heads: GroupLine[] = []
  for (let depth = 0; depth < 3; depth += 1) {
    const line = lineAt(top + depth)
    const path = line?.kind === 'row' ? line.heads : line?.kind === 'group' ? [...line.heads, line] : []
    const head = path[depth]
    if (head === undefined) break
    heads.push(head)
  }
  return heads
}

const isSame = (one: GroupLine, other: GroupLine | undefined): boolean =>
  other !== undefined && one.key === other.key && one.count === other.count && one.collapsed === other.collapsed && one.texts === other.texts
