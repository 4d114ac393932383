import type { Column } from '#shared/model/column.ts'
import type { ViewColumn, ViewSettings } from '#shared/model/view.ts'
import { arrangeColumns, defaultWidth, viewColumnsOf } from '../../grid/viewColumns.ts'

/** The view's columns with a new one just before another: a view that names its columns would show it last. */
export function placedBefore(added: Column, beforeColumnId: number, columns: readonly Column[], settings: ViewSettings): ViewColumn[] {
  const arranged = viewColumnsOf(
    arrangeColumns(
      columns.filter((column) => column.id !== added.id),
      settings,
    ),
  )
  const at = arranged.findIndex((column) => column.columnId === beforeColumnId)
  const place = at === -1 ? arranged.length : at
  return arranged.toSpliced(place, 0, { columnId: added.id, width: defaultWidth(added.type), hidden: false })
}
