import type { GridApi } from 'ag-grid-community'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { call } from '../client/call.ts'
import { useShell } from '../shell/state.ts'
import type { GridLine } from './gridLine.ts'
import type { ListInput } from './useLines.ts'

/** The row whose page is open at the right. */
export const openRowId = (): number | null => {
  const { rowTrail, tableId } = useShell.getState()
  const open = rowTrail.at(-1)
  return open !== undefined && open.tableId === tableId ? open.rowId : null
}

/** Marks the row open at the right, and brings it into sight when it was opened from elsewhere. */
export function useOpenRowMark(api: GridApi<GridLine> | null, list: ListInput): void {
  useEffect(() => {
    if (api === null) return undefined
    let known = openRowId()
    return useShell.subscribe(() => {
      const now = openRowId()
      if (now === known) return
      const ids = new Set([now, known])
      known = now
      for (const node of api.getRenderedNodes()) if (node.data?.kind === 'row' && ids.has(node.data.id)) node.setData(node.data)
    })
  }, [api])

  const openId = useShell((state) => state.rowTrail.at(-1)?.rowId ?? null)
  const latest = useRef(list)
  useLayoutEffect(() => {
    latest.current = list
  })
  useEffect(() => {
    const rowId = openRowId()
    if (api === null || rowId === null || api.getRenderedNodes().some(({ data }) => data?.kind === 'row' && data.id === rowId)) return
    const { tableId, query, collapsed } = latest.current
    void call('rows.position', { tableId, query, collapsed: [...collapsed], rowId }).then(
      ({ position }) => {
        if (position !== null) scrollTo(api, position)
      },
      // Gone meanwhile: its page says so.
      () => undefined,
    )
  }, [api, openId])
}

/** A grid that has just come does not know its length yet. */
function scrollTo(api: GridApi<GridLine>, line: number, tries = 20): void {
  if (api.isDestroyed()) return
  if (line < api.getDisplayedRowCount()) api.ensureIndexVisible(line, 'middle')
  else if (tries > 0) setTimeout(() => scrollTo(api, line, tries - 1), 100)
}
