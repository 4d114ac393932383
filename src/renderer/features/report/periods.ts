import { addDays, addMonths, endOfMonth } from '#shared/lib/days.ts'

/** A span of days, both included; null leaves the choice to the engine: the last twelve months until today. */
export type Period = { from: string | null; to: string | null }

export const periodKeys = ['last12Months', 'thisYear', 'lastYear', 'thisQuarter', 'lastQuarter', 'thisMonth', 'lastMonth'] as const
export type PeriodKey = (typeof periodKeys)[number]

/** The days a period means, seen from today; a period that is not over ends today. */
export function periodOf(key: PeriodKey, today: string): Period {
  const month = today.slice(0, 7)
  const year = today.slice(0, 4)
  const quarter = `${year}-${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}`
  switch (key) {
    case 'last12Months':
      return { from: null, to: null }
    case 'thisYear':
      return { from: `${year}-01-01`, to: today }
    case 'lastYear':
      return { from: `${Number(year) - 1}-01-01`, to: `${Number(year) - 1}-12-31` }
    case 'thisQuarter':
      return { from: `${quarter}-01`, to: today }
    case 'lastQuarter':
      return { from: `${addMonths(quarter, -3)}-01`, to: addDays(`${quarter}-01`, -1) }
    case 'thisMonth':
      return { from: `${month}-01`, to: today }
    case 'lastMonth':
      return { from: `${addMonths(month, -1)}-01`, to: endOfMonth(addMonths(month, -1)) }
  }
}
