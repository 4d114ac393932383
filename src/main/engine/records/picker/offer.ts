import type { Filter } from '#shared/model/filter.ts'
import type { Column, ColumnOf, LinkPick } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { shownText } from '../../compute/shownText.ts'
import type { ReadContext, Schema } from '../../context.ts'
import { otherSide } from '../../store/schema.ts'
import { join, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import { keyOf } from '../duplicateKeys.ts'
import { filterSql } from '../filterSql.ts'

/** Two columns that must have the same: one of the offered rows, one of the row they are offered to. */
export type Match = { other: Column; own: Column }

/** What a link asks of the rows it offers, by its view and its own conditions. */
export function offerFilter(schema: Schema, { settings }: ColumnOf<'link'>): Filter | null {
  const { pick } = settings
  if (pick === undefined || pick === null) return null
  const view = schema.views.get(pick.viewId ?? 0)
  const ofView = view?.tableId === settings.otherTableId ? view.settings.filter : null
  const items = [ofView, pick.filter].filter((filter) => filter !== null)
  return items.length === 0 ? null : { kind: 'and', items }
}

/** The columns a link matches; a pair of which one is gone asks nothing. */
export function matchesOf(schema: Schema, link: ColumnOf<'link'>): Match[] {
  return (link.settings.pick?.match ?? []).flatMap(({ otherColumnId, ownColumnId }: LinkPick['match'][number]) => {
    const other = schema.columns.get(otherColumnId)
    const own = schema.columns.get(ownColumnId)
    return other?.tableId === link.settings.otherTableId && own?.tableId === link.tableId ? [{ other, own }] : []
  })
}

/** Whether the row under `alias` is offered to a row, as SQL. */
export function offerSql(context: ReadContext, link: ColumnOf<'link'>, rowId: number | null, alias: string): RawBuilder<unknown> {
  const filter = filterSql(context, link.settings.otherTableId, offerFilter(context.schema, link), alias)
  const matches = rowId === null ? [] : matchesOf(context.schema, link).map((match) => matchSql(context, match, rowId, alias))
  return join([sql`(${filter})`, ...matches], ' and ')
}

function matchSql(context: ReadContext, { other, own }: Match, rowId: number, alias: string): RawBuilder<unknown> {
  if (other.type === 'link' && own.type === 'link' && other.settings.otherTableId === own.settings.otherTableId) {
    return sameRowsSql(other, own, rowId, alias)
  }
  const value = sql`(select ${matchKey(context, own, other, 'w')} from ${tableRef(own.tableId)} w where w.id = ${rowId})`
  return sql`(${value} is null or ${matchKey(context, other, own, alias)} = ${value})`
}

/** Rows that lead to one of the rows that the row leads to: of two customers with one name only the right one. */
function sameRowsSql(other: ColumnOf<'link'>, own: ColumnOf<'link'>, rowId: number, alias: string): RawBuilder<unknown> {
  const ownRows = sql`select ${nameRef(otherSide(own.settings.side))} from ${linkRef(own.settings.linkId)}
    where ${nameRef(own.settings.side)} = ${rowId}`
  const { linkId, side } = other.settings
  return sql`(not exists (${ownRows}) or exists (select 1 from ${linkRef(linkId)} m
    where ${nameRef(side, 'm')} = ${nameRef('id', alias)} and ${nameRef(otherSide(side), 'm')} in (${ownRows})))`
}

/** What the cells of two columns are compared by: options by their names, for each column numbers its own. */
function matchKey(context: ReadContext, column: Column, like: Column, alias: string): RawBuilder<unknown> {
  return isComparedAsStored(context.schema, column, like)
    ? keyOf(context, column, alias)
    : sql`kebu_key_text(${shownText(context.schema, column, alias)})`
}

/** Whether cells of both columns mean the same by the same value. */
export function isComparedAsStored(schema: Schema, one: Column, other: Column): boolean {
  const [type, otherType] = [one, other].map((column) => displayColumn(column, schema.columns).type)
  return type === otherType && type !== 'singleSelect' && type !== 'multipleSelect'
}
