import { addDays, daysBetween } from '#shared/lib/days.ts'
import type { Lang } from '#shared/i18n/lang.ts'

/** A span of days, both included. */
export type Period = { from: string; to: string }

/** The period asked for; by default the last twelve months until today, the 365 days that yearly amounts count. */
export function periodOf(asked: { from: string | null; to: string | null }, today: string): Period {
  const to = asked.to ?? today
  const from = asked.from ?? addDays(to, -364)
  return from <= to ? { from, to } : { from: to, to: from }
}

/** As many days just before. */
export function periodBefore({ from, to }: Period): Period {
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) }
}

/** The first text after every moment of the day: a time continues a date with `T`, and `U` follows `T`. */
export const endOf = (day: string): string => `${day}U`

/** The months a period touches, as YYYY-MM. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 31).slice(0, 7)}-01`) months.push(day.slice(0, 7))
  return months
}

/** A day as people write it: 2026年3月1日, 1 March 2026. */
export function dayText(day: string, lang: Lang): string {
  return format(day, lang, { year: 'numeric', month: 'long', day: 'numeric' })
}

/** A month as people write it: 2026年3月, March 2026. */
export function monthText(month: string, lang: Lang): string {
  return format(`${month}-01`, lang, { year: 'numeric', month: 'long' })
}

function format(day: string, lang: Lang, parts: Intl.DateTimeFormatOptions): string {
  const locale = lang === 'en' ? 'en-GB' : lang
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}
