import { expectedFuturePurchases, type BgNbd } from './bgNbd.ts'
import type { BuyingHistory } from './frequency.ts'
import { expectedValueOfPurchase, type GammaGamma } from './gammaGamma.ts'

/** How many units of the histories' time make one month: what discounting by months has to multiply with. */
export const unitsPerMonth = { day: 30, week: 4.345, month: 1, hour: 720 } as const
export type TimeUnit = keyof typeof unitsPerMonth

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
  if (each === null) return null
  let value = 0
  let before = 0
  for (let month = 1; month <= months; month += 1) {
    const until = expectedFuturePurchases(buying, past, month * unitsPerMonth[unit])
    value += (each * (until - before)) / (1 + monthlyRate) ** month
    before = until
  }
  return value
}
