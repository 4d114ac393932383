import { addMonths } from '#shared/lib/days.ts'

export type Cohort = {
  /** `YYYY-MM` of the first purchase. */
  month: string
  /** Customers who came in that month. */
  size: number
  /** Customers of it who bought in the month itself, the next … up to the last month that has passed. */
  active: readonly number[]
}

/**
 * Cohort retention by calendar month: of those whose first purchase fell into a month, how many bought in the months
 * after. `activity`: who bought in which month (`YYYY-MM`), repeats allowed. `lastMonth` ends the table.
 */
export function cohorts(activity: Iterable<{ customer: number; month: string }>, lastMonth: string): Cohort[] {
  const months = new Map<number, Set<string>>()
  for (const { customer, month } of activity) {
    if (month > lastMonth) continue
    const known = months.get(customer)
    if (known === undefined) months.set(customer, new Set([month]))
    else known.add(month)
  }
  const counts = new Map<string, Map<number, number>>()
  for (const each of months.values()) {
    const first = [...each].reduce((least, month) => (month < least ? month : least))
    const row = counts.get(first) ?? new Map<number, number>()
    for (const month of each) {
      const offset = monthsBetween(first, month)
      row.set(offset, (row.get(offset) ?? 0) + 1)
    }
    counts.set(first, row)
  }
  const firsts = [...counts.keys()].sort()
  const [begin] = firsts
  const all = begin === undefined ? [] : Array.from({ length: monthsBetween(begin, lastMonth) + 1 }, (_, index) => addMonths(begin, index))
  return all.map((month) => {
    const row = counts.get(month)
    const active = Array.from({ length: monthsBetween(month, lastMonth) + 1 }, (_, offset) => row?.get(offset) ?? 0)
    return { month, size: row?.get(0) ?? 0, active }
  })
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}
