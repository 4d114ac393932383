import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { GroupItem, Page, PageItem } from '#shared/contract/records.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ReadContext } from '../store/context.ts'
import { cellName, errorName, tableName } from '../store/sql.ts'
import type { Schema } from '../store/schema.ts'
import { colorMarks, type ColorMarks } from './colorMarks.ts'
import { offeredTo } from './press/offered.ts'
import { partOf, placeWithin, positionOf } from './keptLines.ts'
import { lockedCells } from './lockedCells.ts'
import type { HeadLine } from './lines.ts'
import type { RowList } from './rowList.ts'

/** Lines of a row list from a position; only the rows of the page are read from their table. */
export function readPage(context: ReadContext, input: ParsedInput<'rows.page'>): Page {
  const { list, total, stretches } = partOf(context, input)
  const ids = stretches.flatMap((stretch) => (stretch.kind === 'rows' ? [...list.ids.subarray(stretch.from, stretch.to)] : []))
  const colors = input.colors.length === 0 || ids.length === 0 ? null : colorMarks(context, input.tableId, input.query, input.colors)
  const rows = rowsOf(context, input.tableId, input.columnIds, ids, colors)
  const locked = lockedCells(context, input.tableId, ids)
  const width = input.columnIds.length
  const items = stretches.flatMap((stretch): PageItem[] => {
    if (stretch.kind === 'head') return [groupItem(list, stretch)]
    return Array.from({ length: stretch.to - stretch.from }, (_, index) => {
      const id = list.ids[stretch.from + index] ?? 0
      const number = stretch.from + index + 1
      const values = rows.get(id) ?? []
      const locks = locked.get(id)
      const row = { kind: 'row' as const, id, number, cells: values, ...(locks === undefined ? {} : { locked: locks }) }
      if (colors === null) return row
      const marks = values.splice(width)
      return { ...row, marks: colors.read(marks) }
    })
  })
  const above = stretches[0]?.above.map((head) => groupItem(list, head)) ?? []
  return { total, rowCount: list.ids.length, items, above }
}

function groupItem(list: RowList, { head, collapsed }: HeadLine): GroupItem {
  const { key, depth, columnId, value, from, to } = head
  return { kind: 'group', key, depth, columnId, value, count: to - from, collapsed, firstRowId: list.ids[from] ?? 0 }
}

export function readPosition(context: ReadContext, input: ParsedInput<'rows.position'>): OperationOutput<'rows.position'> {
  const { tableId, query, collapsed, rowId, within } = input
  return { position: within === null ? positionOf(context, tableId, query, collapsed, rowId) : placeWithin(context, tableId, query, within, rowId) }
}

/** The cells of some rows by row id, in the order of the columns; of a button with a condition, whether it can be pressed. */
export function cellsOf(context: ReadContext, tableId: number, columnIds: readonly number[], ids: readonly number[]): Map<number, CellValue[]> {
  return rowsOf(context, tableId, columnIds, ids, null)
}

/** The same, and after the cells of a row what rules of colour say of it, read by the same statement. */
function rowsOf(
  context: ReadContext,
  tableId: number,
  columnIds: readonly number[],
  ids: readonly number[],
  colors: ColorMarks | null,
): Map<number, CellValue[]> {
  if (ids.length === 0) return new Map()
  const list = JSON.stringify(ids)
  const text = pageText(context.schema, tableId, columnIds, colors?.text ?? null)
  const rows = context.db.prepareRows(text)(colors === null ? [list] : [...colors.parameters, list])
  const found = new Map<number, CellValue[]>()
  for (const row of rows) {
    const id = row.pop()
    if (typeof id === 'number') found.set(id, row)
  }
  columnIds.forEach((columnId, at) => {
    const column = context.schema.columns.get(columnId)
    if (column?.type !== 'button' || column.settings.condition === null || column.tableId !== tableId) return
    const offered = offeredTo(context, column, ids)
    for (const [id, row] of found) row[at] = offered.has(id) ? 1 : 0
  })
  return found
}

/** Written out and not built by Kysely: the grid asks for it with every turn of the wheel. */
function pageText(schema: Schema, tableId: number, columnIds: readonly number[], colors: string | null): string {
  const names = columnIds.map((id) => {
    const column = schema.columns.get(id)
    if (column === undefined || column.tableId !== tableId || column.type === 'button') return 'null'
    return column.type === 'formula' ? `coalesce(${cellName(column)}, ${errorName(column.id)})` : cellName(column)
  })
  const selected = [...names, ...(colors === null ? [] : [colors]), 'r.id']
  return `select ${selected.join(', ')} from ${tableName(tableId)} r where r.id in (select value from json_each(?))`
}
