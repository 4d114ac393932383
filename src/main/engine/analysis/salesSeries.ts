import { addDays, addMonths, addMonthsToDay, daysFromEpoch, endOfMonth, mondayOf } from '#shared/lib/days.ts'
import { dayText, monthText } from '../report/period.ts'
import type { SalesLines } from './figures/salesLines.ts'
import type { Making } from './making.ts'
import type { Orders } from './orders.ts'

/** Sales by month or week, from the first with an order to the last that has ended; what has none counts as nothing. */
export type SalesSeries = {
  /** `2026-11`, or the Monday of a week. */
  periods: readonly string[]
  values: readonly number[]
  /** Values to the year. */
  season: number
  next: (count: number) => string[]
  notes: string[]
}

/** A date mistyped by a century would make a series of a thousand empty months. */
const mostYears = 10

export function salesSeries({ context, words }: Making, orders: Orders, by: 'month' | 'week'): SalesSeries {
  const { today } = context
  const { t, lang } = words
  const start = by === 'month' ? (day: string) => day.slice(0, 7) : mondayOf
  const after = by === 'month' ? (period: string) => addMonths(period, 1) : (period: string) => addDays(period, 7)
  const end = by === 'month' ? endOfMonth(today) : addDays(mondayOf(today), 6)
  // A period that ends today has still hours to go.
  const running = start(today)
  const earliest = start(addMonthsToDay(today, -12 * mostYears))
  const sums = new Map<string, number>()
  let older = 0
  // By day: there are never many, and weeks begin on Mondays here as everywhere in the book.
  for (const { day, units, count } of daysOf(orders.all())) {
    const period = start(daysFromEpoch(day))
    if (period < earliest) older += count
    else if (period < running) sums.set(period, (sums.get(period) ?? 0) + units)
  }
  const [first] = sums.keys()
  const periods: string[] = []
  for (let period = first ?? running; period < running; period = after(period)) periods.push(period)
  const notes = [
    by === 'month'
      ? t('analysisSales.forecast.running.month', { month: monthText(running, lang), end: dayText(end, lang) })
      : t('analysisSales.forecast.running.week', { from: dayText(running, lang), end: dayText(end, lang) }),
    ...(older === 0 ? [] : [t('analysisSales.forecast.older', { count: older, years: mostYears })]),
  ]
  return {
    periods,
    values: periods.map((period) => (sums.get(period) ?? 0) / orders.unit),
    season: by === 'month' ? 12 : 52,
    // What is to come begins with the period that is running.
    next: (count) => {
      const ahead = [running]
      while (ahead.length < count) ahead.push(after(ahead.at(-1) ?? running))
      return ahead.slice(0, count)
    },
    notes,
  }
}

/** What was sold on each day, in their order. */
function daysOf({ days, units }: SalesLines): { day: number; units: number; count: number }[] {
  const found = new Map<number, { day: number; units: number; count: number }>()
  days.forEach((day, line) => {
    const known = found.get(day) ?? { day, units: 0, count: 0 }
    if (known.count === 0) found.set(day, known)
    known.units += units[line] ?? 0
    known.count += 1
  })
  return [...found.values()].sort((left, right) => left.day - right.day)
}
