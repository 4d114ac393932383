import type { RowQuery } from '#shared/model/view.ts'
import { useMemo } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { useRowSelection } from '#renderer/grid/rowSelection.ts'
import { notifyError } from '#renderer/shell/notices.ts'

/** Ticks every row of the list by the box in the corner, or none. */
export function useTickAll(tableId: number, query: RowQuery, rows: number): { toggleAll: () => void; allTicked: boolean } {
  const ticked = useRowSelection((state) => state.ids.size)
  const allTicked = rows > 0 && ticked >= rows
  return useMemo(
    () => ({
      allTicked,
      toggleAll: () => {
        if (allTicked) return useRowSelection.getState().clear()
        void idsOf(tableId, { ...query, groups: [] }).then(
          (ids) => useRowSelection.getState().set(ids, null),
          (thrown: unknown) => notifyError(errorOf(thrown)),
        )
      },
    }),
    [tableId, query, allTicked],
  )
}

async function idsOf(tableId: number, query: RowQuery): Promise<Set<number>> {
  const ids = new Set<number>()
  for (let offset = 0, total = 1; offset < total; offset += 1000) {
    const page = await call('rows.page', { tableId, query, columnIds: [], offset, limit: 1000 })
    total = page.total
    for (const item of page.items) if (item.kind === 'row') ids.add(item.id)
  }
  return ids
}
