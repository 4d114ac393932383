import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import type { Pressed, RowRef } from '#shared/contract/records.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { ButtonCell } from '#shared/model/button.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import { buttonLabel } from '#shared/model/columns/button.ts'
import { pressedValue } from '#shared/model/columns/buttonCell.ts'
import { buttonProblem } from '#shared/model/columns/buttonProblem.ts'
import type { Moment } from '#shared/model/columns/defaults.ts'
import type { WriteContext } from '../../history/writeContext.ts'
import { classColumnIds } from '../../store/schema.ts'
import { sql, tableRef } from '../../store/sql.ts'

import { linkColumn, titleSql } from '../reads.ts'
import { insertRows, requireRows, updateRows } from '../writes.ts'
import { addressesFor } from './addresses.ts'
import { offeredTo } from './offered.ts'

/** Does for a row what a button is set to. Anything that cannot be done ends the write, and nothing of it stands. */
export function press(context: WriteContext, input: ParsedInput<'rows.press'>): OperationOutput<'rows.press'> {
  const { tableId, rowId } = input
  const button = buttonColumn(context, input)
  requireRows(context, tableId, [rowId])
  const classes = classColumnIds(context.schema)
  const problem = buttonProblem(button, context.schema.columns, (id) => classes.has(id))
  if (problem !== null) throw new Failure(problem)
  const label = buttonLabel(button)
  if (!offeredTo(context, button, [rowId]).has(rowId)) throw new Failure(appError('button.notForRow', { name: label }))
  context.nameEntry(label)
  // Read before anything is written: an address tells of the row as it stood when the button was pressed.
  const pressed: Pressed = { label, updated: 0, added: 0, addresses: addressesFor(context, button, rowId), open: null }
  for (const action of button.settings.actions) {
    switch (action.kind) {
      case 'openUrl':
        break
      case 'setCells':
        if (action.cells.length > 0) {
          updateRows(context, { tableId, rows: [{ id: rowId, cells: valuesOf(context, action.cells) }] })
          pressed.updated += action.cells.length
        }
        break
      case 'addLinked': {
        const added = addLinked(context, linkColumn(context, action.linkColumnId), rowId, action)
        pressed.added += 1
        if (action.open) pressed.open = added
        break
      }
    }
  }
  return pressed
}

function buttonColumn({ schema }: WriteContext, { tableId, columnId }: ParsedInput<'rows.press'>): ColumnOf<'button'> {
  const column = schema.columns.get(columnId)
  if (column?.type !== 'button' || column.tableId !== tableId) throw new Failure(appError('column.notFound'))
  return column
}

function addLinked(
  context: WriteContext,
  link: ColumnOf<'link'>,
  rowId: number,
  { cells, open }: { cells: readonly ButtonCell[]; open: boolean },
): RowRef {
  const tableId = link.settings.otherTableId
  const made = { cells: valuesOf(context, cells), links: [{ columnId: link.settings.otherColumnId, rowIds: [rowId] }] }
  // A row whose page is not opened is finished: nobody is there to fill in the rest.
  const [id = 0] = insertRows(context, { tableId, rows: [made], begun: open }).ids
  const [row] = context.db.rows(sql`select ${titleSql(context, tableId, 'r')} from ${tableRef(tableId)} r where r.id = ${id}`)
  return { tableId, id, title: String(row?.[0] ?? '') }
}

function valuesOf(context: WriteContext, cells: readonly ButtonCell[]) {
  return cells.flatMap((cell) => {
    const column = context.schema.columns.get(cell.columnId)
    return column === undefined ? [] : [{ columnId: cell.columnId, value: pressedValue(column, cell, momentOf(context)) }]
  })
}

const momentOf = ({ today, now, actorId }: WriteContext): Moment => ({ today, now, me: actorId })
