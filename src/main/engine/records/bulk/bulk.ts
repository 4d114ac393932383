import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { WriteContext } from '../../history/writeContext.ts'
import type { ReadContext } from '../../store/context.ts'
import { idList, sql, tableRef } from '../../store/sql.ts'
import { linkRows, unlinkRows } from '../linking.ts'
import { titleSql } from '../reads.ts'
import { whereSql } from '../rowList.ts'
import { bulkCells, parsingOf, type Bulk } from './bulkCells.ts'
import { bulkPairs } from './bulkLinks.ts'

const mostExamples = 50

export function previewBulk(context: ReadContext, input: Bulk): OperationOutput<'rows.previewBulk'> {
  const { action } = input
  if (action.kind === 'link' || action.kind === 'unlink') {
    const { rows, refused, pairs } = bulkPairs(context, input, action)
    const ids = [...new Set(pairs.map((pair) => pair[0]))]
    const titles = titlesOf(context, input.tableId, ids.slice(0, mostExamples))
    return { rows, changed: ids.length, refused, examples: titles.map(([rowId, title]) => ({ rowId, title, before: '', after: '' })) }
  }
  const { rows, refused, ids, from, to } = bulkCells(context, input, action)
  const shown = ids.slice(0, mostExamples)
  const titles = new Map(titlesOf(context, input.tableId, shown))
  const column = context.schema.columns.get(input.columnId)
  const text = (value: CellValue): string => (column === undefined ? '' : formatCell(column, value, parsingOf(context, input)))
  const examples = shown.map((rowId, at) => ({
    rowId,
    title: titles.get(rowId) ?? '',
    before: text(from[at] ?? null),
    after: text(to[at] ?? null),
  }))
  return { rows, changed: ids.length, refused, examples }
}

/** One change, whatever the number of rows. */
export function runBulk(context: WriteContext, input: ParsedInput<'rows.bulk'>): OperationOutput<'rows.bulk'> {
  const { action, tableId, columnId } = input
  if (action.kind === 'link' || action.kind === 'unlink') {
    const { link, rows, refused, pairs } = bulkPairs(context, input, action)
    if (action.kind === 'link') linkRows(context, link, pairs)
    else unlinkRows(context, link, pairs)
    return { rows, changed: new Set(pairs.map((pair) => pair[0])).size, refused }
  }
  const { rows, refused, ids, from, to } = bulkCells(context, input, action)
  if (ids.length > 0) context.apply({ updated: [{ tableId, columnId, ids, from, to }] })
  return { rows, changed: ids.length, refused }
}

export function deleteWhere(context: WriteContext, input: ParsedInput<'rows.deleteWhere'>): OperationOutput<'rows.deleteWhere'> {
  const ids = context.db.ids(sql`select r.id from ${tableRef(input.tableId)} r where ${whereSql(context, input.tableId, input, 'r')} order by r.id`)
  if (ids.length > 0) context.apply({ removed: [{ tableId: input.tableId, ids, uids: [], columns: [] }] })
  return { removed: ids.length }
}

function titlesOf(context: ReadContext, tableId: number, ids: readonly number[]): [number, string][] {
  return context.db
    .rows(sql`select r.id, ${titleSql(context, tableId, 'r')} from ${tableRef(tableId)} r where r.id in ${idList(ids)} order by r.id`)
    .map((row) => [Number(row[0]), String(row[1] ?? '')])
}
