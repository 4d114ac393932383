import type { GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import { useShell } from '../shell/state.ts'
import type { GridLine } from './gridLine.ts'

/** The row whose page is open at the right. */
export const openRowId = (): number | null => {
  const { rowTrail, tableId } = useShell.getState()
  const open = rowTrail.at(-1)
  return open !== undefined && open.tableId === tableId ? open.rowId : null
}

/** Repaints the rows that were or are open at the right. */
export function useOpenRowMark(api: GridApi<GridLine> | null, tableId: number): void {
  useEffect(() => {
    if (api === null) return undefined
    let known = openRowId()
    return useShell.subscribe(() => {
      const now = openRowId()
      if (now === known) return
      const ids = new Set([now, known])
      known = now
      for (const node of api.getRenderedNodes())
        if (node.data?.kind === 'row' && ids.has(node.data.id)) node.setData(node.data)
    })
  }, [api, tableId])
}
