import type { Column } from '#shared/model/column.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useMemo, type RefObject } from 'react'
import { isEditable } from '#renderer/cells/cellEdit.ts'
import { useSchema } from '#renderer/client/useBase.ts'
import { useCellContext } from '#renderer/client/useFormat.ts'
import type { Input } from '#renderer/client/operations.ts'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import type { GroupLine } from '#renderer/grid/gridLine.ts'
import type { GridHandle } from '#renderer/grid/Grid.tsx'
import { useRowSelection } from '#renderer/grid/rowSelection.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useBeginRow } from '#renderer/shell/useBeginRow.ts'
import { rowInGroup } from './rowInGroup.ts'

export type RowDeeds = {
  addRow: () => void
  /** A row that holds what the rows of a group do. */ addInGroup: (group: GroupLine) => void
  deleteSelectedRows: () => void
  deleteRow: (rowId: number) => void
}

/** Adding a row where it can be seen, and deleting the ticked ones. */
export function useRowDeeds(tableId: number, query: RowQuery, collapsed: readonly string[], grid: RefObject<GridHandle | null>): RowDeeds {
  const schema = useSchema()
  const context = useCellContext()
  const begin = useBeginRow(tableId, query)

  return useMemo(() => {
    const addInGroup = async (group: GroupLine) => {
      const member = await call('rows.get', { tableId, rowId: group.firstRowId })
      const canEdit = (column: Column) => isEditable(column, schema)
      await add(rowInGroup([...group.heads, group], query.groups, member, context.today, schema.column, canEdit))
    }
    const add = async (row: Input<'rows.insert'>['rows'][number]) => {
      const id = await begin(row)
      if (id === null) return
      const { position } = await call('rows.position', { tableId, query, collapsed: [...collapsed], rowId: id })
      if (position !== null) return grid.current?.show(position, true)
      useShell.getState().openRow({ tableId, rowId: id })
      useNotices.getState().notify({ tone: 'done', text: (t) => t('grid.addedOutsideFilter') })
    }
    const remove = async (rowIds: number[]) => {
      if (rowIds.length === 0) return
      const { removed } = await call('rows.delete', { tableId, rowIds })
      useRowSelection.getState().clear()
      useNotices.getState().notify({
        tone: 'done',
        text: (t) => t('grid.deletedRows', { count: removed }),
        canUndo: true,
      })
    }
    const attempt = (deed: () => Promise<void>) => void deed().catch((thrown: unknown) => notifyError(errorOf(thrown)))
    return {
      addRow: () => attempt(() => add({ cells: [] })),
      addInGroup: (group) => attempt(() => addInGroup(group)),
      deleteSelectedRows: () => attempt(() => remove([...useRowSelection.getState().ids])),
      deleteRow: (rowId) => attempt(() => remove([rowId])),
    }
  }, [tableId, query, collapsed, grid, schema, context, begin])
}
