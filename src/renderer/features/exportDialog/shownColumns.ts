import type { Column } from '#shared/model/column.ts'
import type { ViewSettings } from '#shared/model/view.ts'

/** The columns of a table as a view orders them; those it does not name follow in their own order. */
export function columnsInView(columns: readonly Column[], settings: Pick<ViewSettings, 'columns'>): { shown: Column[]; all: Column[] } {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const named = settings.columns.flatMap(({ columnId }) => byId.get(columnId) ?? [])
  const all = [...named, ...columns.filter((column) => !named.includes(column))]
  const hidden = new Set(settings.columns.filter((column) => column.hidden).map((column) => column.columnId))
  return { shown: all.filter((column) => !hidden.has(column.id)), all }
}
