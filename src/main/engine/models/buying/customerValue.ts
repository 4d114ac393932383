import { expectedFuturePurchases, type BgNbd } from './bgNbd.ts'
import type { BuyingHistory } from './frequency.ts'
import { expectedValueOfPurchase, type GammaGamma } from './gammaGamma.ts'

/** How many units of the histories' time make one month: what discounting by months has to multiply with. */
export const unitsPerMonth = { day: 30, week: 4.345, month: 1, hour: 720 } as const
export type TimeUnit = keyof typeof unitsPerMonth

/** Purchases to expect of a customer within the first month from now, the first two … and all `months`. */
export function purchasesByMonth(buying: BgNbd, past: BuyingHistory, months: number, unit: TimeUnit): number[] {
  return Array.from({ length: months }, (_, month) => expectedFuturePurchases(buying, past, (month + 1) * unitsPerMonth[unit]))
}

/** What purchases worth `each` come to today, by how many are expected within one month, two … */
export function discounted(byMonth: readonly number[], each: number, monthlyRate: number): number {
  let [value, before] = [0, 0]
  byMonth.forEach((until, month) => {
    value += (each * (until - before)) / (1 + monthlyRate) ** (month + 1)
    before = until
  })
  return value
}

/**
 * Value of a customer's purchases in the coming `months`, discounted at `monthlyRate` (0.01: one per cent a month), as
 * Python's lifetimes reckons it: Σ E(M) · (E[Y(i·f)] − E[Y((i−1)·f)]) / (1 + d)^i, f units of time to the month. Null
 * when the value of a purchase cannot be expected.
 */
export function customerValue(
  buying: BgNbd,
  spending: GammaGamma,
  past: BuyingHistory,
  { months, monthlyRate, unit }: { months: number; monthlyRate: number; unit: TimeUnit },
): number | null {
  const each = expectedValueOfPurchase(spending, past)
  return each === null ? null : discounted(purchasesByMonth(buying, past, months, unit), each, monthlyRate)
}
