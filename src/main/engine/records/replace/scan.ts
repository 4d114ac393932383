import { Failure } from '#shared/contract/failure.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { FormatContext } from '#shared/model/columns/kind.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import type { ReadContext } from '../../store/context.ts'
import { cachedRowList } from '../listCache.ts'
import { cellsOf } from '../page.ts'
import type { Matcher } from './matcher.ts'

/** A cell that holds the pattern: the place of its row in the list, and what a person reads in it. */
export type Hit = { rowIndex: number; rowId: number; column: Column; value: CellValue; text: string }

export type ScanInput = Pick<ParsedInput<'find.cells'>, 'tableId' | 'query' | 'columnIds' | 'between'>

/** Rows read and looked into at once. */
const portion = 1000

/** Every cell of the list that holds the pattern, row by row. Cells are read as a person reads them; empty ones hold nothing. */
export function* scan(context: ReadContext, input: ScanInput, test: Matcher['test'], format: FormatContext): Generator<Hit> {
  const { ids } = cachedRowList(context, input.tableId, input.query)
  const columns = input.columnIds.flatMap((id) => context.schema.columns.get(id) ?? []).filter((column) => column.tableId === input.tableId)
  const shown = columns.map((column) => displayColumn(column, context.schema.columns))
  const [from, to] = stretchOf(ids, input.between)
  for (let start = from; start < to; start += portion) {
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    context.progress('reading', start - from, to - from)
    const rows = [...ids.subarray(start, Math.min(to, start + portion))]
    const cells = cellsOf(
      context,
      input.tableId,
      columns.map((column) => column.id),
      rows,
    )
    const texts = rows.flatMap((id) => shown.map((column, at) => formatCell(column, cells.get(id)?.[at] ?? null, format)))
    const found = test(texts)
    for (let place = 0; place < texts.length; place += 1) {
      const text = texts[place] ?? ''
      if (found[place] !== true || text === '') continue
      const row = Math.floor(place / columns.length)
      const column = columns[place % columns.length]
      const rowId = rows[row]
      if (column === undefined || rowId === undefined) continue
      yield { rowIndex: start + row, rowId, column, value: cells.get(rowId)?.[place % columns.length] ?? null, text }
    }
  }
}

/** The stretch of the list from one row up to another, whichever stands first; all of it where none is asked. */
function stretchOf(ids: Float64Array, between: ScanInput['between']): [from: number, to: number] {
  if (between === null) return [0, ids.length]
  const one = ids.indexOf(between.first)
  const other = ids.indexOf(between.last)
  return one === -1 || other === -1 ? [0, 0] : [Math.min(one, other), Math.max(one, other) + 1]
}
