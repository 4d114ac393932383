import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { comparedColumn, type Condition, type Filter } from '#shared/model/filter.ts'
import type { ReadContext } from '../store/context.ts'
import { cellRef, join, sql, type RawBuilder } from '../store/sql.ts'
import { dateSql, dateSpanSql, periodSql, weekdaySql, monthSql } from './filter/dateSql.ts'
import { linkCountSql, linkedSql } from './filter/linkedSql.ts'
import { numberListSql, numberSql, rangeSql } from './filter/numberSql.ts'
import { emptySql, meSql, setSql } from './filter/setSql.ts'
import { lengthSql, patternSql, textListSql, textSql } from './filter/textSql.ts'

/**
 * A filter tree as a SQL condition over the row under `alias`.
 *
 * What is turned off says nothing, nor does a condition on a column that is gone: a view does not turn empty because a
 * column was deleted. An empty cell passes no test but `isEmpty`, `isUnchecked` and the tests that say "not": each of
 * those is the exact opposite of its positive and so lets empty cells through. An empty text is 0 characters long.
 */
export function filterSql(context: ReadContext, tableId: number, filter: Filter | null, alias: string): RawBuilder<unknown> {
  return (filter === null ? null : partSql(context, tableId, filter, alias)) ?? sql`1`
}

/** Null where the part says nothing. */
function partSql(context: ReadContext, tableId: number, filter: Filter, alias: string): RawBuilder<unknown> | null {
  if (filter.off === true) return null
  if (filter.kind === 'condition') {
    const column = columnAt(context, tableId, filter.columnId)
    return column === null ? null : conditionSql(context, column, filter, alias)
  }
  const parts = filter.items.map((item) => partSql(context, tableId, item, alias)).filter((part) => part !== null)
  if (parts.length === 0) return filter.items.length === 0 ? sql`1` : null
  const all = join(
    parts.map((part) => sql`(${part})`),
    filter.kind === 'and' ? ' and ' : ' or ',
  )
  // Whoever puts something beside it means all of it.
  return sql`(${all})`
}

function columnAt(context: ReadContext, tableId: number, columnId: number): Column | null {
  const column = context.schema.columns.get(columnId)
  return column === undefined || column.tableId !== tableId ? null : column
}

function conditionSql(context: ReadContext, column: Column, condition: Condition, alias: string): RawBuilder<unknown> | null {
  const cell = cellRef(column, alias)
  const compared = comparedColumn(condition)
  const other = compared === null ? null : columnAt(context, column.tableId, compared.columnId)
  if (compared !== null && other === null) return null
  switch (condition.operator) {
    case 'isEmpty':
      return emptySql(column, alias)
    case 'isNotEmpty':
      return sql`not ${emptySql(column, alias)}`
    case 'isChecked':
      return sql`${cell} = 1`
    case 'isUnchecked':
      return sql`coalesce(${cell}, 0) = 0`
    case 'isMe':
      return meSql(context, column, alias)
    case 'isNotMe':
      return opposite(meSql(context, column, alias))
    case 'contains':
    case 'notContains':
    case 'is':
    case 'isNot':
    case 'startsWith':
    case 'endsWith':
      return textSql(condition.operator, column, other ?? textOf(condition.value), alias)
    case 'matches':
      return patternSql(column, condition.value, alias)
    case 'notMatches':
      return opposite(patternSql(column, condition.value, alias))
    case 'isAnyOf':
      return textListSql(column, condition.value, alias)
    case 'isNoneOf':
      return opposite(textListSql(column, condition.value, alias))
    case 'lengthEquals':
    case 'longerThan':
    case 'shorterThan':
      return lengthSql(condition.operator, column, condition.value, alias)
    case 'linksEqual':
    case 'linksMoreThan':
    case 'linksFewerThan':
      return linkCountSql(condition.operator, column, condition.value, alias)
    case 'equal':
    case 'notEqual':
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return numberSql(condition.operator, cell, other === null ? sql`${condition.value}` : cellRef(other, alias))
    case 'between':
      return rangeSql(cell, condition.value)
    case 'notBetween':
      return opposite(rangeSql(cell, condition.value))
    case 'equalsAny':
      return numberListSql(cell, condition.value)
    case 'equalsNone':
      return opposite(numberListSql(cell, condition.value))
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
    case 'exactly':
      return setSql(context.schema, column, condition.operator, other ?? idsOf(condition.value), alias)
    case 'onDate':
    case 'notOnDate':
    case 'before':
    case 'after':
    case 'onOrBefore':
    case 'onOrAfter':
      return dateSql(context, condition.operator, cell, condition.value, alias, other)
    case 'betweenDates':
      return dateSpanSql(context, cell, condition.value)
    case 'notBetweenDates':
      return opposite(dateSpanSql(context, cell, condition.value))
    case 'within':
    case 'anniversaryWithin':
      return periodSql(context, condition.operator, cell, condition.value)
    case 'notWithin':
      return opposite(periodSql(context, 'within', cell, condition.value))
    case 'onWeekday':
      return weekdaySql(cell, condition.value)
    case 'inMonth':
      return monthSql(cell, condition.value)
    case 'linkedAny':
    case 'linkedAll':
    case 'linkedNone':
      return linkedSql(context.schema, condition.operator, column, alias, (otherTableId, otherAlias) =>
        filterSql(context, otherTableId, condition.value, otherAlias),
      )
    default:
      return assertNever(condition)
  }
}

/** True where the other is not, empty cells included. */
const opposite = (test: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${test}) is not true`

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const idsOf = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])
