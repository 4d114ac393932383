import type { AppError } from '#shared/contract/error.ts'
import type { FoundCell, Pattern } from '#shared/contract/replace.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { onEvent } from '#renderer/client/events.ts'
import type { Input } from '#renderer/client/operations.ts'
import { useSame } from '#renderer/ui/useSame.ts'
import type { ChosenCells } from '#renderer/grid/gridReader.ts'

/** What is looked through: a view's columns, one of them, or the cells that were chosen. */
export type FindScope = Pick<Input<'find.cells'>, 'tableId' | 'query' | 'columnIds' | 'between'>

export type Finding = {
  /** Null before the first answer. */
  count: number | null
  found: FoundCell | null
  busy: boolean
  error: AppError | null
  /** Goes so many found cells on, or back. */
  step: (by: number) => void
  /** Looks again, from where it stands. */
  again: () => void
}

/** A scope over the view, narrowed to a column or to chosen cells. */
export function scopeOf(tableId: number, query: RowQuery, columnIds: number[], chosen: ChosenCells | null): FindScope {
  if (chosen === null) return { tableId, query, columnIds, between: null }
  return { tableId, query, columnIds: [...chosen.columnIds], between: { first: chosen.first, last: chosen.last } }
}

/** Looks for a pattern while it is typed and shows each cell found; a change of the table counts anew. */
export function useFind(scope: FindScope, pattern: Pattern, show: (found: FoundCell) => void): Finding {
  const [state, setState] = useState<Pick<Finding, 'count' | 'found' | 'busy' | 'error'>>({ count: null, found: null, busy: false, error: null })
  const controller = useRef<AbortController | null>(null)
  const place = useRef<FoundCell | null>(null)
  const asked = useSame({ ...scope, pattern })

  const look = useCallback(
    async (at: number | null, isShown: boolean) => {
      controller.current?.abort()
      if (asked.pattern.text === '') return setState({ count: null, found: null, busy: false, error: null })
      const own = new AbortController()
      controller.current = own
      setState((was) => ({ ...was, busy: true, error: null }))
      const after = place.current === null ? null : { rowIndex: place.current.rowIndex, columnId: place.current.columnId }
      try {
        const { count, found } = await call('find.cells', { ...asked, at, after }, { signal: own.signal })
        setState({ count, found, busy: false, error: null })
        if (found === null) return
        place.current = found
        if (isShown) show(found)
      } catch (thrown) {
        const error = errorOf(thrown)
        if (error.code !== 'cancelled') setState({ count: null, found: null, busy: false, error })
      }
    },
    [asked, show],
  )

  useEffect(() => {
    const timer = setTimeout(() => void look(null, true), 160)
    return () => clearTimeout(timer)
  }, [look])
  useEffect(() => () => controller.current?.abort(), [])
  useEffect(
    () =>
      onEvent('changed', ({ tables }) => {
        if (tables.some(({ tableId }) => tableId === scope.tableId)) void look(null, false)
      }),
    [look, scope.tableId],
  )

  const { count, found } = state
  const step = useCallback(
    (by: number) => {
      if (count === null || count === 0) return void look(null, true)
      void look(((found?.at ?? -by) + by + count) % count, true)
    },
    [look, count, found],
  )
  const again = useCallback(() => void look(null, true), [look])
  return { ...state, step, again }
}
