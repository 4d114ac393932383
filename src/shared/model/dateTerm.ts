import { assertNever } from '../lib/assertNever.ts'
import { addDays, addMonths, endOfMonth, mondayOf, type Day } from '../lib/days.ts'
import type { DatePeriod, DateTerm } from './filter.ts'

/** The day a term means when it is read on `today`. */
export function resolveDateTerm(term: DateTerm, today: Day): Day {
  switch (term.kind) {
    case 'exact':
      return term.date
    case 'today':
      return today
    case 'yesterday':
      return addDays(today, -1)
    case 'tomorrow':
      return addDays(today, 1)
    case 'daysAgo':
      return addDays(today, -term.days)
    case 'daysFromNow':
      return addDays(today, term.days)
    default:
      return assertNever(term)
  }
}

export type DaySpan = { /** First day. */ from: Day; /** Last day, inclusive. */ to: Day }

/** The days of a period around `today`. The past and next n days both count today as one of them. */
export function resolvePeriod(period: DatePeriod, today: Day): DaySpan {
  switch (period.kind) {
    case 'thisWeek':
      return weekOf(today)
    case 'lastWeek':
      return weekOf(addDays(today, -7))
    case 'nextWeek':
      return weekOf(addDays(today, 7))
    case 'thisMonth':
      return monthOf(today.slice(0, 7))
    case 'lastMonth':
      return monthOf(addMonths(today.slice(0, 7), -1))
    case 'nextMonth':
      return monthOf(addMonths(today.slice(0, 7), 1))
    case 'thisYear':
      return yearOf(today)
    case 'lastYear':
      return yearOf(addMonths(today.slice(0, 7), -12))
    case 'pastDays':
      return { from: addDays(today, 1 - period.days), to: today }
    case 'nextDays':
      return { from: today, to: addDays(today, period.days - 1) }
    default:
      return assertNever(period)
  }
}

function weekOf(day: Day): DaySpan {
  const monday = mondayOf(day)
  return { from: monday, to: addDays(monday, 6) }
}

const monthOf = (month: string): DaySpan => ({ from: `${month}-01`, to: endOfMonth(month) })

const yearOf = (day: Day): DaySpan => ({ from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` })
