import type { GridApi, IDatasource } from 'ag-grid-community'
import type { AppError } from '#shared/contract/error.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import { columnsOfFilter } from '#shared/model/filter.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { onEvent } from '../client/events.ts'
import type { Subtotals } from './useSubtotals.ts'
import { useCellRange } from './useCellRange.ts'
import { lineCount, linesOf, type GridLine, type Places } from './gridLine.ts'

export const blockSize = 100

export type ListInput = { tableId: number; query: RowQuery; collapsed: readonly string[]; columnIds: readonly number[]; colors: readonly ColorRule[] }
export type Lines = {
  source: IDatasource
  /** Of the last page read; null before the first. */
  counts: { lines: number; rows: number } | null
  error: AppError | null
  /** Whether another list is on its way while the last one is still on screen. */
  busy: boolean
  /** Reads again what is on screen, keeping it there meanwhile. */
  refresh: () => void
}

/**
 * The rows of the grid, read in blocks as it scrolls. What is on screen stays until its next state arrives,
 * whether a filter, a sort or somebody's edit changed it: nothing flashes and nothing jumps.
 */
export function useLines(
  api: GridApi<GridLine> | null,
  input: ListInput,
  canAdd: boolean,
  { filled }: Subtotals,
  /** Columns, of other tables too, that cells are answered by: those a button's condition asks. */
  askedIds: readonly number[],
): Lines {
  const [counts, setCounts] = useState<Lines['counts']>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [shownInput, setShownInput] = useState<ListInput | null>(null)
  const latest = useRef({ input, canAdd })
  const asked = useRef(askedIds)
  useLayoutEffect(() => {
    latest.current = { input, canAdd }
    asked.current = askedIds
  })

  const source = useMemo<IDatasource>(
    () => ({
      getRows: ({ startRow, endRow, successCallback, failCallback }) => {
        const wanted = latest.current
        const { columnIds, colors, ...list } = wanted.input
        const limit = endRow - startRow
        call('rows.page', { ...list, collapsed: [...list.collapsed], columnIds: [...columnIds], colors: [...colors], offset: startRow, limit }).then(
          (page) => {
            setError(null)
            setShownInput(wanted.input)
            // Of a list that is no longer asked for, only the newest answer counts.
            if (wanted === latest.current || wanted.input === latest.current.input)
              setCounts((was) => (was?.lines === page.total && was.rows === page.rowCount ? was : { lines: page.total, rows: page.rowCount }))
            successCallback(filled(linesOf(page, placesOf(columnIds), startRow, limit, wanted.canAdd), wanted.input), lineCount(page, wanted.canAdd))
          },
          (thrown: unknown) => {
            setError(errorOf(thrown))
            setShownInput(wanted.input)
            failCallback()
          },
        )
      },
    }),
    [filled],
  )

  const refresh = useCallback(() => api?.refreshInfiniteCache(), [api])

  const known = useRef<ListInput | null>(null)
  useEffect(() => {
    if (known.current !== null && known.current !== input) {
      const moved = known.current.query !== input.query
      if (moved) toTop(api)
      refresh()
    }
    known.current = input
  }, [api, input, refresh])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const stop = onEvent('changed', ({ tables }) => {
      const { tableId, query } = latest.current.input
      // A filter may ask something of linked rows, which are of other tables.
      const read = [...columnsOfFilter(query.filter), ...asked.current]
      if (!tables.some((touched) => touched.tableId === tableId || touched.columnIds.some((id) => read.includes(id)))) return
      // An import commits many times a second; once every so often is enough to see it grow.
      timer ??= setTimeout(() => {
        timer = null
        refresh()
      }, 40)
    })
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [refresh])

  return { source, counts, error, busy: shownInput !== null && shownInput !== input, refresh }
}

/** Another list begins at its top. A cell left in focus far below would pull the view back to itself. */
function toTop(api: GridApi<GridLine> | null): void {
  if (api === null) return
  api.clearFocusedCell()
  useCellRange.getState().set(null)
  if (api.getDisplayedRowCount() > 0) api.ensureIndexVisible(0, 'top')
}

const placesByColumns = new WeakMap<readonly number[], Places>()

function placesOf(columnIds: readonly number[]): Places {
  const known = placesByColumns.get(columnIds)
  if (known !== undefined) return known
  const places = new Map(columnIds.map((columnId, place) => [columnId, place]))
  placesByColumns.set(columnIds, places)
  return places
}
