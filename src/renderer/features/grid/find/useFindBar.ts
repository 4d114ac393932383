import type { FoundCell } from '#shared/contract/replace.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useCallback, useState, type RefObject } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import type { GridHandle } from '#renderer/grid/Grid.tsx'
import { notifyError } from '#renderer/shell/notices.ts'
import type { FindRequest } from './FindBar.tsx'

type Place = {
  tableId: number
  query: RowQuery
  collapsed: readonly string[]
  grid: RefObject<GridHandle | null>
  /** Opens all groups. */ onUnfold: () => void
}

/** Whether the find bar is open over a grid, and how what it finds is shown there. */
export function useFindBar({ tableId, query, collapsed, grid, onUnfold }: Place) {
  const [request, setRequest] = useState<FindRequest | null>(null)

  const open = useCallback(
    (replace: boolean) => {
      void Promise.resolve(grid.current?.chosen() ?? null)
        .catch(() => null)
        .then((chosen) => {
          setRequest({ tableId, replace, chosen })
          return chosen
        })
    },
    [grid, tableId],
  )
  const close = useCallback(() => {
    setRequest(null)
    grid.current?.focusChosen()
  }, [grid])

  const show = useCallback(
    (found: FoundCell) => {
      const go = async () => {
        const isFlat = query.groups.length === 0
        const { position } = isFlat
          ? { position: found.rowIndex }
          : await call('rows.position', { tableId, query, collapsed: [...collapsed], rowId: found.rowId })
        if (position !== null) return grid.current?.point(position, found.columnId)
        // It lies in a group that is folded.
        const unfolded = await call('rows.position', { tableId, query, collapsed: [], rowId: found.rowId })
        onUnfold()
        if (unfolded.position !== null) grid.current?.point(unfolded.position, found.columnId)
      }
      go().catch((thrown: unknown) => notifyError(errorOf(thrown)))
    },
    [tableId, query, collapsed, grid, onUnfold],
  )
  // Another table is another question.
  return { request: request?.tableId === tableId ? request : null, open, close, show }
}
