import { addDays } from '#shared/lib/days.ts'
import { seededRandom, type Random } from '../random.ts'
import { optional } from '../sampleCustomer.ts'
import type { SampleRow, SampleRows } from '../sampleRow.ts'
import { workdayAgo } from '../subject.ts'
import { boughtSomething, type KnownBook, type KnownCustomer } from './knownBook.ts'
import { pickAt, stampOf } from './sampleStamps.ts'

const openStages = ['lead', 'contacted', 'quoted', 'negotiating'] as const
const chances: Readonly<Record<string, number>> = { lead: 0.1, contacted: 0.3, quoted: 0.5, negotiating: 0.7, won: 1, lost: 0 }
const sources = ['referral', 'oldCustomer', 'web', 'exhibition', 'coldVisit', 'phone', 'other'] as const
const lostReasons = ['price', 'competitor', 'price', 'noAnswer', 'budget', 'needChanged', 'decision', 'notFitting', 'other'] as const

/** How many deals of each fate there are: enough won and lost ones for a model to learn from. */
const counts = { open: 24, won: 36, lost: 34 }

/**
 * Deals in every stage. Who comes by recommendation or bought before is won more often than who was visited cold, so that
 * comparing the sources shows something.
 */
export function sampleOpportunities(book: KnownBook): SampleRows {
  const alive = book.customers.filter(({ isDead }) => !isDead)
  const buyers = alive.filter(boughtSomething)
  const others = alive.filter((customer) => !boughtSomething(customer))
  // Of those who never bought, the ones in negotiation are further than the rest.
  const talking = others.filter(({ isNegotiating }) => isNegotiating)
  const early = others.filter(({ isNegotiating }) => !isNegotiating)
  const rows: SampleRow[] = []
  const add = (index: number, customers: readonly KnownCustomer[], make: Make): void => {
    const customer = customers[index % Math.max(1, customers.length)]
    if (customer !== undefined) rows.push(row(book, customer, rows.length, make))
  }
  for (let index = 0; index < counts.open; index += 1) {
    const stage = openStages[index % openStages.length] ?? 'lead'
    const far = stage === 'quoted' || stage === 'negotiating'
    const round = Math.floor(index / openStages.length)
    const [farOnes, nearOnes] = [round % 2 === 0 && talking.length > 0 ? talking : buyers, early.length > 0 ? early : buyers]
    // Not everybody has a deal: some customers are only talked to.
    if (far) add(round + (stage === 'quoted' ? 0 : 3), farOnes, open(stage, index))
    else add(index % 7, nearOnes, open(stage, index))
  }
  for (let index = 0; index < counts.won; index += 1) add(index, buyers, closed('won', index))
  for (let index = 0; index < counts.lost; index += 1) add(index, [...others, ...buyers].slice(0, 40), closed('lost', index))
  return { opportunity: rows.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)) }
}

type Plan = { stage: string; begun: string; cells: SampleRow['cells']; source: string }
type Make = (random: Random, today: string, place: number) => Plan

const open =
  (stage: string, index: number): Make =>
  (random, today) => {
    // Some should have closed by now, one today, the rest in the weeks to come.
    const close = index % 6 === 0 ? -random.int(2, 12) : index === 1 ? 0 : random.int(3, 75)
    return {
      stage,
      begun: workdayAgo(today, random.int(4, 70)),
      source: sources[(index * 3) % sources.length] ?? 'other',
      cells: { 'opportunity.expectedClose': addDays(today, close) },
    }
  }

const closed =
  (stage: 'won' | 'lost', index: number): Make =>
  (random, today) => {
    const closedDate = workdayAgo(today, 3 + Math.round((index * 340) / 36) + random.int(0, 6))
    const favoured = stage === 'won' ? [0, 0, 1, 1, 2, 3, 0, 5, 1, 4] : [2, 4, 4, 3, 1, 6, 4, 0, 5, 2]
    return {
      stage,
      begun: workdayAgo(closedDate, stage === 'won' ? random.int(12, 60) : random.int(20, 110)),
      source: sources[favoured[index % favoured.length] ?? 0] ?? 'other',
      cells: {
        'opportunity.expectedClose': addDays(closedDate, random.int(-10, 20)),
        'opportunity.closedDate': closedDate,
        ...optional('opportunity.lostReason', stage === 'lost' ? { code: lostReasons[index % lostReasons.length] ?? 'other' } : null),
      },
    }
  }

function row({ today, words }: KnownBook, customer: KnownCustomer, place: number, make: Make): SampleRow {
  const random = seededRandom(20_240_701 + place)
  const { stage, begun, cells, source } = make(random, today, place)
  const product = pickAt(words.industryProducts[customer.industry ?? 'services'], place)
  const amount = random.int(3, stage === 'won' ? 60 : 90) * (stage === 'lost' && place % 3 === 0 ? 1500 : 1000)
  const isOpen = stage !== 'won' && stage !== 'lost'
  return {
    cells: {
      'opportunity.name': pickAt(words.opportunityNames, place).replace('{product}', product),
      'opportunity.stage': { code: stage },
      'opportunity.amount': amount,
      'opportunity.probability': chances[stage] ?? 0,
      'opportunity.source': { code: source },
      'opportunity.owner': { member: customer.owner },
      ...optional('opportunity.nextStep', isOpen && place % 4 !== 3 ? pickAt(words.nextSteps, place) : null),
      ...cells,
    },
    links: [{ role: 'opportunity.customer', row: customer.id, isId: true }],
    ...stampOf(begun, random, customer.owner),
  }
}
