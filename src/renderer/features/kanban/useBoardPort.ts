import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { announceGrid } from '#renderer/shell/gridPort.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useBeginRow } from '#renderer/shell/useBeginRow.ts'
import type { Lane } from './lanes.ts'
import type { BoardInput } from './useBoardInput.ts'

type BoardPortInput = {
  shown: BoardInput
  laneColumn: Column
  lanes: readonly Lane[]
  root: RefObject<HTMLElement | null>
  onFocusSearch: () => void
}

/** What commands ask of the board, as they do of the grid. The answer begins a row in a lane; its page opens, to be filled in. */
export function useBoardPort({ shown, laneColumn, lanes, root, onFocusSearch }: BoardPortInput): (laneKey: string) => void {
  const { tableId, query } = shown
  const begin = useBeginRow(tableId, query)
  const latest = useRef(lanes)
  useLayoutEffect(() => {
    latest.current = lanes
  })

  const add = useCallback(
    async (cells: { columnId: number; value: CellValue }[]) => {
      try {
        const rowId = await begin({ cells })
        if (rowId === null) return
        useShell.getState().openBegunRow({ tableId, rowId })
        const { position } = await call('rows.position', { tableId, query, rowId })
        if (position === null) useNotices.getState().notify({ tone: 'done', text: (t) => t('grid.addedOutsideFilter') })
      } catch (thrown) {
        notifyError(errorOf(thrown))
      }
    },
    [begin, tableId, query],
  )
  const addTo = useCallback(
    (laneKey: string) => {
      const value = latest.current.find(({ key }) => key === laneKey)?.value ?? null
      void add(value === null ? [] : [{ columnId: laneColumn.id, value }])
    },
    [add, laneColumn.id],
  )
  useEffect(
    () =>
      announceGrid({
        addRow: () => void add([]),
        deleteSelectedRows: () => undefined,
        selectedRows: () => 0,
        focusSearch: onFocusSearch,
        // Cells are found in the grid; here what is searched for narrows the lanes.
        openFind: onFocusSearch,
        focusGrid: () => root.current?.querySelector<HTMLElement>('.card[tabindex="0"]')?.focus(),
      }),
    [add, root, onFocusSearch],
  )
  return addTo
}
