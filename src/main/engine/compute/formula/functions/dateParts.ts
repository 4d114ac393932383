import { sql } from '../../../store/sql.ts'
import { possiblyEmpty, numberOf, type Scalar, type Sql } from '../compiled.ts'
import { argument, type FunctionSql } from './functionSql.ts'

/** Parts of a day, a day in the week, the month, the year. What an empty date has is empty. */
export const datePartFunctions = {
  YEAR: part((day) => sql`cast(substr(${day}, 1, 4) as integer)`),
  MONTH: part((day) => sql`cast(substr(${day}, 6, 2) as integer)`),
  DAY: part((day) => sql`cast(substr(${day}, 9, 2) as integer)`),
  HOUR: part((day) => sql`case when ${day} is not null then cast(substr(${day}, 12, 2) as integer) end`),
  MINUTE: part((day) => sql`case when ${day} is not null then cast(substr(${day}, 15, 2) as integer) end`),
  SECOND: part((day) => sql`case when ${day} is not null then cast(substr(${day}, 18, 2) as integer) end`),
  QUARTER: part((day) => sql`(cast(substr(${day}, 6, 2) as integer) + 2) / 3`),
  DAYOFYEAR: part((day) => sql`cast(strftime('%j', ${day}) as integer)`),
  DAYSINMONTH: part((day) => sql`cast(strftime('%d', ${day}, 'start of month', '+1 month', '-1 day') as integer)`),
  ISLEAPYEAR: part((day) => sql`(strftime('%j', substr(${day}, 1, 4) || '-12-31') = '366')`),
  ISOWEEKNUM: part((day) => sql`cast(strftime('%V', ${day}) as integer)`),
  WEEKDAYTEXT: part((day) => sql`substr(${weekdays}, cast(strftime('%w', ${day}) as integer) + 1, 1)`),
  WEEKDAY: ({ args }) => {
    const sunday = sql`cast(strftime('%w', ${dayOf(args[0])}) as integer)`
    const kind = args.length > 1 ? numberOf(argument(args, 1)) : sql`1`
    // 1 counts from Sunday, 2 from Monday, 3 from Monday as 0, 11 to 17 from Monday to Sunday as 1.
    return possiblyEmpty(
      sql`(case when ${kind} = 3 then (${sunday} + 6) % 7 when ${kind} between 11 and 17 then (${sunday} + 17 - cast(${kind} as integer) + 7) % 7 + 1
        when ${kind} = 2 then (${sunday} + 6) % 7 + 1 else ${sunday} + 1 end)`,
      args,
    )
  },
  WEEKNUM: ({ args }) => {
    const day = dayOf(args[0])
    const kind = args.length > 1 ? numberOf(argument(args, 1)) : sql`1`
    // How far the first day of the year is into its week: 1 begins weeks on Sunday, 2 on Monday, 21 counts as ISO does.
    const first = sql`cast(strftime('%w', ${day}, 'start of year') as integer)`
    const into = sql`(case when ${kind} in (2, 11) then (${first} + 6) % 7 when ${kind} between 12 and 17 then (${first} + 17 - cast(${kind} as integer) + 7) % 7 else ${first} end)`
    return possiblyEmpty(
      sql`(case when ${kind} = 21 then cast(strftime('%V', ${day}) as integer) else (cast(strftime('%j', ${day}) as integer) - 1 + ${into}) / 7 + 1 end)`,
      args,
    )
  },
  STARTOFWEEK: week((day, from) => sql`date(${day}, '-' || ${from} || ' days')`),
  ENDOFWEEK: week((day, from) => sql`date(${day}, '+' || (6 - ${from}) || ' days')`),
  STARTOFMONTH: part((day) => sql`date(${day}, 'start of month')`),
  ENDOFMONTH: part((day) => sql`date(${day}, 'start of month', '+1 month', '-1 day')`),
  STARTOFQUARTER: part(quarterStart),
  ENDOFQUARTER: part((day) => sql`date(${quarterStart(day)}, '+3 months', '-1 day')`),
  STARTOFYEAR: part((day) => sql`date(${day}, 'start of year')`),
  ENDOFYEAR: part((day) => sql`date(${day}, 'start of year', '+1 year', '-1 day')`),
  ISODATE: part((day) => sql`substr(${day}, 1, 10)`),
  DATEONLY: part((day) => sql`substr(${day}, 1, 10)`),
  ISOMONTH: part((day) => sql`substr(${day}, 1, 7)`),
  TIMETEXT: part((day) => sql`case when ${day} is not null then coalesce(nullif(substr(${day}, 12), ''), '00:00') end`),
} satisfies Record<string, FunctionSql>

/** From Sunday on, as people write them. */
const weekdays = '日一二三四五六'

const dayOf = (arg: Parameters<typeof argument>[0][number] | undefined): Sql => argument(arg === undefined ? [] : [arg], 0).value

function part(write: (day: Sql) => Sql): FunctionSql {
  return ({ args }): Scalar => possiblyEmpty(write(dayOf(args[0])), args)
}

/** Days since the week began: on Monday, or with 1 on Sunday as WEEKDAY counts. */
function week(write: (day: Sql, from: Sql) => Sql): FunctionSql {
  return ({ args }) => {
    const day = dayOf(args[0])
    const sunday = sql`cast(strftime('%w', ${day}) as integer)`
    const from =
      args.length > 1 ? sql`(case when ${numberOf(argument(args, 1))} = 1 then ${sunday} else (${sunday} + 6) % 7 end)` : sql`((${sunday} + 6) % 7)`
    return possiblyEmpty(write(day, from), args)
  }
}

function quarterStart(day: Sql): Sql {
  return sql`date(${day}, 'start of month', '-' || ((cast(substr(${day}, 6, 2) as integer) - 1) % 3) || ' months')`
}
