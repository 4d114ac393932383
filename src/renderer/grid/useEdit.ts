import type { GridApi } from 'ag-grid-community'
import type { Column } from '#shared/model/column.ts'
import { writeFiles } from '#shared/model/file.ts'
import { useCallback, useState } from 'react'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import type { Schema } from '../client/schema.ts'
import { canLock, isEditable, type CellEdit } from '../cells/cellEdit.ts'
import { ratingOfKey } from '../cells/ratingKeys.ts'
import { askToSign } from '../files/signing.ts'
import { askToLock } from '../locks/locking.ts'
import { notifyError, useNotices } from '../shell/notices.ts'
import { cellOf, withCell, type GridLine, type RowLine } from './gridLine.ts'

/** A cell being edited where it stands; `problem` is said beside it from the beginning. */
export type Editing = { place: number; line: RowLine; column: Column; typed: string | null; problem: string | null }

export type Edit = {
  editing: Editing | null
  /** Opens the editor of a cell; false where nothing can be typed. */
  begin: (place: number, columnId: number, typed: string | null, problem?: string) => boolean
  /** Sets a rating by a click on one of its signs; 0 clears it. */
  rate: (place: number, columnId: number, count: number) => void
  end: () => void
  /** Shows the new cell at once and writes it; puts the old one back when that fails. */
  write: (place: number, line: RowLine, columnId: number, edit: CellEdit) => void
}

export function useEdit(api: GridApi<GridLine> | null, schema: Schema): Edit {
  const [editing, setEditing] = useState<Editing | null>(null)

  const write = useCallback<Edit['write']>(
    (place, line, columnId, edit) => {
      const { tableId } = schema.column(columnId) ?? { tableId: 0 }
      const node = api?.getDisplayedRowAtIndex(place)
      const isThere = () => node?.data?.kind === 'row' && node.data.id === line.id
      if (edit.kind === 'value' && isThere()) node?.setData(withCell(line, columnId, edit.value))
      const written =
        edit.kind === 'links'
          ? call('rows.setLinks', { linkColumnId: columnId, rowId: line.id, rowIds: edit.rowIds, seen: edit.seen })
          : call('rows.update', { tableId, rows: [{ id: line.id, cells: [{ columnId, value: edit.value }] }] })
      written.catch((thrown: unknown) => {
        if (isThere()) node?.setData(line)
        notifyError(errorOf(thrown))
      })
    },
    [api, schema],
  )

  const begin = useCallback<Edit['begin']>(
    (place, columnId, typed, problem) => {
      const line = api?.getDisplayedRowAtIndex(place)?.data
      const column = schema.column(columnId)
      if (line?.kind !== 'row' || column === undefined || column.type === 'button') return false
      if (canLock(column, schema)) {
        askToLock({ tableId: column.tableId, columnId, rowIds: [line.id] })
        return true
      }
      if (!isEditable(column, schema)) {
        useNotices.getState().notify({ tone: 'done', text: (t) => t(schema.readOnly ? 'shell.readOnlyText' : 'grid.readOnlyCell') })
        return false
      }
      if (column.type === 'checkbox') {
        write(place, line, columnId, { kind: 'value', value: cellOf(line, columnId) === 1 ? 0 : 1 })
        return true
      }
      const rated = column.type === 'rating' && typed !== null ? ratingOfKey(typed, column.settings.max) : null
      if (rated !== null && !(rated === 0 && column.required)) {
        write(place, line, columnId, { kind: 'value', value: rated === 0 ? null : rated })
        return true
      }
      if (column.type === 'signature') {
        void sign(line, column).then((edit) => edit !== null && write(place, line, columnId, edit))
        return true
      }
      setEditing({ place, line, column, typed, problem: problem ?? null })
      return true
    },
    [api, schema, write],
  )

  const rate = useCallback<Edit['rate']>(
    (place, columnId, count) => {
      const line = api?.getDisplayedRowAtIndex(place)?.data
      const column = schema.column(columnId)
      // What cannot be rated is said as for any edit, and a required rating is not taken away by a second click.
      if (line?.kind !== 'row' || column === undefined || !isEditable(column, schema)) return void begin(place, columnId, null)
      if (count > 0 || !column.required) write(place, line, columnId, { kind: 'value', value: count === 0 ? null : count })
    },
    [api, schema, begin, write],
  )

  const end = useCallback(() => setEditing(null), [])
  return { editing, begin, rate, end, write }
}

/** A signature is drawn in a dialog of its own. */
async function sign(line: RowLine, column: Column): Promise<CellEdit | null> {
  const signed = await askToSign(column.name, cellOf(line, column.id) !== null)
  if (signed === null) return null
  return { kind: 'value', value: signed.kind === 'removed' ? null : writeFiles([signed.file]) }
}
