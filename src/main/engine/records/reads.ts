import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { RowDetail, RowRef } from '#shared/contract/records.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import { shownText, titleColumn } from '../compute/shownText.ts'
import type { ReadContext } from '../store/context.ts'
import { linkColumnsOf, otherSide } from '../store/schema.ts'
import { linkOrder, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { lockedCells } from './lockedCells.ts'
import { cellsOf } from './page.ts'
import { orderSql } from './sortSql.ts'

/** The most linked rows a row's page names for one link. */
const linksNamed = 500

export function readRow(context: ReadContext, input: ParsedInput<'rows.get'>): RowDetail {
  const { db, schema } = context
  const columns = schema.columnsOf(input.tableId)
  const [system] = db.rows(sql`select hex(uid), created_at, updated_at, ${titleSql(context, input.tableId, 'r')}
    from ${tableRef(input.tableId)} r where r.id = ${input.rowId}`)
  if (system === undefined) throw new Failure(appError('row.notFound'))
  const values =
    cellsOf(
      context,
      input.tableId,
      columns.map((column) => column.id),
      [input.rowId],
    ).get(input.rowId) ?? []
  return {
    id: input.rowId,
    tableId: input.tableId,
    uid: String(system[0]).toLowerCase(),
    createdAt: String(system[1]),
    updatedAt: String(system[2]),
    title: String(system[3] ?? ''),
    cells: Object.fromEntries(columns.map((column, index) => [column.id, values[index] ?? null])),
    links: Object.fromEntries(linkColumnsOf(schema, input.tableId).map((link) => [link.id, linkedRefs(context, link, input.rowId)])),
    locked: lockedCells(context, input.tableId, [input.rowId]).get(input.rowId) ?? [],
  }
}

export function readLinked(context: ReadContext, input: ParsedInput<'rows.linked'>): OperationOutput<'rows.linked'> {
  const { db, schema } = context
  const link = linkColumn(context, input.linkColumnId)
  const other = link.settings.otherTableId
  const rows = sql`from ${linkRef(link.settings.linkId)} k join ${tableRef(other)} o on o.id = ${nameRef(otherSide(link.settings.side), 'k')}
    where ${nameRef(link.settings.side, 'k')} = ${input.rowId}`
  const order = input.sort === null ? linkOrder(link.settings.side, 'k') : orderSql(schema, [input.sort], 'o')
  const ids = db.ids(sql`select o.id ${rows} order by ${order} limit ${input.limit} offset ${input.offset}`)
  const cells = cellsOf(context, other, input.columnIds, ids)
  const [total] = db.ids(sql`select count(*) from ${linkRef(link.settings.linkId)} where ${nameRef(link.settings.side)} = ${input.rowId}`)
  return { total: total ?? 0, rows: ids.map((id) => ({ id, cells: cells.get(id) ?? [] })) }
}

/** A link column, or the failure that says it is gone. */
export function linkColumn(context: Pick<ReadContext, 'schema'>, columnId: number): ColumnOf<'link'> {
  const column = context.schema.columns.get(columnId)
  if (column?.type !== 'link') throw new Failure(appError('column.notFound'))
  return column
}

/** The text that names a row of the table. */
export function titleSql(context: ReadContext, tableId: number, alias: string): RawBuilder<unknown> {
  const title = titleColumn(context.schema, tableId)
  return title === undefined ? sql`'#' || ${nameRef('id', alias)}` : sql`coalesce(${shownText(context.schema, title, alias)}, '')`
}

function linkedRefs(context: ReadContext, link: ColumnOf<'link'>, rowId: number): RowRef[] {
  const other = link.settings.otherTableId
  return context.db
    .rows(
      sql`select o.id, ${titleSql(context, other, 'o')} from ${linkRef(link.settings.linkId)} k
        join ${tableRef(other)} o on o.id = ${nameRef(otherSide(link.settings.side), 'k')}
        where ${nameRef(link.settings.side, 'k')} = ${rowId} order by ${linkOrder(link.settings.side, 'k')} limit ${linksNamed}`,
    )
    .map((row) => ({ tableId: other, id: Number(row[0]), title: String(row[1]) }))
}
