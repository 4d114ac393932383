import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { cellsOfRow } from './history/logCodec.ts'
import { entryBytes } from './history/undo.ts'
import type { WriteContext } from './history/writeContext.ts'
import { storableValue, updateCells, writableColumn } from './records/cells.ts'
import { requireFilled } from './records/required.ts'
import { sql, tableRef } from './store/sql.ts'

/** One value out of the history of a row, put back into its cell: a change of its own. */
export function restoreCell(context: WriteContext, input: ParsedInput<'history.restoreCell'>): OperationOutput<'history.restoreCell'> {
  const { tableId, rowId, columnId, side } = input
  const column = writableColumn(context, tableId, columnId)
  const past = cellsOfRow(entryBytes(context.db, input.entryId), tableId, rowId).cells.find((cell) => cell.columnId === columnId)
  if (past === undefined) throw new Failure(appError('history.nothing'))
  if (context.db.ids(sql`select id from ${tableRef(tableId)} where id = ${rowId}`).length === 0) throw new Failure(appError('row.notFound'))
  const value = storableValue(context, column, past[side])
  requireFilled(column, value)
  return { updated: updateCells(context, tableId, columnId, [rowId], [value]) }
}
