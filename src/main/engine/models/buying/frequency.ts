import { daysBetween, type Day } from '#shared/lib/days.ts'

/** One purchase. `amount` may be negative (a refund). */
export type Purchase = { customer: number; day: Day; amount: number }

/**
 * What the buying models know of a customer, in one unit of time (weeks, days …).
 * Fader, Hardie and Lee 2005, and the data preparation of R's BTYD.
 */
export type BuyingHistory = {
  customer: number
  /** Days with a purchase after the first: x. */
  frequency: number
  /** From the first purchase to the last: t_x; 0 for who bought once. */
  recency: number
  /** From the first purchase to the end of the observation: T. */
  age: number
  /** Mean of what was bought per day with a purchase, the first left out: m̄; 0 for who bought once. */
  monetary: number
}

/**
 * Buying histories up to and including `end`, in units of `unitDays` days (7: weeks), not rounded. Purchases of one day
 * count once. Who first bought after the end is left out. Ordered by customer.
 */
export function buyingHistories(purchases: readonly Purchase[], end: Day, unitDays: number): BuyingHistory[] {
  const byCustomer = new Map<number, Map<Day, number>>()
  for (const { customer, day, amount } of purchases) {
    if (day > end) continue
    const days = byCustomer.get(customer) ?? new Map<Day, number>()
    days.set(day, (days.get(day) ?? 0) + amount)
    byCustomer.set(customer, days)
  }
  return [...byCustomer]
    .sort(([left], [right]) => left - right)
    .map(([customer, days]) => {
      const ordered = [...days.keys()].sort()
      const first = ordered[0] ?? end
      const last = ordered.at(-1) ?? first
      const repeated = ordered.slice(1)
      const sum = repeated.reduce((total, day) => total + (days.get(day) ?? 0), 0)
      return {
        customer,
        frequency: repeated.length,
        recency: daysBetween(first, last) / unitDays,
        age: daysBetween(first, end) / unitDays,
        monetary: repeated.length === 0 ? 0 : sum / repeated.length,
      }
    })
}
