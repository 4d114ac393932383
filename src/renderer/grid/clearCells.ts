import type { GridApi } from 'ag-grid-community'
import type { Lang } from '#shared/i18n/lang.ts'
import type { Column } from '#shared/model/column.ts'
import type { Schema } from '../client/schema.ts'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { canLock, isEditable } from '../cells/cellEdit.ts'
import { askToLock } from '../locks/locking.ts'
import { notifyError } from '../shell/notices.ts'
import { rectangleOf, type CellPlace } from './cellRange.ts'
import type { GridLine } from './gridLine.ts'
import { rowsBetween, shownColumnIds } from './gridReader.ts'
import { useCellRange } from './useCellRange.ts'
import type { ListInput } from './useLines.ts'

/** Says which required columns kept their cells; `place` when one cell alone was to be emptied. */
type OnKept = (columns: readonly Column[], place: CellPlace | null) => void

/** Empties the chosen cells; links are let go, computed and required cells stay. */
export async function clearCells(api: GridApi<GridLine>, list: ListInput, schema: Schema, lang: Lang, onKept: OnKept): Promise<void> {
  const { range } = useCellRange.getState()
  if (range === null || schema.readOnly) return
  const { firstLine, lastLine, columnIds } = rectangleOf(range, shownColumnIds(api))
  const chosen = columnIds.flatMap((id) => schema.column(id) ?? []).filter((column) => isEditable(column, schema))
  const columns = chosen.filter(({ required }) => !required)
  if (columns.length < chosen.length) {
    const isOne = firstLine === lastLine && columnIds.length === 1
    onKept(
      chosen.filter(({ required }) => required),
      isOne ? range.from : null,
    )
  }
  // A class alone is not emptied but set by hand, or given back; among others it stays.
  const [only] = columnIds.length === 1 ? columnIds.flatMap((id) => schema.column(id) ?? []) : []
  const locked = only !== undefined && canLock(only, schema) ? only : null
  if (columns.length === 0 && locked === null) return
  try {
    const lines = await rowsBetween(api, list, firstLine, lastLine)
    if (locked !== null) {
      if (lines.length > 0) askToLock({ tableId: locked.tableId, columnId: locked.id, rowIds: lines.map(({ id }) => id) })
      return
    }
    const cells = columns.filter(({ type }) => type !== 'link').map(({ id }) => ({ columnId: id, value: null }))
    if (cells.length > 0 && lines.length > 0) await call('rows.update', { tableId: list.tableId, rows: lines.map(({ id }) => ({ id, cells })) })
    for (const { id: linkColumnId } of columns.filter(({ type }) => type === 'link'))
      for (const { id: rowId } of lines) await call('rows.setLinks', { linkColumnId, rowId, rowIds: [] })
  } catch (thrown) {
    notifyError(errorOf(thrown))
  }
}
