import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { buttonSettingsSchema, type ButtonCell, type ButtonSettings } from '#shared/model/button.ts'
import type { Column } from '#shared/model/column.ts'
import { canBePressedInto } from '#shared/model/columns/buttonProblem.ts'
import { momentPresets } from '#shared/model/columns/defaults.ts'
import { ownColumnsOfFilter } from '#shared/model/filter.ts'
import { classColumnIds, type Schema } from '../store/schema.ts'

/** Settings of a button as they are kept; refuses what no press could ever do. Columns that are gone may come back. */
export function buttonSettings(schema: Schema, tableId: number, name: string, given: unknown): ButtonSettings {
  const read = buttonSettingsSchema.safeParse(given)
  if (!read.success || !isWell(schema, tableId, read.data)) throw new Failure(appError('column.invalid', { name }))
  return read.data
}

function isWell(schema: Schema, tableId: number, { actions, condition }: ButtonSettings): boolean {
  const classes = classColumnIds(schema)
  const isOrGone = (id: number, fits: (column: Column) => boolean): boolean => {
    const column = schema.columns.get(id)
    return column === undefined || fits(column)
  }
  const areWritten = (cells: readonly ButtonCell[], ofTable: number): boolean =>
    cells.every((cell) =>
      isOrGone(
        cell.columnId,
        (column) =>
          column.tableId === ofTable &&
          canBePressedInto(column) &&
          !classes.has(column.id) &&
          (cell.kind === 'value' || momentPresets(column.type).includes(cell.kind)),
      ),
    )
  if (!ownColumnsOfFilter(condition).every((id) => isOrGone(id, (column) => column.tableId === tableId))) return false
  return actions.every((action) => {
    switch (action.kind) {
      case 'openUrl':
        return action.address.every((part) => typeof part === 'string' || isOrGone(part.columnId, (column) => column.tableId === tableId))
      case 'setCells':
        return areWritten(action.cells, tableId)
      case 'addLinked':
        return isOrGone(
          action.linkColumnId,
          (link) => link.type === 'link' && link.tableId === tableId && areWritten(action.cells, link.settings.otherTableId),
        )
    }
  })
}
