/** A calendar day as ISO text, `2024-03-05`; sorts and compares as text and knows no time zone. */
export type IsoDay = string

/** The day when it exists, else null: 2023-02-29 does not. Years 1000 to 9999. */
export function isoDay(year: number, month: number, day: number): IsoDay | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${two(month)}-${two(day)}`
}

export function isIsoDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text)
  return match !== null && isoDay(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

export type DayParts = { year: number; month: number; day: number }

/** The parts of an ISO day, or of the day of an ISO date-time. */
export const partsOfDay = (day: IsoDay): DayParts => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
})

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** Days since 1970-01-01. */
export function dayNumber(day: IsoDay): number {
  const parts = partsOfDay(day)
  return Date.UTC(parts.year, parts.month - 1, parts.day) / 86_400_000
}

export const dayOfNumber = (days: number): IsoDay => new Date(days * 86_400_000).toISOString().slice(0, 10)

/** `addDays('2024-02-28', 2)` → `2024-03-01` */
export const addDays = (day: IsoDay, days: number): IsoDay => dayOfNumber(dayNumber(day) + days)

/** Days from one day to a later one; negative when `to` is earlier. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => dayNumber(to) - dayNumber(from)

/** The same day of a month so many months on, or that month's last day where it is shorter. */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const parts = partsOfDay(day)
  const index = parts.year * 12 + parts.month - 1 + months
  const year = Math.floor(index / 12), month = (index % 12) + 1
  return `${year}-${two(month)}-${two(Math.min(parts.day, daysInMonth(year, month)))}`
}

export const startOfMonth = (day: IsoDay): IsoDay => `${day.slice(0, 7)}-01`

export function endOfMonth(day: IsoDay): IsoDay {
  const { year, month } = partsOfDay(day)
  return `${day.slice(0, 7)}-${daysInMonth(year, month)}`
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: IsoDay): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The Monday of the week. */
export const startOfWeek = (day: IsoDay): IsoDay => addDays(day, 1 - weekdayOf(day))

const two = (number: number) => String(number).padStart(2, '0')
