import type { AppError } from '../../contract/error.ts'
import { appError } from '../../i18n/appError.ts'
import { columnsOfAction, type ButtonAction, type ButtonCell } from '../button.ts'
import { computedColumnTypes, type Column, type ColumnOf } from '../column.ts'
import { columnsOfFilter, comparedColumn, isLinkedCondition, type Filter } from '../filter.ts'
import { readIds } from '../idList.ts'
import { buttonLabel } from './button.ts'
import { canDefault, momentPresets } from './defaults.ts'
import { displayColumn, type ColumnsById } from './display.ts'
import { columnKind } from './registry.ts'

/** Why a button cannot do what it is set to, for whatever row: the first reason found, or null. */
export function buttonProblem(button: ColumnOf<'button'>, columns: ColumnsById, isFilled: (columnId: number) => boolean): AppError | null {
  const { actions, condition } = button.settings
  const name = buttonLabel(button)
  if (actions.length === 0) return appError('button.noActions', { name })
  if (columnsOfFilter(condition).some((id) => !columns.has(id))) return appError('button.conditionGone', { name })
  if (condition !== null && !asksWell(condition, button.tableId, columns)) return appError('button.conditionUnfit', { name })
  for (const [index, action] of actions.entries()) {
    const step = index + 1
    if (columnsOfAction(action).some((id) => !columns.has(id))) return appError('button.columnGone', { name, step })
    const column = unfit(action, button.tableId, columns, isFilled)
    if (column !== null) return appError('button.cannotFill', { name, step, column: column.name })
  }
  return null
}

/** A column the action cannot use as it is set to; null where all fit. */
function unfit(action: ButtonAction, tableId: number, columns: ColumnsById, isFilled: (columnId: number) => boolean): Column | null {
  const outside = (cells: readonly ButtonCell[], ofTable: number): Column | null =>
    found(cells, columns, ({ cell, column }) => column.tableId !== ofTable || isFilled(column.id) || !takes(column, cell))
  switch (action.kind) {
    case 'openUrl':
      return found(
        action.address.filter((part) => typeof part !== 'string'),
        columns,
        ({ column }) => column.tableId !== tableId || column.type === 'button',
      )
    case 'setCells':
      return outside(action.cells, tableId)
    case 'addLinked': {
      const link = columns.get(action.linkColumnId)
      if (link === undefined) return null
      if (link.type !== 'link' || link.tableId !== tableId) return link
      return outside(action.cells, link.settings.otherTableId)
    }
  }
}

function found<Named extends { columnId: number }>(
  named: readonly Named[],
  columns: ColumnsById,
  isMeant: (pair: { cell: Named; column: Column }) => boolean,
): Column | null {
  for (const cell of named) {
    const column = columns.get(cell.columnId)
    if (column !== undefined && isMeant({ cell, column })) return column
  }
  return null
}

/** Columns a button may write into: those a person types into, and not by choosing rows or files. */
export const canBePressedInto = (column: Column): boolean => canDefault(column.type) && !computedColumnTypes.has(column.type)

/** Whether what the button writes is of the column's kind; whether it may hold that very value is asked when it is pressed. */
function takes(column: Column, cell: ButtonCell): boolean {
  if (!canBePressedInto(column)) return false
  if (cell.kind === 'value' && (column.type === 'singleSelect' || column.type === 'multipleSelect'))
    return readIds(cell.value).every((id) => column.settings.options.some((option) => option.id === id))
  return cell.kind === 'value' || momentPresets(column.type).includes(cell.kind)
}

/** Whether each condition asks what its column can answer. */
function asksWell(filter: Filter, tableId: number, columns: ColumnsById): boolean {
  if (filter.off === true) return true
  if (filter.kind !== 'condition') return filter.items.every((item) => asksWell(item, tableId, columns))
  const column = columns.get(filter.columnId)
  if (column === undefined || column.tableId !== tableId) return false
  if (!columnKind(displayColumn(column, columns).type).operators.includes(filter.operator)) return false
  const compared = comparedColumn(filter)
  if (compared !== null && columns.get(compared.columnId)?.tableId !== tableId) return false
  if (!isLinkedCondition(filter)) return true
  return column.type === 'link' && asksWell(filter.value, column.settings.otherTableId, columns)
}
