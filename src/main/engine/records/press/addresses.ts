import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { plainNumber } from '#shared/lib/formatNumber.ts'
import { columnsOfAction } from '#shared/model/button.ts'
import { addressOf } from '#shared/model/buttonAddress.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import type { ReadContext } from '../../store/context.ts'
import { cellsOf } from '../page.ts'

/** The addresses a button opens for a row; a failure where one of them is none. */
export function addressesFor(context: ReadContext, button: ColumnOf<'button'>, rowId: number): string[] {
  const actions = button.settings.actions.filter((action) => action.kind === 'openUrl')
  if (actions.length === 0) return []
  const columnIds = [...new Set(actions.flatMap(columnsOfAction))]
  const values = cellsOf(context, button.tableId, columnIds, [rowId]).get(rowId) ?? []
  const textOf = (columnId: number): string => textOfCell(context, columnId, values[columnIds.indexOf(columnId)] ?? null)
  return actions.map((action) => {
    const address = addressOf(action.address, textOf)
    if (address.ok) return address.value
    const named = columnsOfAction(action).map((id) => context.schema.columns.get(id)?.name ?? '')
    if (address.failure === 'empty' && named.length > 0) throw new Failure(appError('button.noAddress', { columns: named.join('、') }))
    const told = action.address.map((part) => (typeof part === 'string' ? part : textOf(part.columnId))).join('')
    throw new Failure(appError('button.badAddress', { address: told.slice(0, 120) }))
  })
}

/** What a program reads: numbers in plain digits, days as ISO, anything else as a person reads it. */
function textOfCell({ schema }: ReadContext, columnId: number, value: CellValue): string {
  const column = schema.columns.get(columnId)
  if (column === undefined || value === null) return ''
  const shown: Column = displayColumn(column, schema.columns)
  if (shown.type === 'number' && typeof value === 'number') return plainNumber(value)
  if (shown.type === 'date' || shown.type === 'dateTime') return String(value)
  return formatCell(shown, value, { lang: 'zh-CN', members: [...schema.members.values()] })
}
