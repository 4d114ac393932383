import type { Subject } from './subject.ts'
import { optional, personOf, phone } from './sampleCustomer.ts'
import type { SampleRow } from './sampleRow.ts'

const parts = ['decides', 'influences', 'uses', 'finance', 'gatekeeper'] as const

/** One to three people, the key person first. */
export function sampleContacts(subject: Subject, customer: number, at: string): SampleRow[] {
  const { index, random, words } = subject
  const person = personOf(subject)
  const count = person !== null ? 1 : index % 7 === 0 ? 3 : index % 3 === 0 ? 2 : 1
  return Array.from({ length: count }, (_, place) => {
    const part = place === 0 ? (index % 4 === 2 ? 'influences' : 'decides') : (parts[(index + place) % parts.length] ?? 'uses')
    const name = person ?? (place === 0 ? subject.contactName : (words.contactNames[(index + place * 17) % words.contactNames.length] ?? ''))
    return {
      cells: {
        'contact.name': name,
        'contact.part': { code: part },
        'contact.position': words.positions[part],
        'contact.keyPerson': place === 0 ? 1 : 0,
        'contact.mobile': phone(random.int(0, 9999), 50 + index),
        ...optional('contact.wechat', index % 2 === 1 ? `wx_${2000 + index * 3 + place}` : null),
        ...optional('contact.email', place === 0 && index % 4 === 0 ? `contact${index + 1}@example.com` : null),
      },
      links: [{ role: 'contact.customer', row: customer }],
      at,
      by: subject.owner,
    }
  })
}
