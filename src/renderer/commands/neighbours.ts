import type { Base } from '../client/base.ts'
import { useShell } from '../shell/state.ts'
import { currentView } from '../shell/useView.ts'

/** Opens the table so many places below the current one, round and round. */
export function openTableBeside(base: Base | null, step: number): void {
  if (base === null) return
  const { tableId, openTable } = useShell.getState()
  const table = beside(base.tables, tableId, step)
  if (table !== undefined) openTable(table.id)
}

/** Opens the view so many places after the current one. */
export function openViewBeside(base: Base | null, step: number): void {
  const { tableId, viewIds, openView } = useShell.getState()
  if (base === null || tableId === null) return
  const view = beside(base.viewsOf(tableId), currentView(base, tableId, viewIds)?.id ?? null, step)
  if (view !== undefined) openView(tableId, view.id)
}

function beside<Item extends { id: number }>(items: readonly Item[], id: number | null, step: number): Item | undefined {
  const at = items.findIndex((item) => item.id === id)
  return items.at((at + step + items.length) % items.length)
}
