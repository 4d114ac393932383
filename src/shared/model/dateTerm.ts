import { z } from 'zod'
import { assertNever } from '../lib/assertNever.ts'
import { addDays, addMonths, addMonthsToDay, endOfMonth, mondayOf, type Day } from '../lib/days.ts'

/** Longer spans than days, by which people count; `count` of them. */
const unit = z.enum(['week', 'month', 'year'])
export type DateUnit = z.infer<typeof unit>

const count = z.number().int().min(0).max(9999)
const several = z.number().int().positive().max(9999)

/** A calendar day, fixed or relative to the day on which the filter is read. */
export const dateTermSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), date: z.string() }),
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('yesterday') }),
  z.object({ kind: z.literal('tomorrow') }),
  z.object({ kind: z.literal('daysAgo'), days: z.number().int() }),
  z.object({ kind: z.literal('daysFromNow'), days: z.number().int() }),
  z.object({ kind: z.literal('ago'), unit, count }),
  z.object({ kind: z.literal('fromNow'), unit, count }),
])
export type DateTerm = z.infer<typeof dateTermSchema>

/** A span of days around today; weeks begin on Monday, half-years in January and July. */
export const datePeriodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('yesterday') }),
  z.object({ kind: z.literal('tomorrow') }),
  z.object({ kind: z.literal('thisWeek') }),
  z.object({ kind: z.literal('lastWeek') }),
  z.object({ kind: z.literal('nextWeek') }),
  z.object({ kind: z.literal('thisMonth') }),
  z.object({ kind: z.literal('lastMonth') }),
  z.object({ kind: z.literal('nextMonth') }),
  z.object({ kind: z.literal('thisQuarter') }),
  z.object({ kind: z.literal('lastQuarter') }),
  z.object({ kind: z.literal('nextQuarter') }),
  z.object({ kind: z.literal('thisHalfYear') }),
  z.object({ kind: z.literal('lastHalfYear') }),
  z.object({ kind: z.literal('nextHalfYear') }),
  z.object({ kind: z.literal('thisYear') }),
  z.object({ kind: z.literal('lastYear') }),
  z.object({ kind: z.literal('nextYear') }),
  z.object({ kind: z.literal('pastDays'), days: z.number().int().positive() }),
  z.object({ kind: z.literal('nextDays'), days: z.number().int().positive() }),
  z.object({ kind: z.literal('past'), unit, count: several }),
  z.object({ kind: z.literal('next'), unit, count: several }),
])
export type DatePeriod = z.infer<typeof datePeriodSchema>

/** The day a term means when it is read on `today`. A month before 31 March is the last day of February. */
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
    case 'ago':
      return addUnits(today, term.unit, -term.count)
    case 'fromNow':
      return addUnits(today, term.unit, term.count)
    default:
      return assertNever(term)
  }
}

export type DaySpan = { /** First day. */ from: Day; /** Last day, inclusive. */ to: Day }

/**
 * The days of a period around `today`. Past and next n days, weeks, months and years count today as one of their days:
 * the past month on 15 March begins on 16 February.
 */
export function resolvePeriod(period: DatePeriod, today: Day): DaySpan {
  switch (period.kind) {
    case 'today':
    case 'yesterday':
    case 'tomorrow': {
      const day = resolveDateTerm(period, today)
      return { from: day, to: day }
    }
    case 'thisWeek':
      return weekOf(today)
    case 'lastWeek':
      return weekOf(addDays(today, -7))
    case 'nextWeek':
      return weekOf(addDays(today, 7))
    case 'thisMonth':
      return monthsOf(today, 1, 0)
    case 'lastMonth':
      return monthsOf(today, 1, -1)
    case 'nextMonth':
      return monthsOf(today, 1, 1)
    case 'thisQuarter':
      return monthsOf(today, 3, 0)
    case 'lastQuarter':
      return monthsOf(today, 3, -1)
    case 'nextQuarter':
      return monthsOf(today, 3, 1)
    case 'thisHalfYear':
      return monthsOf(today, 6, 0)
    case 'lastHalfYear':
      return monthsOf(today, 6, -1)
    case 'nextHalfYear':
      return monthsOf(today, 6, 1)
    case 'thisYear':
      return monthsOf(today, 12, 0)
    case 'lastYear':
      return monthsOf(today, 12, -1)
    case 'nextYear':
      return monthsOf(today, 12, 1)
    case 'pastDays':
      return { from: addDays(today, 1 - period.days), to: today }
    case 'nextDays':
      return { from: today, to: addDays(today, period.days - 1) }
    case 'past':
      return { from: addDays(addUnits(today, period.unit, -period.count), 1), to: today }
    case 'next':
      return { from: today, to: addDays(addUnits(today, period.unit, period.count), -1) }
    default:
      return assertNever(period)
  }
}

/**
 * The month-days (`MM-DD`) of a span, for birthdays: from `from` to `to`, over the end of the year where `wraps`;
 * null when it holds every day of a year. 29 February is kept on the 28th in a year that has no 29th.
 */
export function monthDaysOf(span: DaySpan): { from: string; to: string; wraps: boolean } | null {
  if (addMonthsToDay(span.from, 12) <= span.to) return null
  const from = span.from.slice(5)
  const last = span.to.slice(5)
  const to = last === '02-28' && endOfMonth(span.to) === span.to ? '02-29' : last
  return { from, to, wraps: span.from.slice(0, 4) !== span.to.slice(0, 4) }
}

function addUnits(day: Day, one: DateUnit, counted: number): Day {
  switch (one) {
    case 'week':
      return addDays(day, counted * 7)
    case 'month':
      return addMonthsToDay(day, counted)
    case 'year':
      return addMonthsToDay(day, counted * 12)
    default:
      return assertNever(one)
  }
}

function weekOf(day: Day): DaySpan {
  const monday = mondayOf(day)
  return { from: monday, to: addDays(monday, 6) }
}

/** The month, quarter, half-year or year (of so many months) that holds the day, or one before or after it. */
function monthsOf(day: Day, months: 1 | 3 | 6 | 12, step: -1 | 0 | 1): DaySpan {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months + 1
  const from = addMonths(`${day.slice(0, 4)}-${String(first).padStart(2, '0')}`, step * months)
  return { from: `${from}-01`, to: endOfMonth(addMonths(from, months - 1)) }
}
