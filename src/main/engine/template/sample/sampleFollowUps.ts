import { addDays } from '#shared/lib/days.ts'
import { workdayAgo, type Subject } from './subject.ts'
import { optional } from './sampleCustomer.ts'
import type { SampleRow } from './sampleRow.ts'
import { isDead, nextStepOf } from './stages.ts'
import type { SampleTopic } from './words.ts'

/** The talks with one customer in order; the last one says what comes next. */
export function sampleFollowUps(subject: Subject, customer: number, contact: number): SampleRow[] {
  const topics = topicsOf(subject)
  const step = (subject.firstTalk - subject.lastTalk) / Math.max(1, topics.length - 1)
  return topics.map((topic, place) => {
    const isLast = place === topics.length - 1
    const daysAgo = Math.round(subject.firstTalk - step * place)
    return followUpRow(subject, customer, contact, topic, daysAgo, isLast)
  })
}

function followUpRow(subject: Subject, customer: number, contact: number, topic: SampleTopic, daysAgo: number, isLast: boolean): SampleRow {
  const { index, random, words, today, owner } = subject
  const day = workdayAgo(today, daysAgo)
  const time = `${day}T${String(random.int(9, 17)).padStart(2, '0')}:${random.pick(['05', '10', '20', '30', '40', '50'])}`
  const method = random.pick(methods[topic])
  const next = isLast ? nextTime(subject, day) : `${addDays(day, random.int(5, 20))}T10:00`
  const fill = (text: string): string => text.replaceAll('{contact}', subject.contactName).replaceAll('{product}', subject.product)
  return {
    cells: {
      'followUp.time': time,
      'followUp.method': { code: method },
      'followUp.direction': { code: isInbound(subject, method) ? 'inbound' : 'outbound' },
      'followUp.topic': { code: topic },
      'followUp.content': fill(partingOf(subject, topic, random.pick(words.topics[topic].content))),
      'followUp.result': { code: isDead(index) ? random.pick(['refused', 'invalid']) : random.pick(results[topic]) },
      // A colleague stands in now and then.
      'followUp.author': { member: random.int(1, 6) === 1 ? (owner + 1) % 4 : owner },
      ...optional('followUp.nextTime', next),
      ...optional('followUp.nextContent', next === null ? null : fill(random.pick(words.topics[topic].next))),
    },
    links: [{ role: 'followUp.customer', row: customer }, ...(index % 2 === 0 ? [{ role: 'followUp.contact' as const, row: contact }] : [])],
    at: `${time}:00`,
    by: owner,
  }
}

/** What a lost customer said at last about leaving; two of them said nothing of it, so that there is somebody to ask. */
function partingOf({ index, stage, words }: Subject, topic: SampleTopic, otherwise: string): string {
  if (stage.name !== 'lost' || topic !== 'winBack') return otherwise
  return words.partings[index % 6] ?? otherwise
}

function topicsOf({ index, stage, random }: Subject): SampleTopic[] {
  switch (stage.name) {
    case 'active':
      return [
        'firstContact',
        'need',
        random.pick(['quote', 'negotiation']),
        'contract',
        random.pick(['afterSales', 'returnVisit', 'care', 'dunning']),
      ]
    case 'dormant':
      return ['contract', 'afterSales', random.pick(['returnVisit', 'care', 'winBack'])]
    case 'lost':
      return ['returnVisit', 'winBack']
    case 'negotiating':
      return ['firstContact', 'need', 'quote', 'negotiation']
    case 'prospect':
      return [index % 3 === 0 ? 'need' : 'firstContact']
  }
}

/** Only customers who buy or are about to get in touch by themselves. */
function isInbound({ index, stage, random }: Subject, method: string): boolean {
  if (stage.name !== 'active' && stage.name !== 'negotiating') return false
  return method === 'received' || (index % 3 === 0 && random.int(1, 3) === 1)
}

function nextTime({ index, today, random }: Subject, lastDay: string): string | null {
  const plan = nextStepOf(index)
  if (plan === null) return null
  if (plan === 'overdue') return `${addDays(lastDay, random.int(2, 5))}T14:00`
  return `${addDays(today, random.int(...plan))}T${random.pick(['09:30', '10:00', '14:00', '15:30', '16:00'])}`
}

const methods: Record<SampleTopic, readonly [string, ...string[]]> = {
  firstContact: ['phone', 'visit', 'event'],
  need: ['phone', 'wechat', 'meeting'],
  quote: ['email', 'wechat'],
  negotiation: ['meeting', 'visit', 'received'],
  contract: ['visit', 'meeting'],
  afterSales: ['phone', 'visit'],
  returnVisit: ['returnVisit'],
  care: ['wechat', 'sms'],
  dunning: ['phone', 'email'],
  winBack: ['phone', 'sms'],
}

const results: Record<SampleTopic, readonly [string, ...string[]]> = {
  firstContact: ['interested', 'followOn', 'noAnswer'],
  need: ['interested', 'followOn'],
  quote: ['followOn', 'interested'],
  negotiation: ['negotiating'],
  contract: ['won'],
  afterSales: ['followOn'],
  returnVisit: ['followOn', 'interested'],
  care: ['followOn'],
  dunning: ['followOn'],
  winBack: ['noAnswer', 'refused'],
}
