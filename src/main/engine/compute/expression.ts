import type { Column, ColumnOf } from '#shared/model/column.ts'
import { displayColumn, resultTypeOf } from '#shared/model/columns/display.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { ReadContext } from '../store/context.ts'
import { otherSide, type Schema } from '../store/schema.ts'
import { cellRef, columnName, errorName, linkOrder, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { filterSql } from '../records/filterSql.ts'
import { sortKeySql } from '../records/sortSql.ts'
import { formulaSql } from './formula/formulaSql.ts'
import { exactAverage, exactSum, smallestUnits } from './money.ts'
import { separator, shownText, titleColumn } from './shownText.ts'

export type ComputedColumn = ColumnOf<'link'> | ColumnOf<'lookup'> | ColumnOf<'rollup'> | ColumnOf<'formula'>

export function isComputed(column: Column): column is ComputedColumn {
  return column.type === 'link' || column.type === 'lookup' || column.type === 'rollup' || column.type === 'formula'
}

/** How many linked titles a link cell shows; the row's page shows all of them. */
const titlesShown = 20

/** A stored field of a computed column, and what belongs into it; `beside` names the field that must be empty for it. */
export type Field = { name: string; value: RawBuilder<unknown>; beside: string | null }

/** The stored fields of a computed column: its cell, and of a formula its error. */
export function fieldNames(column: ComputedColumn): Omit<Field, 'value'>[] {
  const name = columnName(column.id)
  const cell = { name, beside: null }
  return column.type === 'formula' ? [cell, { name: errorName(column.id), beside: name }] : [cell]
}

/** The same with the SQL of what belongs into them, over the column's row, which stands under `alias`. */
export function fieldsOf(context: ReadContext, column: ComputedColumn, alias: string): Field[] {
  const values = valuesOf(context, column, alias)
  return fieldNames(column).map((field, index) => ({ ...field, value: values[index] ?? sql`null` }))
}

function valuesOf(context: ReadContext, column: ComputedColumn, alias: string): RawBuilder<unknown>[] {
  if (column.type !== 'formula') return [cellSql(context, column, alias)]
  const { value, error } = formulaSql(context, column, alias)
  return [value, error]
}

function cellSql(context: ReadContext, column: Exclude<ComputedColumn, { type: 'formula' }>, alias: string): RawBuilder<unknown> {
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
      return rollupSql(context, column, target, linkedRows(link, alias, only, null))
    }
    default:
      return assertNever(column)
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
  const ending = limit === null ? sql`` : sql` order by ${linkOrder(side, 'k')} limit ${sql.raw(String(limit))}`
  return sql`from ${linkRef(linkId)} k join ${tableRef(otherTableId)} o on o.id = ${nameRef(otherSide(side), 'k')}
    where ${nameRef(side, 'k')} = ${nameRef('id', alias)}${where}${ending}`
}

