import { sql } from '../../../store/sql.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { failsWhen, filled, numberOf, possiblyEmpty, type Scalar, type Sql } from '../compiled.ts'
import { argument, type Call, type FunctionSql } from './functionSql.ts'

/** Days and moments made, moved and compared. Wall time without zones: every day has 24 hours. */
export const dateMathFunctions = {
  TODAY: ({ scope }) => filled(sql`${scope.context.today}`),
  // To the second, as the times of a row are: what was made just now is not after it. The statement is kept for the day; in a select
  // the time is asked once for all rows.
  NOW: ({ scope }) => filled(sql`(select kebu_now(${scope.context.today}))`),
  DATE: ({ args }) => {
    const [year, month, day] = wholes(args, 3)
    // Months and days beyond their end go on into the next, as in Excel.
    const value = sql`date(printf('%04d-01-01', ${year}), (${month} - 1) || ' months', (${day} - 1) || ' days')`
    return checkedDay(sql`case when ${year} between 1 and 9999 then ${value} end`, args)
  },
  DATETIME: ({ args }) => {
    const [year, month, day, hour, minute] = wholes(args, 5)
    const second = args.length > 5 ? numberOf(argument(args, 5)) : sql`0`
    const moves = sql`(${month} - 1) || ' months', (${day} - 1) || ' days', ${hour} || ' hours', ${minute} || ' minutes', ${second} || ' seconds'`
    return checkedDay(sql`case when ${year} between 1 and 9999 then ${moment(sql`printf('%04d-01-01', ${year})`, moves)} end`, args)
  },
  ADDDAYS: ({ args, call }) => {
    const [date, days] = [argument(args, 0), numberOf(argument(args, 1))]
    // A part of a day moves a moment, and leaves a day where it is.
    if (call.type.of === 'dateTime') return moved(date, moment(date.value, sql`round(${days} * 86400.0) || ' seconds'`), args)
    return moved(date, sql`date(${date.value}, cast(floor(${days}) as integer) || ' days')`, args)
  },
  DATEADD: (call) => dateAdded(call),
  EDATE: ({ args }) => {
    const date = argument(args, 0)
    return moved(date, sql`date(${date.value}, ${whole(args, 1)} || ' months', 'floor')`, args)
  },
  EOMONTH: ({ args }) => {
    const date = argument(args, 0)
    const months = args.length > 1 ? whole(args, 1) : sql`0`
    return moved(date, sql`date(${date.value}, 'start of month', (${months} + 1) || ' months', '-1 day')`, args)
  },
  DAYSBETWEEN: (call) => daysBetween(call),
  DAYS: ({ args }) => {
    const [end, start] = [sql`substr(${argument(args, 0).value}, 1, 10)`, sql`substr(${argument(args, 1).value}, 1, 10)`]
    return possiblyEmpty(sql`cast(round(julianday(${end}) - julianday(${start})) as integer)`, args)
  },
  HOURS: ({ args }) => possiblyEmpty(sql`(${seconds(argument(args, 0), argument(args, 1))} / 3600.0)`, args),
  MONTHS: ({ args }) => possiblyEmpty(wholeMonths(argument(args, 0).value, argument(args, 1).value), args),
  YEARS: ({ args }) => possiblyEmpty(sql`(${wholeMonths(argument(args, 0).value, argument(args, 1).value)} / 12)`, args),
  AGE: ({ args }) => possiblyEmpty(sql`(${wholeMonths(argument(args, 0).value, argument(args, 1).value)} / 12)`, args),
  DATEDIFF: ({ args, call }) => {
    const [start, end] = [argument(args, 0), argument(args, 1)]
    return possiblyEmpty(difference(start, end, unitOf(call, 2) ?? 'days'), args)
  },
} satisfies Record<string, FunctionSql>

function difference(start: Scalar, end: Scalar, unit: string): Sql {
  const apart = seconds(start, end)
  switch (unit) {
    case 'years':
      return sql`(${wholeMonths(start.value, end.value)} / 12)`
    case 'quarters':
      return sql`(${wholeMonths(start.value, end.value)} / 3)`
    case 'months':
      return wholeMonths(start.value, end.value)
    case 'weeks':
      return sql`(${apart} / 604800)`
    case 'hours':
      return sql`(${apart} / 3600)`
    case 'minutes':
      return sql`(${apart} / 60)`
    case 'seconds':
      return apart
    default:
      return sql`(${apart} / 86400)`
  }
}

const unitOf = (call: Call['call'], index: number): string | null => {
  const unit = call.args[index]
  return unit?.kind === 'literal' && typeof unit.value === 'string' ? unit.value : null
}

/** Whole seconds from one moment to another, a whole number. */
const seconds = (start: Scalar, end: Scalar): Sql => sql`(unixepoch(${end.value}) - unixepoch(${start.value}))`

/** Whole months from one day to another: the day of the month must be reached; backwards they count down. */
function wholeMonths(start: Sql, end: Sql): Sql {
  const months = sql`((cast(substr(${end}, 1, 4) as integer) - cast(substr(${start}, 1, 4) as integer)) * 12
    + cast(substr(${end}, 6, 2) as integer) - cast(substr(${start}, 6, 2) as integer))`
  return sql`(${months} - case when ${end} >= ${start} then substr(${end}, 9) < substr(${start}, 9) else -(substr(${end}, 9) > substr(${start}, 9)) end)`
}

function daysBetween({ args, call }: Call): Scalar {
  const [left, right] = [argument(args, 0), argument(args, 1)]
  if (call.args.every((arg) => arg.type.of === 'date')) {
    return possiblyEmpty(sql`cast(julianday(${left.value}) - julianday(${right.value}) as integer)`, args)
  }
  return possiblyEmpty(sql`(${seconds(right, left)} / 86400.0)`, args)
}

function dateAdded({ args, call }: Call): Scalar {
  const date = argument(args, 0)
  const count = whole(args, 1)
  const step = { years: 'years', quarters: 'months', months: 'months', weeks: 'days' }[unitOf(call, 2) ?? ''] ?? unitOf(call, 2) ?? 'days'
  const times = { quarters: 3, weeks: 7 }[unitOf(call, 2) ?? ''] ?? 1
  const move = sql`(${count} * ${sql.raw(String(times))}) || ${` ${step}`}`
  // The last of January and a month is the last of February.
  const moves = step === 'months' || step === 'years' ? sql`${move}, 'floor'` : move
  return moved(date, call.type.of === 'dateTime' ? moment(date.value, moves) : sql`date(${date.value}, ${moves})`, args)
}

/** A moment moved, as cells keep it: to the minute, with seconds where there are any. */
function moment(from: Sql, moves: Sql): Sql {
  return sql`replace(strftime('%Y-%m-%dT%H:%M:%S|', ${from}, ${moves}), ':00|', '')`
}

/** What came of moving a day; beyond the year 9999 there is none. */
function moved(date: Scalar, value: Sql, args: Call['args']): Scalar {
  const clean = sql`rtrim(${value}, '|')`
  return possiblyEmpty(clean, args, failsWhen(sql`${date.value} is not null and ${value} is null`, errorCodes.number))
}

const checkedDay = (value: Sql, args: Call['args']): Scalar =>
  filled(sql`rtrim(${value}, '|')`, args, failsWhen(sql`${value} is null`, errorCodes.number))

const whole = (args: Call['args'], index: number): Sql => sql`cast(${numberOf(argument(args, index))} as integer)`
const wholes = (args: Call['args'], count: number): Sql[] => Array.from({ length: count }, (_, index) => whole(args, index))
