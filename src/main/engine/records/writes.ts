import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { defaultCell, type Moment } from '#shared/model/columns/defaults.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { idList, sql, tableRef } from '../store/sql.ts'
import { storableValue, updateCells, writableColumn } from './cells.ts'
import { linkedIds, linkRows, orderLinks, unlinkRows, type Pair } from './linking.ts'
import { linkColumn } from './reads.ts'
import { requireComplete, requireFilled, requireLinked } from './required.ts'
import { whereSql } from './rowList.ts'

export function insertRows(context: WriteContext, input: ParsedInput<'rows.insert'>): OperationOutput<'rows.insert'> {
  const { tableId, rows } = input
  requireTable(context, tableId)
  const columnIds = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.columnId)))]
  const columns = columnIds.map((columnId) => {
    const column = writableColumn(context, tableId, columnId)
    const values = rows.map((row) => {
      const given = row.cells.findLast((cell) => cell.columnId === columnId)
      if (given === undefined) return defaultCell(column, momentOf(context))
      return storableValue(context, column, given.value)
    })
    return { columnId, values }
  })
  if (!input.begun) requireComplete(context.schema, tableId, rows, momentOf(context))
  const ids = context.newRowIds(tableId, rows.length)
  context.apply({ added: [{ tableId, ids, uids: [], columns }] })
  const pairs = new Map<number, Pair[]>()
  rows.forEach((row, index) => {
    const id = ids[index]
    if (id === undefined) return
    for (const link of row.links) pairs.set(link.columnId, (pairs.get(link.columnId) ?? []).concat(link.rowIds.map((other): Pair => [id, other])))
  })
  for (const [columnId, wanted] of pairs) {
    const link = linkColumn(context, columnId)
    if (link.tableId !== tableId) throw new Failure(appError('column.notFound'))
    linkRows(context, link, wanted)
  }
  return { ids }
}

export function updateRows(context: WriteContext, input: ParsedInput<'rows.update'>): OperationOutput<'rows.update'> {
  const byColumn = new Map<number, { ids: number[]; to: CellValue[] }>()
  for (const row of input.rows) {
    for (const cell of row.cells) {
      const column = writableColumn(context, input.tableId, cell.columnId)
      const cells = byColumn.get(cell.columnId) ?? { ids: [], to: [] }
      cells.ids.push(row.id)
      const value = storableValue(context, column, cell.value)
      requireFilled(column, value)
      cells.to.push(value)
      byColumn.set(cell.columnId, cells)
    }
  }
  requireRows(
    context,
    input.tableId,
    input.rows.map((row) => row.id),
  )
  let updated = 0
  for (const [columnId, cells] of byColumn) updated += updateCells(context, input.tableId, columnId, cells.ids, cells.to)
  return { updated }
}

export function updateWhere(context: WriteContext, input: ParsedInput<'rows.updateWhere'>): OperationOutput<'rows.updateWhere'> {
  const column = writableColumn(context, input.tableId, input.columnId)
  const value = storableValue(context, column, input.value)
  requireFilled(column, value)
  const ids = context.db.ids(sql`select r.id from ${tableRef(input.tableId)} r where ${whereSql(context, input.tableId, input, 'r')}`)
  return {
    updated: updateCells(
      context,
      input.tableId,
      input.columnId,
      ids,
      ids.map(() => value),
    ),
  }
}

export function deleteRows(context: WriteContext, input: ParsedInput<'rows.delete'>): OperationOutput<'rows.delete'> {
  requireTable(context, input.tableId)
  const ids = context.db.ids(sql`select id from ${tableRef(input.tableId)} where id in ${idList(input.rowIds)} order by id`)
  if (ids.length === 0) throw new Failure(appError('row.notFound'))
  context.apply({ removed: [{ tableId: input.tableId, ids, uids: [], columns: [] }] })
  return { removed: ids.length }
}

export function setLinks(context: WriteContext, input: ParsedInput<'rows.setLinks'>): OperationOutput<'rows.setLinks'> {
  const link = linkColumn(context, input.linkColumnId)
  requireRows(context, link.tableId, [input.rowId])
  const wanted = new Set(link.settings.multiple ? input.rowIds : input.rowIds.slice(-1))
  const current = linkedIds(context, link, input.rowId)
  const seen = input.seen === undefined ? null : new Set(input.seen)
  const gone = current.filter((id) => !wanted.has(id) && seen?.has(id) !== false)
  if (gone.length > 0 && gone.length === current.length && wanted.size === 0) requireFilled(link, null)
  requireLinked(
    context,
    link,
    gone.map((id): Pair => [input.rowId, id]),
  )
  unlinkRows(
    context,
    link,
    gone.map((id): Pair => [input.rowId, id]),
  )
  const linked = linkRows(
    context,
    link,
    [...wanted].filter((id) => !current.includes(id)).map((id): Pair => [input.rowId, id]),
  )
  return { linked, unlinked: gone.length, reordered: orderLinks(context, link, input.rowId, [...wanted]) }
}

const momentOf = ({ today, now, actorId }: WriteContext): Moment => ({ today, now, me: actorId })

function requireTable(context: WriteContext, tableId: number): void {
  if (!context.schema.tables.has(tableId)) throw new Failure(appError('table.notFound'))
}

export function requireRows(context: WriteContext, tableId: number, ids: readonly number[]): void {
  requireTable(context, tableId)
  const unique = [...new Set(ids)]
  const [found] = context.db.ids(sql`select count(*) from ${tableRef(tableId)} where id in ${idList(unique)}`)
  if (found !== unique.length) throw new Failure(appError('row.notFound'))
}
