import { addDays } from '#shared/lib/days.ts'
import { seededRandom, type Random } from '../random.ts'
import { optional } from '../sampleCustomer.ts'
import type { SampleRow, SampleRows } from '../sampleRow.ts'
import { workdayAgo } from '../subject.ts'
import { boughtSomething, type KnownBook } from './knownBook.ts'
import { pickAt, stampOf } from './sampleStamps.ts'

const kinds = ['complaint', 'afterSales', 'feedback', 'complaint', 'afterSales'] as const
const causes = ['quality', 'delivery', 'quality', 'logistics', 'attitude', 'delivery', 'price', 'quality', 'other'] as const
const open = ['new', 'accepted', 'working', 'waiting', 'working'] as const

/** Twenty-five complaints, requests and remarks over a year and more; the last five are still open. */
export function sampleTickets({ today, words, customers }: KnownBook): SampleRows {
  const buyers = customers.filter(boughtSomething)
  const rows: SampleRow[] = []
  for (let place = 0; place < 25; place += 1) {
    const random = seededRandom(20_241_101 + place)
    const customer = buyers[(place * 5) % Math.max(1, buyers.length)]
    if (customer === undefined) break
    const kind = pickAt(kinds, place)
    const cause = pickAt(causes, place)
    const day = workdayAgo(today, place < 20 ? 430 - place * 21 + random.int(0, 6) : 30 - place)
    const status = place < 20 ? (place % 3 === 0 ? 'closed' : 'solved') : (open[place - 20] ?? 'new')
    const times = timesOf(day, status, random)
    rows.push({
      cells: {
        'ticket.kind': { code: kind },
        'ticket.cause': { code: cause },
        'ticket.description': words.tickets[kind][cause],
        'ticket.status': { code: status },
        'ticket.owner': { member: (customer.owner + place) % 4 },
        'ticket.openedTime': times.opened,
        ...optional('ticket.firstReplyTime', times.replied),
        ...optional('ticket.solvedTime', times.solved),
        ...optional('ticket.solution', times.solved === null ? null : pickAt(words.solutions, place)),
      },
      links: [{ role: 'ticket.customer', row: customer.id, isId: true }],
      ...stampOf(day, random, customer.owner),
    })
  }
  return { ticket: rows }
}

/** Opened in the morning, answered the same day, solved within some days; what is new has no answer yet. */
function timesOf(day: string, status: string, random: Random) {
  const opened = `${day}T09:${String(random.int(10, 50))}:00`
  const replied = status === 'new' ? null : `${day}T${String(random.int(10, 16))}:${String(random.int(10, 59))}:00`
  if (status !== 'solved' && status !== 'closed') return { opened, replied, solved: null }
  return { opened, replied, solved: `${addDays(day, random.int(0, 4))}T17:${String(random.int(10, 59))}:00` }
}
