import type { Filter } from '#shared/model/filter.ts'
import type { Base } from '../../client/base.ts'
import { useShell } from '../../shell/state.ts'

/** Shows these rows in their table, in the view that hides none; `label` says which they are. */
export function openRows(base: Pick<Base, 'viewsOf'>, tableId: number, label: string, filter: Filter): void {
  const shell = useShell.getState()
  const everything = base.viewsOf(tableId).find((view) => view.settings.filter === null)
  if (everything === undefined) shell.openTable(tableId)
  else shell.openView(tableId, everything.id)
  shell.setChartFilter({ tableId, label, filter })
}
