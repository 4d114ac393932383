import type { GridApi } from 'ag-grid-community'
import type { Lang } from '#shared/i18n/lang.ts'
import type { Schema } from '../client/schema.ts'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { isEditable } from '../cells/cellEdit.ts'
import { notifyError } from '../shell/notices.ts'
import { rectangleOf } from './cellRange.ts'
import type { GridLine } from './gridLine.ts'
import { rowsBetween, shownColumnIds } from './gridReader.ts'
import { useCellRange } from './useCellRange.ts'
import type { ListInput } from './useLines.ts'

/** Empties the chosen cells; links are let go, computed cells stay. */
export async function clearCells(api: GridApi<GridLine>, list: ListInput, schema: Schema, lang: Lang): Promise<void> {
  const { range } = useCellRange.getState()
  if (range === null || schema.readOnly) return
  const { firstLine, lastLine, columnIds } = rectangleOf(range, shownColumnIds(api))
  const columns = columnIds.flatMap((id) => schema.column(id) ?? []).filter((column) => isEditable(column, schema))
  try {
    const lines = await rowsBetween(api, list, firstLine, lastLine)
    const cells = columns.filter(({ type }) => type !== 'link').map(({ id }) => ({ columnId: id, value: null }))
    if (cells.length > 0 && lines.length > 0) await call('rows.update', { tableId: list.tableId, rows: lines.map(({ id }) => ({ id, cells })) })
    for (const { id: linkColumnId } of columns.filter(({ type }) => type === 'link'))
      for (const { id: rowId } of lines) await call('rows.setLinks', { linkColumnId, rowId, rowIds: [] })
  } catch (thrown) {
    notifyError(errorOf(thrown), lang)
  }
}
