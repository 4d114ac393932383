import type { Filter } from '#shared/model/filter.ts'
import { emptyViewSettings, groupsInForce, type RowQuery, type View } from '#shared/model/view.ts'
import { useMemo } from 'react'
import type { Base } from '../client/base.ts'
import { useBase } from '../client/useBase.ts'
import { useSame } from '../ui/useSame.ts'
import { useShell } from './state.ts'
import { useViewDrafts } from './viewDrafts.ts'

/** The view the person is looking at in a table: the one last chosen, or the first. */
export function currentView(base: Base, tableId: number, viewIds: Readonly<Record<number, number>>): View | undefined {
  const views = base.viewsOf(tableId)
  return views.find((view) => view.id === viewIds[tableId]) ?? views[0]
}

/** The current view of a table, with changes that are still on their way to the file. */
export function useView(tableId: number): View | undefined {
  const base = useBase()
  const viewIds = useShell((state) => state.viewIds)
  const view = currentView(base, tableId, viewIds)
  const draft = useViewDrafts((state) => (view === undefined ? undefined : state.drafts[view.id]))
  return useMemo(() => (view === undefined || draft === undefined ? view : { ...view, settings: draft }), [view, draft])
}

/** Which rows the grid's charts stand for: the view's filter and the search, without the chart's own filter. */
export function useViewFilter(tableId: number): { filter: Filter | null; search: string } {
  const view = useView(tableId)
  const search = useShell((state) => state.searches[tableId] ?? '')
  const filter = view?.settings.filter ?? null
  return useMemo(() => ({ filter, search }), [filter, search])
}

/** Which rows the grid shows, and in what order: view, search, and what was clicked in a chart. */
export function useRowQuery(tableId: number): RowQuery {
  const view = useView(tableId)
  const search = useShell((state) => state.searches[tableId] ?? '')
  const chartFilter = useShell((state) => state.chartFilter)
  const settings = view?.settings ?? emptyViewSettings
  const filter = both(settings.filter, chartFilter?.tableId === tableId ? chartFilter.filter : null)
  // Equal queries are the same object, so that moving a column does not read the rows again.
  return useSame({ filter, sorts: settings.sorts, groups: groupsInForce(settings), search })
}

function both(one: Filter | null, other: Filter | null): Filter | null {
  if (one === null) return other
  return other === null ? one : { kind: 'and', items: [one, other] }
}
