import { useQueryClient } from '@tanstack/react-query'
import type { AppError } from '#shared/contract/error.ts'
import type { RowDetail } from '#shared/contract/records.ts'
import type { Column } from '#shared/model/column.ts'
import type { CellEdit } from '../../cells/cellEdit.ts'
import { useWrite } from '../../client/useWrite.ts'

/** Writes an edit of one cell; the page shows it at once, and what was there again when it fails. */
export function useSaveCell(column: Column, rowId: number): { save: (edit: CellEdit) => Promise<void>; error: AppError | null } {
  const client = useQueryClient()
  const update = useWrite('rows.update')
  const setLinks = useWrite('rows.setLinks')
  const { tableId, id: columnId } = column
  const save = async (edit: CellEdit) => {
    if (edit.kind === 'links') {
      await setLinks.run({ linkColumnId: columnId, rowId, rowIds: edit.rowIds, seen: edit.seen })
      return
    }
    const key = ['rows.get', { tableId, rowId }]
    const before = client.getQueryData<RowDetail>(key)
    client.setQueryData<RowDetail>(key, (row) => row && { ...row, cells: { ...row.cells, [columnId]: edit.value } })
    const saved = await update.run({ tableId, rows: [{ id: rowId, cells: [{ columnId, value: edit.value }] }] })
    if (saved === null) client.setQueryData(key, before)
  }
  return { save, error: update.error ?? setLinks.error }
}
