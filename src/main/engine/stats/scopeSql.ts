import type { ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Column } from '#shared/model/column.ts'
import { resultTypeOf } from '#shared/model/columns/display.ts'
import type { ReadContext } from '../context.ts'
import { linkColumn } from '../records/reads.ts'
import { whereSql } from '../records/rowList.ts'
import { otherSide } from '../store/schema.ts'
import { linkRef, nameRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'

type Scope = Pick<ParsedInput<'stats.group'>, 'tableId' | 'filter' | 'search' | 'linkedTo'>

/** Which rows of the table under `alias` are counted. */
export function scopeSql(context: ReadContext, scope: Scope, alias: string): RawBuilder<unknown> {
  const own = whereSql(context, scope.tableId, scope, alias)
  if (scope.linkedTo === null) return own
  const { linkId, side, otherTableId } = linkColumn(context, scope.linkedTo.linkColumnId).settings
  return sql`${own} and ${nameRef('id', alias)} in (
    select ${nameRef(side, 'k')} from ${linkRef(linkId)} k join ${tableRef(otherTableId)} o on o.id = ${nameRef(otherSide(side), 'k')}
    where ${whereSql(context, otherTableId, scope.linkedTo, 'o')})`
}

export function columnOfTable(context: ReadContext, tableId: number, columnId: number): Column {
  if (!context.schema.tables.has(tableId)) throw new Failure(appError('table.notFound'))
  const column = context.schema.columns.get(columnId)
  if (column === undefined || column.tableId !== tableId) throw new Failure(appError('column.notFound'))
  return column
}

/** A column that can be added up. */
export function numberColumn(context: ReadContext, tableId: number, columnId: number): Column {
  const column = columnOfTable(context, tableId, columnId)
  const type = resultTypeOf(column, context.schema.columns)
  if (type !== 'number' && type !== 'checkbox') throw new Failure(appError('column.invalid', { name: column.name }))
  return column
}