function joined(text: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select group_concat(shown, ${separator}) from (select ${text} as shown ${rows}) where shown <> '')`
}

function rollupSql(
  { schema, today }: ReadContext,
  column: ColumnOf<'rollup'>,
  target: Column | undefined,
  rows: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { settings } = column
  if (settings.function === 'count') return sql`(select count(*) ${rows})`
  if (target === undefined) return sql`null`
  const cell = cellRef(target, 'o')
  switch (settings.function) {
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
    case 'countUnique':
      return sql`(select ${aggregateSql(schema, settings.function, target, cell)} ${rows})`
    case 'medianGap':
      return medianGap(cell, rows)
    case 'growingGaps':
      return growingGaps(cell, rows)
    case 'collect':
      return collected(schema, target, cell, rows)
    case 'latest': {
      const order = settings.orderColumnId === null ? undefined : schema.columns.get(settings.orderColumnId)
      if (order === undefined) return sql`null`
      // The furthest option is the one that stands last, not the one made last.
      const isSelect = resultTypeOf(order, schema.columns) === 'singleSelect'
      const place = isSelect ? sortKeySql(schema, order, 'o') : cellRef(order, 'o')
      return sql`(select ${cell} ${rows} order by ${place} desc, o.id desc limit 1)`
    }
    case 'unspent': {
      const day = schema.columns.get(settings.orderColumnId ?? 0)
      return day === undefined ? sql`null` : unspent(cell, cellRef(day, 'o'), smallestUnits(schema, target), today, rows)
    }
    default:
      return assertNever(settings.function)
  }
}

/** A rollup that asks nothing of the order of the rows, as an aggregate over linked rows under `o`. */
export type Aggregate = { column: ColumnOf<'rollup'>; link: ColumnOf<'link'>; value: RawBuilder<unknown>; isCount: boolean }

/** Null for what is none. Sums of other numbers than money are left out, since the order in which they are added may tell. */
export function aggregateOf(context: ReadContext, column: ComputedColumn): Aggregate | null {
  if (column.type !== 'rollup') return null
  const { schema } = context
  const { link, target } = partsOf(schema, column)
  if (link === undefined) return null
  const { filter, function: name } = column.settings
  const only = filter === null ? null : filterSql(context, link.settings.otherTableId, filter, 'o')
  const among = (cell: RawBuilder<unknown>): RawBuilder<unknown> => (only === null ? cell : sql`case when ${only} then ${cell} end`)
  if (name === 'count') return { column, link, value: sql`count(${among(sql`1`)})`, isCount: true }
  if (target === undefined || !isPlainAggregate(name)) return null
  const addsUp = name === 'sum' || name === 'average'
  if (addsUp && smallestUnits(schema, target) === null) return null
  return { column, link, value: aggregateSql(schema, name, target, among(cellRef(target, 'o'))), isCount: name === 'countUnique' }
}

type PlainAggregate = 'sum' | 'average' | 'min' | 'max' | 'countUnique'

const isPlainAggregate = (name: string): name is PlainAggregate =>
  name === 'sum' || name === 'average' || name === 'min' || name === 'max' || name === 'countUnique'

function aggregateSql(schema: Schema, name: PlainAggregate, target: Column, cell: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (name) {
    case 'sum':
      return exactSum(schema, target, cell)
    case 'average':
      return exactAverage(schema, target, cell)
    case 'min':
      return sql`min(${cell})`
    case 'max':
      return sql`max(${cell})`
    case 'countUnique':
      return sql`count(distinct ${holdsTime(schema, target) ? sql`substr(${cell}, 1, 10)` : cell})`
    default:
      return assertNever(name)
  }
}

const holdsTime = (schema: Schema, column: Column): boolean => resultTypeOf(column, schema.columns) === 'dateTime'

/** The days from each day to the next, by that next day. */
const gapsSql = (cell: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select day, gap from (
    select day, julianday(day) - julianday(lag(day) over (order by day)) as gap from (select distinct substr(${cell}, 1, 10) as day ${rows})
  ) where gap is not null`

/** The middle of the gaps; of an even number the mean of the two in the middle. */
function medianGap(cell: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select avg(gap) from (
    select gap, row_number() over (order by gap) as place, count(*) over () as gaps from (${gapsSql(cell, rows)})
  ) where place in ((gaps + 1) / 2, (gaps + 2) / 2))`
}

/** Gaps from the last one back, as long as each is longer than the one before it. */
function growingGaps(cell: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select count(*) from (
    select sum(not grew) over (order by day desc) as stops from (
      select day, gap > lag(gap) over (order by day) as grew from (${gapsSql(cell, rows)})
    ) where grew is not null
  ) where stops = 0)`
}

/** Each option once, in the order they were made; options of several in one cell each for itself. */
function collected(schema: Schema, target: Column, cell: RawBuilder<unknown>, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const { type } = displayColumn(target, schema.columns)
  if (type !== 'singleSelect' && type !== 'multipleSelect') return sql`null`
  const each =
    type === 'singleSelect' ? sql`select ${cell} as value ${rows}` : sql`select value from (select ${cell} as many ${rows}), json_each(many)`
  return sql`(select nullif(json_group_array(value), '[]') from (select distinct value from (${each}) where value is not null order by value))`
}

/**
 * What is left of what was given and used. In the order of their days the sum up to a day is what was given to be used until
 * then and was not; the most it came to before today has lapsed. What was given without a day never lapses; what was used
 * without one was used first.
 */
function unspent(
  cell: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
  units: number | null,
  today: string,
  rows: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const unit = sql.raw(`${units ?? 1}.0`)
  const amount = units === null ? cell : sql`round(${cell} * ${unit})`
  const left = sql`sum(amount) - max(0, coalesce(max(case when day < ${today} then running end), 0))`
  return sql`(select ${units === null ? left : sql`(${left}) / ${unit}`} from (
    select amount, day, sum(amount) over (order by day) as running from (
      select amount, coalesce(day, case when amount < 0 then '' else '9999-12-31' end) as day from (
        select ${amount} as amount, substr(${day}, 1, 10) as day ${rows}
      ) where amount is not null
    )
  ))`
}
