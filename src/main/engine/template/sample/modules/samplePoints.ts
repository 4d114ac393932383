import { addDays } from '#shared/lib/days.ts'
import { seededRandom } from '../random.ts'
import type { SampleRow, SampleRows } from '../sampleRow.ts'
import { boughtSomething, type KnownBook, type KnownCustomer } from './knownBook.ts'
import { stampOf } from './sampleStamps.ts'

/** A point for each hundred of an order, of the ten who bought most; four of them took some, and one had a birthday. */
export function samplePoints({ today, customers }: KnownBook): SampleRows {
  return {
    points: customers
      .filter(boughtSomething)
      .slice(0, 10)
      .flatMap((customer, place) => pointsOf(customer, place, today)),
  }
}

function pointsOf(customer: KnownCustomer, place: number, today: string): SampleRow[] {
  const random = seededRandom(20_250_301 + place)
  const row = (change: number, reason: string, day: string): SampleRow => ({
    cells: { 'points.change': change, 'points.reason': { code: reason }, 'points.date': day },
    links: [{ role: 'points.customer', row: customer.id, isId: true }],
    ...stampOf(day, random, customer.owner),
  })
  const earned = customer.orders
    .filter((order) => !order.isCancelled && order.amount >= 100)
    .map((order) => row(Math.floor(order.amount / 100), 'purchase', order.date))
  const gathered = earned.reduce((sum, { cells }) => sum + Number(cells['points.change'] ?? 0), 0)
  return [
    ...earned,
    ...(place % 3 === 0 ? [row(-Math.max(1, Math.floor(gathered / 2)), 'redeemed', addDays(today, -place - 1))] : []),
    ...(place === 1 ? [row(100, 'birthday', addDays(today, -20))] : []),
  ]
}
