import { workdayAgo, type Subject } from './subject.ts'
import type { SampleRow } from './sampleRow.ts'
import { customersWithCancelledOrder, orderCountOf } from './stages.ts'

/** The customer's orders; the last one as long ago as the stage says. */
export function sampleOrders(subject: Subject, customer: number): SampleRow[] {
  const { index, stage, random } = subject
  const count = orderCountOf(index)
  const rows: SampleRow[] = []
  if (stage.lastOrder !== null) {
    const last = random.int(...stage.lastOrder)
    const first = Math.max(last + count * 8, subject.firstTalk - 12)
    for (let order = 0; order < count; order += 1) {
      const daysAgo = order === count - 1 ? last : Math.round(first - ((first - last) / count) * (order + random.real(0, 0.8)))
      rows.push(orderRow(subject, customer, daysAgo, false))
    }
  }
  if (customersWithCancelledOrder.includes(index)) rows.push(orderRow(subject, customer, random.int(8, 60), true))
  return rows
}

function orderRow({ index, random, today, owner }: Subject, customer: number, daysAgo: number, cancelled: boolean): SampleRow {
  const date = workdayAgo(today, daysAgo)
  // A few customers buy most: amounts fall with the customer's rank.
  const amount = Math.round((42_000 / (index + 1) ** 0.75) * random.real(0.75, 1.3) * 10) / 10
  const status = cancelled ? 'cancelled' : daysAgo > 30 ? 'completed' : daysAgo > 8 ? 'shipped' : 'confirmed'
  return {
    cells: { 'order.date': date, 'order.amount': amount, 'order.status': { code: status }, 'order.owner': { member: owner } },
    links: [{ role: 'order.customer', row: customer }],
    at: `${date}T${String(random.int(10, 17))}:${String(random.int(10, 59))}:00`,
    by: owner,
  }
}
