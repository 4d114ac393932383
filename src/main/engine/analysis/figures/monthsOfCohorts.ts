import { daysFromEpoch, partsOfDay } from '#shared/lib/days.ts'
import { placesInOrder, remembered, roomFor, type SalesLines } from './salesLines.ts'

/** Customers by the month they came in, and the months they bought in since, for the last `width` months. */
export type MonthsOfCohorts = {
  /** The first month in which anybody came, counted; null where nobody bought. */
  begin: number | null
  /** Months told of, the last one included. */
  width: number
  /** At `came * width + month`: customers with a purchase, and units of all orders, refunds taken off. */
  active: Int32Array
  units: Float64Array
}

/** Months of the calendar, counted: of a day or a month. */
export function monthNumber(day: string): number {
  const { year, month } = partsOfDay(day)
  return year * 12 + month - 1
}

/** Refunds are no purchase: nobody comes with one, and they count from the month on in which the customer came. */
export function monthsOfCohorts({ holders, days, units }: SalesLines, lastMonth: number, most: number): MonthsOfCohorts {
  const months = days.map(remembered((day) => monthNumber(daysFromEpoch(day))))
  const size = roomFor(holders)
  // Both are kept one higher, so that 0 says never.
  const [came, seen] = [new Int32Array(size), new Int32Array(size)]
  const order = placesInOrder(months)
  let begin: number | null = null
  for (const line of order) {
    const [id = 0, month = 0, amount = 0] = [holders[line], months[line], units[line]]
    if (amount < 0 || came[id] !== 0) continue
    came[id] = month + 1
    begin ??= month
  }
  const width = begin === null ? 0 : Math.min(lastMonth - begin + 1, most)
  const earliest = lastMonth - width + 1
  const found = { begin, width, active: new Int32Array(width * width), units: new Float64Array(width * width) }
  for (const line of order) {
    const [id = 0, month = 0, amount = 0] = [holders[line], months[line], units[line]]
    const start = (came[id] ?? 0) - 1
    if (start < earliest || month < start) continue
    const at = (start - earliest) * width + month - earliest
    found.units[at] = (found.units[at] ?? 0) + amount
    if (amount < 0 || seen[id] === month + 1) continue
    seen[id] = month + 1
    found.active[at] = (found.active[at] ?? 0) + 1
  }
  return found
}
