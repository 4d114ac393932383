import { addDays, dayOf, daysBetween, endOfMonth, partsOfDay } from '#shared/lib/days.ts'
import type { Script } from './script.ts'
import { isTrue, scriptOrEmpty, textOf, wholeOf, wrongNumber } from './scriptValue.ts'

/** Spans between days, and birthdays. */
export const dateScripts: readonly Script[] = [
  scriptOrEmpty('DATEDIF', (start, end, unit) =>
    end === null || end === undefined ? null : dateDif(String(start), String(end), textOf(unit ?? 'D')),
  ),
  scriptOrEmpty('DAYS360', (start, end, european) => (end == null ? null : days360(String(start), String(end), isTrue(european)))),
  scriptOrEmpty('YEARFRAC', (start, end, basis) => (end == null ? null : yearFraction(String(start), String(end), wholeOf(basis)))),
  scriptOrEmpty('NEXTBIRTHDAY', (birthday, after) => (after == null ? null : nextBirthday(String(birthday), String(after)))),
]

const dayPart = (moment: string): string => moment.slice(0, 10)
const timed = (moment: string): number => Date.parse(`${moment.length === 10 ? `${moment}T00:00` : moment}Z`)

function dateDif(startMoment: string, endMoment: string, unit: string) {
  const [start, end] = [dayPart(startMoment), dayPart(endMoment)]
  const seconds = (timed(endMoment) - timed(startMoment)) / 1000
  // Days, months and years are counted between days, as Excel does: what was made this morning is 0 days before today, which begins at midnight.
  if (['H', 'N', 'S'].includes(unit) ? seconds < 0 : end < start) return wrongNumber
  const [from, to] = [partsOfDay(start), partsOfDay(end)]
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
  switch (unit) {
    case 'Y':
      return Math.floor(months / 12)
    case 'M':
      return months
    case 'YM':
      return months % 12
    case 'MD': {
      if (to.day >= from.day) return to.day - from.day
      const last = partsOfDay(addDays(`${end.slice(0, 8)}01`, -1)).day
      return Math.max(0, last - from.day) + to.day
    }
    case 'YD': {
      const year = to.month < from.month || (to.month === from.month && to.day < from.day) ? to.year - 1 : to.year
      return daysBetween(sameDayIn(year, start), end)
    }
    case 'H':
      return Math.floor(seconds / 3600)
    case 'N':
      return Math.floor(seconds / 60)
    case 'S':
      return Math.floor(seconds)
    default:
      return daysBetween(start, end)
  }
}

/** The day in another year; 29 February is 1 March where there is none. */
function sameDayIn(year: number, day: string): string {
  const { month, day: number } = partsOfDay(day)
  return dayOf(year, month, number) ?? `${String(year).padStart(4, '0')}-03-01`
}

function nextBirthday(birthday: string, after: string): string {
  const day = dayPart(after)
  const { year } = partsOfDay(day)
  const here = birthdayIn(year, birthday)
  return here >= day ? here : birthdayIn(year + 1, birthday)
}

/** Born on 29 February, the birthday of other years is the 28th. */
function birthdayIn(year: number, birthday: string): string {
  const { month, day } = partsOfDay(birthday)
  return dayOf(year, month, day) ?? endOfMonth(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`)
}

/** A year of twelve months of thirty days. */
function days360(startMoment: string, endMoment: string, european: boolean): number {
  const [start, end] = [dayPart(startMoment), dayPart(endMoment)]
  const [from, to] = [partsOfDay(start), partsOfDay(end)]
  const fromDay = from.day === 31 || (!european && start === endOfMonth(start)) ? 30 : from.day
  const toDay = to.day === 31 && (european || fromDay === 30) ? 30 : to.day
  const isNext = to.day === 31 && !european && fromDay < 30
  return (to.year - from.year) * 360 + (to.month - from.month + (isNext ? 1 : 0)) * 30 + (isNext ? 1 : toDay) - fromDay
}

function yearFraction(one: string, other: string, basis: number) {
  const [start, end] = [dayPart(one), dayPart(other)].toSorted()
  if (start === undefined || end === undefined) return wrongNumber
  switch (basis) {
    case 0:
      // From one end of February to another they are whole years.
      return (days360(start, end, false) + (isFebruaryEnd(start) && isFebruaryEnd(end) ? 30 - partsOfDay(end).day : 0)) / 360
    case 1:
      return daysBetween(start, end) / averageYear(start, end)
    case 2:
      return daysBetween(start, end) / 360
    case 3:
      return daysBetween(start, end) / 365
    case 4:
      return days360(start, end, true) / 360
    default:
      return wrongNumber
  }
}

const isFebruaryEnd = (day: string): boolean => partsOfDay(day).month === 2 && day === endOfMonth(day)

function averageYear(start: string, end: string): number {
  const [first, last] = [partsOfDay(start).year, partsOfDay(end).year]
  const isWithinYear = end <= sameDayIn(first + 1, start)
  if (isWithinYear) {
    const leapDay = [first, last].map((year) => dayOf(year, 2, 29)).find((day) => day !== null && day >= start && day <= end)
    return first === last ? (dayOf(first, 2, 29) === null ? 365 : 366) : leapDay === undefined ? 365 : 366
  }
  const years = last - first + 1
  return daysBetween(`${first}-01-01`, `${last + 1}-01-01`) / years
}
