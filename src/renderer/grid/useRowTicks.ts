import type { GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import { rowHeadId } from './columnDefs.ts'
import type { GridLine } from './gridLine.ts'
import { rowsBetween } from './gridReader.ts'
import { useRowSelection, withToggled } from './rowSelection.ts'
import type { ListInput } from './useLines.ts'

/** Repaints the rows that were ticked or unticked. */
export function useRowTicks(api: GridApi<GridLine> | null): void {
  useEffect(() => {
    if (api === null) return undefined
    return useRowSelection.subscribe((now, before) => {
      // The selection is cleared as the table is left: the grid may be gone by then.
      if (api.isDestroyed()) return
      const rowNodes = api.getRenderedNodes().filter(({ data }) => data?.kind === 'row' && now.ids.has(data.id) !== before.ids.has(data.id))
      if (rowNodes.length === 0) return
      api.refreshCells({ rowNodes, columns: [rowHeadId], force: true })
      for (const node of rowNodes) node.setData(node.data ?? { kind: 'add' })
    })
  }, [api])
}

/** Ticks or unticks one row, or with shift every row from the last one ticked. */
export async function tick(api: GridApi<GridLine>, list: ListInput, place: number, id: number, shift: boolean): Promise<void> {
  const { ids, anchor, set } = useRowSelection.getState()
  if (!shift || anchor === null) return set(withToggled(ids, id), place)
  const lines = await rowsBetween(api, list, Math.min(anchor, place), Math.max(anchor, place))
  set(new Set([...ids, ...lines.map((line) => line.id)]), place)
}
