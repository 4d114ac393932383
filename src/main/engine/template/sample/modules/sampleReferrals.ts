import { seededRandom } from '../random.ts'
import { optional } from '../sampleCustomer.ts'
import type { SampleRow, SampleRows } from '../sampleRow.ts'
import { workdayAgo } from '../subject.ts'
import { boughtSomething, type KnownBook } from './knownBook.ts'
import { pickAt, stampOf } from './sampleStamps.ts'

/** Ten recommendations by good customers; six of those who came bought. */
export function sampleReferrals({ today, words, customers }: KnownBook): SampleRows {
  const buyers = customers.filter(boughtSomething)
  const others = customers.filter((customer) => !boughtSomething(customer) && !customer.isDead)
  const rows: SampleRow[] = []
  for (let place = 0; place < 10; place += 1) {
    const random = seededRandom(20_241_201 + place)
    const referrer = buyers[place % 6]
    const hasBought = place % 5 < 3
    const came = hasBought ? buyers[buyers.length - 1 - place] : others[place]
    if (referrer === undefined || came === undefined || referrer.id === came.id) continue
    const first = came.orders[0]?.date ?? null
    const day = first === null ? workdayAgo(today, random.int(10, 90)) : workdayAgo(first, random.int(5, 30))
    rows.push({
      cells: {
        'referral.date': day,
        ...optional('referral.reward', hasBought ? pickAt(words.rewards, place) : null),
        ...optional('referral.note', place % 2 === 0 ? pickAt(words.referralNotes, place) : null),
      },
      links: [
        { role: 'referral.referrer', row: referrer.id, isId: true },
        { role: 'referral.newCustomer', row: came.id, isId: true },
      ],
      ...stampOf(day, random, referrer.owner),
    })
  }
  return { referral: rows }
}
