/** A calendar day as stored: `YYYY-MM-DD`. Wall time without a zone, so arithmetic is done in UTC, where every day has 24 hours. */
export type Day = string

/** `addDays('2024-02-28', 2)` is 2024-03-01. */
export function addDays(day: Day, days: number): Day {
  return new Date(utc(day) + days * dayMs).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / dayMs)
}

/** Whole days since 1970-01-01: days as numbers, where there are a million of them. */
export const daysSinceEpoch = (day: Day): number => Math.round(utc(day) / dayMs)

/** The day so many days after 1970-01-01. */
export const daysFromEpoch = (days: number): Day => new Date(days * dayMs).toISOString().slice(0, 10)

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7))
}

/** `addMonths('2024-12', 2)` is 2025-02. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The same day so many months later, or the last of that month: `addMonthsToDay('2024-01-31', 1)` is 2024-02-29. */
export function addMonthsToDay(day: Day, months: number): Day {
  const end = endOfMonth(addMonths(day.slice(0, 7), months))
  return `${end.slice(0, 8)}${day.slice(8, 10) < end.slice(8) ? day.slice(8, 10) : end.slice(8)}`
}

/** The local day of an instant. */
export function localDay(instant: Date): Day {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}

/** The local wall time of an instant to the minute, as date-time cells store it. */
export function localMinute(instant: Date): string {
  return `${localDay(instant)}T${two(instant.getHours())}:${two(instant.getMinutes())}`
}

/** The day when it exists, else null: 2023-02-29 does not. Years 1000 to 9999. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${two(month)}-${two(day)}`
}

/** Year, month and day of a stored day, date-time or month. */
export const partsOfDay = (day: string): { year: number; month: number; day: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
})

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => daysBetween(mondayOf(day), day) + 1

/** The last day of the month, from a day or a month: `2024-02` → `2024-02-29`. */
export function endOfMonth(day: string): Day {
  const { year, month } = partsOfDay(day)
  return `${day.slice(0, 7)}-${daysInMonth(year, month)}`
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

const dayMs = 86_400_000

function utc(day: Day): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
}

const two = (number: number): string => String(number).padStart(2, '0')
