import type { ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { bulkActionsFor } from '#shared/model/bulk/bulkActions.ts'
import { bulkCell, type CellAction } from '#shared/model/bulk/bulkCell.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { plainColumn } from '#shared/model/columns/display.ts'
import type { ParseContext } from '#shared/model/columns/kind.ts'
import { goOn, type ReadContext } from '../../store/context.ts'
import { cellRef, columnRef, idList, sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import { storableValue, writableColumn } from '../cells.ts'
import { whereSql } from '../rowList.ts'

export type Bulk = ParsedInput<'rows.previewBulk'>

/** What an action does to the cells of a column, row by row. */
export type BulkCells = { rows: number; refused: number; ids: number[]; from: CellValue[]; to: CellValue[] }

/** Works out every cell that changes; those that would stay the same are left out. */
export function bulkCells(context: ReadContext, input: Bulk, action: CellAction): BulkCells {
  const column = writableColumn(context, input.tableId, input.columnId)
  if (!bulkActionsFor(column).includes(action.kind)) throw new Failure(appError('column.invalid', { name: column.name }))
  refuseUnstorable(context, column, action)
  const source = action.kind === 'copy' ? copiedColumn(context, input.tableId, action.fromColumnId) : null
  const shown = source === null ? null : plainColumn(source, context.schema.columns)
  const make = bulkCell(action, column, shown, parsingOf(context, input))
  const storable = storableIn(context, column)
  const cells: BulkCells = { rows: 0, refused: 0, ids: [], from: [], to: [] }
  for (const row of rowsInPortions(context, input, column, source)) {
    cells.rows += 1
    const from = row[1] ?? null
    if (input.onlyEmpty && from !== null) continue
    const made = make(from, row[2] ?? null)
    const to = made.kind === 'value' ? storable(made.value) : undefined
    // A required cell is not emptied; one that is empty stays so.
    if (to === undefined || (to === null && from !== null && column.required)) cells.refused += 1
    else if (to !== from) {
      cells.ids.push(Number(row[0]))
      cells.from.push(from)
      cells.to.push(to)
    }
  }
  return cells
}

/** Far quicker than row by row, and never all of a large table in memory. */
const portion = 50_000

function* rowsInPortions(context: ReadContext, input: Bulk, column: Column, source: Column | null): Generator<CellValue[]> {
  const from = tableRef(input.tableId)
  const where = rowsSql(context, input, 'r')
  for (let last = 0; ;) {
    goOn(context)
    const rows = context.db.rows(sql`select r.id, ${columnRef(column.id, 'r')}, ${source === null ? sql`null` : cellRef(source, 'r')}
      from ${from} r where r.id > ${last} and ${where} order by r.id limit ${portion}`)
    yield* rows
    if (rows.length < portion) return
    last = Number(rows.at(-1)?.[0])
  }
}

export function parsingOf(context: ReadContext, input: Bulk): ParseContext {
  return { lang: input.lang, members: [...context.schema.members.values()], today: context.today }
}

/** The rows an action is done to, as a condition. */
export function rowsSql(context: ReadContext, { tableId, rows }: Bulk, alias: string): RawBuilder<unknown> {
  if (!context.schema.tables.has(tableId)) throw new Failure(appError('table.notFound'))
  return rows.kind === 'ids' ? sql`${sql.ref(`${alias}.id`)} in ${idList(rows.rowIds)}` : whereSql(context, tableId, rows, alias)
}

/** What no cell of the column can hold is an error, not many refused cells. */
function refuseUnstorable(context: ReadContext, column: Column, action: CellAction): void {
  if (action.kind === 'set') storableValue(context, column, action.value)
  if (action.kind === 'addOptions' && column.type === 'multipleSelect') storableValue(context, column, JSON.stringify([...new Set(action.optionIds)]))
}

/** What the column would hold, undefined where it cannot; a value like the last one is not looked at again. */
function storableIn(context: ReadContext, column: Column): (value: CellValue) => CellValue | undefined {
  let last: { given: CellValue; stored: CellValue | undefined } = { given: null, stored: null }
  return (given) => {
    if (given !== last.given) last = { given, stored: storable(context, column, given) }
    return last.stored
  }
}

function storable(context: ReadContext, column: Column, value: CellValue): CellValue | undefined {
  try {
    return storableValue(context, column, value)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

function copiedColumn(context: ReadContext, tableId: number, columnId: number): Column {
  const column = context.schema.columns.get(columnId)
  if (column === undefined || column.tableId !== tableId) throw new Failure(appError('column.notFound'))
  return column
}
