import { placesInOrder, roomFor, type SalesLines } from './salesLines.ts'

/** On which days, counted from 1970, a customer bought, and for how many units. */
export type BuyingDays = {
  customer: number
  first: number
  last: number
  /** Days with a purchase; a day counts once. */
  days: number
  /** Units of all days after the first, refunds taken off. */
  later: number
  /** Units of all days. */
  all: number
}

/** The buying days of all who bought, by id. Refunds take from the money of the days after the first and are no purchase. */
export function buyingDays({ holders, days, units }: SalesLines): BuyingDays[] {
  const size = roomFor(holders)
  const [firsts, lasts, counts] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const [laters, sums] = [new Float64Array(size), new Float64Array(size)]
  // Day by day, so that one pass knows of each customer whether he has bought before.
  for (const line of placesInOrder(days)) {
    const [id = 0, day = 0, amount = 0] = [holders[line], days[line], units[line]]
    const known = counts[id] ?? 0
    sums[id] = (sums[id] ?? 0) + amount
    if (known > 0 && day > (firsts[id] ?? 0)) laters[id] = (laters[id] ?? 0) + amount
    if (amount < 0) continue
    if (known === 0) firsts[id] = day
    if (known === 0 || day > (lasts[id] ?? 0)) counts[id] = known + 1
    lasts[id] = day
  }
  const found: BuyingDays[] = []
  for (let customer = 0; customer < size; customer += 1) {
    const count = counts[customer] ?? 0
    if (count === 0) continue
    const [first = 0, last = 0, later = 0, all = 0] = [firsts[customer], lasts[customer], laters[customer], sums[customer]]
    found.push({ customer, first, last, days: count, later, all })
  }
  return found
}
