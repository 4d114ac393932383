import type { Lang } from '#shared/i18n/lang.ts'
import { sampleContacts } from './sampleContacts.ts'
import { sampleCustomer } from './sampleCustomer.ts'
import { sampleFollowUps } from './sampleFollowUps.ts'
import { sampleOrders } from './sampleOrders.ts'
import type { SampleBook, SampleRow } from './sampleRow.ts'
import { stageOfCustomer } from './stages.ts'
import { subjectOf, type Subject } from './subject.ts'
import { sampleWords } from './words.ts'

/**
 * 60 customers with their contacts, 200 follow-ups and 120 orders, the same for the same day and language.
 * Dates count back from the day it is made, so that lists such as "contact today" are never empty.
 */
export function sampleBook(today: string, lang: Lang): SampleBook {
  const words = sampleWords(lang)
  const subjects = stageOfCustomer.map((stage, index) => subjectOf(stage, index, words, today))
  const customers = subjects.map((subject) => ({ subject, row: sampleCustomer(subject) })).sort((left, right) => byEntry(left.row, right.row))
  const place = new Map(customers.map(({ subject }, row) => [subject.index, row]))
  const rowOf = (subject: Subject): number => place.get(subject.index) ?? 0

  const contacts = customers.flatMap(({ subject, row }) => sampleContacts(subject, rowOf(subject), row.at))
  const firstContact = new Map<number, number>()
  contacts.forEach((contact, index) => {
    const customer = contact.links[0]?.row
    if (customer !== undefined && !firstContact.has(customer)) firstContact.set(customer, index)
  })
  const followUps = subjects.flatMap((subject) => sampleFollowUps(subject, rowOf(subject), firstContact.get(rowOf(subject)) ?? 0)).sort(byEntry)
  const orders = numbered(subjects.flatMap((subject) => sampleOrders(subject, rowOf(subject))).sort(byEntry))
  return { members: words.members, rows: { customer: customers.map(({ row }) => row), contact: contacts, followUp: followUps, order: orders } }
}

/** Orders are numbered within their day. */
function numbered(orders: SampleRow[]): SampleRow[] {
  const counts = new Map<string, number>()
  return orders.map((order) => {
    const day = order.at.slice(0, 10).replaceAll('-', '')
    const count = (counts.get(day) ?? 0) + 1
    counts.set(day, count)
    return { ...order, cells: { 'order.number': `DD${day}-${String(count).padStart(2, '0')}`, ...order.cells } }
  })
}

const byEntry = (left: SampleRow, right: SampleRow): number => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0)
