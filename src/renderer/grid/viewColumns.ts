import type { Column, ColumnType } from '#shared/model/column.ts'
import type { ViewColumn, ViewSettings } from '#shared/model/view.ts'

export type ArrangedColumn = { column: Column; width: number; hidden: boolean; frozen: boolean }

/** The columns of a table as a view shows them: those it names in its order, then the others in theirs. */
export function arrangeColumns(columns: readonly Column[], settings: Pick<ViewSettings, 'columns' | 'frozenColumns'>): ArrangedColumn[] {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const named = settings.columns.flatMap(({ columnId, width, hidden }) => {
    const column = byId.get(columnId)
    byId.delete(columnId)
    return column === undefined ? [] : [{ column, width, hidden }]
  })
  const others = [...byId.values()].map((column) => ({ column, width: defaultWidth(column.type), hidden: false }))
  let shown = 0
  return [...named, ...others].map((one) => {
    if (!one.hidden) shown += 1
    return { ...one, frozen: !one.hidden && shown <= settings.frozenColumns }
  })
}

/** What a view keeps of an arrangement. */
export function viewColumnsOf(arranged: readonly ArrangedColumn[]): ViewColumn[] {
  return arranged.map(({ column, width, hidden }) => ({ columnId: column.id, width, hidden }))
}

/** The view's columns with one hidden or shown. */
export function withHidden(arranged: readonly ArrangedColumn[], columnId: number, hidden: boolean): ViewColumn[] {
  return viewColumnsOf(arranged.map((one) => (one.column.id === columnId ? { ...one, hidden } : one)))
}

/** The view's columns with one moved to the place of another. */
export function withMoved(arranged: readonly ArrangedColumn[], columnId: number, toColumnId: number): ViewColumn[] {
  const from = arranged.findIndex(({ column }) => column.id === columnId)
  const to = arranged.findIndex(({ column }) => column.id === toColumnId)
  const moved = arranged[from]
  if (moved === undefined || to === -1) return viewColumnsOf(arranged)
  return viewColumnsOf(arranged.toSpliced(from, 1).toSpliced(to, 0, moved))
}

/** How wide a new column of this type stands. */
export function defaultWidth(type: ColumnType): number {
  return widths[type] ?? 128
}

const widths: Partial<Record<ColumnType, number>> = {
  text: 168,
  longText: 240,
  number: 112,
  checkbox: 80,
  date: 112,
  dateTime: 148,
  multipleSelect: 168,
  member: 104,
  phone: 132,
  email: 184,
  address: 240,
  image: 120,
  file: 168,
  signature: 120,
  autoNumber: 120,
  createdTime: 148,
  modifiedTime: 148,
  link: 184,
  lookup: 136,
}
