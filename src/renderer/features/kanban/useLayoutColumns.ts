import type { Column } from '#shared/model/column.ts'
import { canMakeLanes, fitsCard, usualCardColumns, type KanbanLayout } from '#shared/model/viewLayout.ts'
import type { View } from '#shared/model/view.ts'
import { useMemo } from 'react'
import { useSchema } from '#renderer/client/useBase.ts'
import { arrangeColumns } from '#renderer/grid/viewColumns.ts'

/** What a kanban is made of by now: columns that are gone are left out. */
export type LayoutColumns = {
  /** Undefined where it is gone, or cannot make lanes any more. */ lanes: Column | undefined
  title: Column | undefined
  card: readonly Column[]
}

export function useLayoutColumns(view: View, layout: KanbanLayout): LayoutColumns {
  const schema = useSchema()
  const { tableId, settings } = view
  return useMemo(() => {
    const columns = schema.columnsOf(tableId)
    const lanes = columns.find((column) => column.id === layout.columnId && canMakeLanes(column))
    const title = schema.primaryColumn(tableId)
    const inView = arrangeColumns(columns, settings).flatMap(({ column, hidden }) => (hidden ? [] : [column]))
    // A lane says what its cards have in common; a class says besides why each of them has it.
    const said = [title?.id, lanes === undefined || schema.schemeOfColumn(lanes.id) !== undefined ? null : lanes.id]
    const card =
      layout.cardColumnIds === null
        ? usualCardColumns(inView, said, schema.shown)
        : layout.cardColumnIds.flatMap((id) => columns.filter((column) => column.id === id && fitsCard(schema.shown(column))))
    return { lanes, title, card }
  }, [schema, tableId, settings, layout])
}
