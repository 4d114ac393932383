import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { monthDaysOf, resolveDateTerm, resolvePeriod, type DatePeriod, type DateTerm } from '#shared/model/dateTerm.ts'
import type { ColumnValue } from '#shared/model/filter.ts'
import type { ReadContext } from '../../store/context.ts'
import { cellRef, namedIds, sql, type RawBuilder } from '../../store/sql.ts'

type DateOperator = 'onDate' | 'notOnDate' | 'before' | 'after' | 'onOrBefore' | 'onOrAfter'

/** Compares by whole days, with a day or with the day in another column, moved by some days. */
export function dateSql(
  { today }: Pick<ReadContext, 'today'>,
  operator: DateOperator,
  cell: RawBuilder<unknown>,
  value: DateTerm | ColumnValue,
  alias: string,
  other: Column | null,
): RawBuilder<unknown> {
  if (value.kind !== 'column') {
    const day = resolveDateTerm(value, today)
    return byDay(operator, cell, sql`${day}`, sql`${endOf(day)}`)
  }
  if (other === null) return sql`0`
  const own = sql`substr(${cellRef(other, alias)}, 1, 10)`
  const day = (value.days ?? 0) === 0 ? own : sql`date(${own}, ${`${value.days} days`})`
  return byDay(operator, cell, day, sql`${day} || 'U'`)
}

/** Both days count. */
export function dateSpanSql(
  { today }: Pick<ReadContext, 'today'>,
  cell: RawBuilder<unknown>,
  span: { from: DateTerm; to: DateTerm },
): RawBuilder<unknown> {
  return spanSql(cell, resolveDateTerm(span.from, today), resolveDateTerm(span.to, today))
}

export function periodSql(
  { today }: Pick<ReadContext, 'today'>,
  operator: 'within' | 'anniversaryWithin',
  cell: RawBuilder<unknown>,
  period: DatePeriod,
): RawBuilder<unknown> {
  const span = resolvePeriod(period, today)
  if (operator === 'within') return spanSql(cell, span.from, span.to)
  const days = monthDaysOf(span)
  if (days === null) return sql`${cell} is not null`
  const own = sql`substr(${cell}, 6, 5)`
  return days.wraps ? sql`(${own} >= ${days.from} or ${own} <= ${days.to})` : sql`${own} between ${days.from} and ${days.to}`
}

export function weekdaySql(cell: RawBuilder<unknown>, weekdays: readonly number[]): RawBuilder<unknown> {
  // SQLite counts from 0 for Sunday.
  return sql`cast(strftime('%w', substr(${cell}, 1, 10)) as integer) in ${namedIds(weekdays.map((day) => day % 7))}`
}

export function monthSql(cell: RawBuilder<unknown>, months: readonly number[]): RawBuilder<unknown> {
  return sql`cast(substr(${cell}, 6, 2) as integer) in ${namedIds(months)}`
}

function spanSql(cell: RawBuilder<unknown>, from: string, to: string): RawBuilder<unknown> {
  return sql`(${cell} >= ${from} and ${cell} < ${endOf(to)})`
}

/** The first text after every moment of the day: a time continues a date with `T`, and `U` follows `T`. */
const endOf = (day: string): string => `${day}U`

function byDay(operator: DateOperator, cell: RawBuilder<unknown>, day: RawBuilder<unknown>, end: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (operator) {
    case 'onDate':
      return sql`(${cell} >= ${day} and ${cell} < ${end})`
    case 'notOnDate':
      return sql`(${cell} >= ${day} and ${cell} < ${end}) is not true`
    case 'before':
      return sql`${cell} < ${day}`
    case 'after':
      return sql`${cell} >= ${end}`
    case 'onOrBefore':
      return sql`${cell} < ${end}`
    case 'onOrAfter':
      return sql`${cell} >= ${day}`
    default:
      return assertNever(operator)
  }
}
