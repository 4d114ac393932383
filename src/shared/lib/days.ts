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

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7))
}

/** `addMonths('2024-12', 2)` is 2025-02. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The local day of an instant. */
export function localDay(instant: Date): Day {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`
}

/** The local wall time of an instant to the minute, as date-time cells store it. */
export function localMinute(instant: Date): string {
  return `${localDay(instant)}T${two(instant.getHours())}:${two(instant.getMinutes())}`
}

const dayMs = 86_400_000

function utc(day: Day): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
}

const two = (number: number): string => String(number).padStart(2, '0')
