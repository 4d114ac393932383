import { seededRandom } from '../random.ts'
import { optional } from '../sampleCustomer.ts'
import type { SampleRow, SampleRows } from '../sampleRow.ts'
import { workdayAgo } from '../subject.ts'
import { boughtSomething, type KnownBook } from './knownBook.ts'
import { pickAt, stampOf } from './sampleStamps.ts'

const ways = ['online', 'phone', 'online', 'visit', 'paper', 'review'] as const
/** How likely sixty customers recommend us: more glad ones than cross ones. */
const answers = [9, 10, 8, 9, 7, 10, 6, 9, 8, 3, 10, 9, 7, 5, 9, 8, 10, 2, 9, 7, 6, 10, 8, 9, 4, 10, 9, 0, 7, 8] as const

/** Sixty answers of those who bought, over fourteen months. */
export function sampleSurveys({ today, words, customers }: KnownBook): SampleRows {
  const buyers = customers.filter(boughtSomething)
  const rows: SampleRow[] = []
  for (let place = 0; place < 60; place += 1) {
    const random = seededRandom(20_241_001 + place)
    const customer = buyers[(place * 7) % Math.max(1, buyers.length)]
    if (customer === undefined) break
    const day = workdayAgo(today, 420 - place * 7 + random.int(0, 5))
    const nps = answers[place % answers.length] ?? 8
    const mood = nps >= 9 ? 'glad' : nps >= 7 ? 'fair' : 'cross'
    const near = { glad: [4, 5], fair: [3, 4], cross: [1, 3] }[mood]
    const rating = (): number => random.int(near[0] ?? 1, near[1] ?? 5)
    rows.push({
      cells: {
        'survey.date': day,
        'survey.way': { code: pickAt(ways, place) },
        // Not everybody answers everything.
        ...optional('survey.nps', place % 15 === 14 ? null : nps),
        'survey.product': rating(),
        'survey.attitude': Math.min(5, rating() + 1),
        ...optional('survey.delivery', place % 11 === 10 ? null : rating()),
        ...optional('survey.opinion', place % 3 === 1 && mood !== 'cross' ? null : pickAt(words.opinions[mood], place)),
        'survey.author': { member: customer.owner },
      },
      links: [{ role: 'survey.customer', row: customer.id, isId: true }],
      ...stampOf(day, random, customer.owner),
    })
  }
  return { survey: rows }
}
