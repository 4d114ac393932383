import type { Column, ColumnOf, NumberSettings } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { ReadContext } from '../store/context.ts'
import { otherSide, type Schema } from '../store/schema.ts'
import { cellRef, linkRef, nameRef, saidOf, sql, tableRef, textRef, type RawBuilder } from '../store/sql.ts'
import { filterSql } from '../records/filterSql.ts'
import { exactAverage, exactSum } from './money.ts'

export type ComputedColumn = ColumnOf<'link'> | ColumnOf<'lookup'> | ColumnOf<'rollup'>

export function isComputed(column: Column): column is ComputedColumn {
  return column.type === 'link' || column.type === 'lookup' || column.type === 'rollup'
}

/** How many linked titles a link cell shows; the row's page shows all of them. */
const titlesShown = 20
const separator = '、'

/** The cell of a computed column as a SQL expression over its row, which stands under `alias`. */
export function computedSql(context: ReadContext, column: ComputedColumn, alias: string): RawBuilder<unknown> {
  const { schema } = context
  switch (column.type) {
    case 'link': {
      const title = titleColumn(schema, column.settings.otherTableId)
      const text = title === undefined ? sql`'#' || o.id` : shownText(schema, title, 'o')
      return joined(text, linkedRows(column, alias, null, titlesShown))
    }
    case 'lookup': {
      const { link, target } = partsOf(schema, column)
      if (link === undefined || target === undefined) return sql`null`
      // A single linked row keeps the target's own type; of several, what a person would read is joined.
      if (!link.settings.multiple) return sql`(select ${cellRef(target, 'o')} ${linkedRows(link, alias, null, 1)})`
      return joined(shownText(schema, target, 'o'), linkedRows(link, alias, null, 500))
    }
    case 'rollup': {
      const { link, target } = partsOf(schema, column)
      if (link === undefined) return sql`null`
      const filter = column.settings.filter
      const only = filter === null ? null : filterSql(context, link.settings.otherTableId, filter, 'o')
      return rollupSql(schema, column, target, linkedRows(link, alias, only, null))
    }
    default:
      return assertNever(column)
  }
}

/** The column that names a row of the table. */
export function titleColumn(schema: Schema, tableId: number): Column | undefined {
  const table = schema.tables.get(tableId)
  if (table === undefined) return undefined
  const primary = table.primaryColumnId === null ? undefined : schema.columns.get(table.primaryColumnId)
  return primary ?? schema.columnsOf(tableId)[0]
}

/** A cell as text a person reads, where SQL can say it: options and members by their names, numbers with their unit. */
export function shownText(schema: Schema, column: Column, alias: string): RawBuilder<unknown> {
  const shown = displayColumn(column, schema.columns)
  const cell = cellRef(column, alias)
  switch (shown.type) {
    case 'singleSelect':
      return saidOf(cell, namesOf(shown.settings.options))
    case 'multipleSelect':
      return sql`(select group_concat(${saidOf(sql`value`, namesOf(shown.settings.options))}, ${separator}) from json_each(${cell}))`
    case 'member':
    case 'createdBy':
    case 'modifiedBy':
      return saidOf(cell, namesOf(schema.members.values()))
    case 'number':
      return sql`case when ${cell} is not null then ${numberText(shown.settings, cell)} end`
    case 'checkbox':
      return sql`case when ${cell} = 1 then '✓' end`
    default:
      return textRef(column, alias)
  }
}

function namesOf(named: Iterable<{ id: number; name: string }>): Map<number, string> {
  return new Map(Array.from(named, ({ id, name }) => [id, name]))
}

function numberText(settings: NumberSettings, cell: RawBuilder<unknown>): RawBuilder<unknown> {
  const fixed = `%.${settings.decimals}f`
  switch (settings.format) {
    case 'percent':
      return sql`printf(${`${fixed}%%`}, ${cell} * 100)`
    case 'currency':
      return sql`${settings.symbol} || printf(${fixed}, ${cell})`
    case 'plain':
      return sql`printf('%.15g', ${cell})`
  }
}

function partsOf(
  schema: Schema,
  column: ColumnOf<'lookup'> | ColumnOf<'rollup'>,
): { link: ColumnOf<'link'> | undefined; target: Column | undefined } {
  const link = schema.columns.get(column.settings.linkColumnId)
  const target = column.settings.targetColumnId === null ? undefined : schema.columns.get(column.settings.targetColumnId)
  return { link: link?.type === 'link' ? link : undefined, target }
}

/** `from … where …` over the rows a link leads to, as `o`, in link order. */
function linkedRows(link: ColumnOf<'link'>, alias: string, only: RawBuilder<unknown> | null, limit: number | null): RawBuilder<unknown> {
  const { side, linkId, otherTableId } = link.settings
  const where = only === null ? sql`` : sql` and ${only}`
  const ending = limit === null ? sql`` : sql` order by o.id limit ${sql.raw(String(limit))}`
  return sql`from ${linkRef(linkId)} k join ${tableRef(otherTableId)} o on o.id = ${nameRef(otherSide(side), 'k')}
    where ${nameRef(side, 'k')} = ${nameRef('id', alias)}${where}${ending}`
}

function joined(text: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select group_concat(shown, ${separator}) from (select ${text} as shown ${rows}) where shown <> '')`
}

function rollupSql(schema: Schema, column: ColumnOf<'rollup'>, target: Column | undefined, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const { settings } = column
  if (settings.function === 'count') return sql`(select count(*) ${rows})`
  if (target === undefined) return sql`null`
  const cell = cellRef(target, 'o')
  switch (settings.function) {
    case 'sum':
      return sql`(select ${exactSum(schema, target, cell)} ${rows})`
    case 'average':
      return sql`(select ${exactAverage(schema, target, cell)} ${rows})`
    case 'min':
      return sql`(select min(${cell}) ${rows})`
    case 'max':
      return sql`(select max(${cell}) ${rows})`
    case 'latest': {
      const order = settings.orderColumnId === null ? undefined : schema.columns.get(settings.orderColumnId)
      if (order === undefined) return sql`null`
      return sql`(select ${cell} ${rows} order by ${cellRef(order, 'o')} desc, o.id desc limit 1)`
    }
    default:
      return assertNever(settings.function)
  }
}
