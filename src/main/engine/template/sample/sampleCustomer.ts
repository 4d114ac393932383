import { addDays } from '#shared/lib/days.ts'
import { workdayAgo, type Subject } from './subject.ts'
import type { SampleRow, SampleValue } from './sampleRow.ts'
import { isDead } from './stages.ts'

/** What a person would have filled in about the customer. */
export function sampleCustomer(subject: Subject): SampleRow {
  const { index, random, words, place, industry, today, product } = subject
  const person = personOf(subject)
  const name = person ?? words.companyName(place, words.brands[index] ?? '', words.industries[industry].business)
  const entered = workdayAgo(today, subject.firstTalk + random.int(0, 6))
  const need = needTimeOf(index)
  const cells: SampleRow['cells'] = {
    'customer.name': name,
    'customer.type': { code: person !== null ? 'person' : index % 13 === 0 ? 'channel' : index % 17 === 0 ? 'partner' : 'company' },
    'customer.status': { code: statusOf(subject) },
    'customer.source': { code: sourceOf(index) },
    'customer.owner': { member: subject.owner },
    'customer.phone': phone(random.int(0, 9999), index),
    'customer.address': JSON.stringify({
      province: place.province,
      city: place.city,
      district: place.district,
      detail: `${place.street} ${random.int(1, 300)}`,
    }),
    'customer.industry': { code: industry },
    ...optional('customer.wechat', index % 2 === 0 ? `kh_${1000 + index * 7}` : null),
    ...optional('customer.email', index % 3 === 0 ? `info${index + 1}@example.com` : null),
    ...optional('customer.needTime', need === null ? null : { code: need }),
    ...optional('customer.needDescription', need === null || need === 'none' ? null : random.pick(words.needs).replace('{product}', product)),
    ...optional('customer.annualPotential', potentialOf(subject)),
    ...optional('customer.handleBy', index % 15 === 7 ? addDays(today, random.int(2, 60)) : null),
    ...optional('customer.note', index % 5 === 1 ? random.pick(words.notes) : null),
  }
  return { cells, links: [], at: `${entered}T09:${String(random.int(10, 59))}:00`, by: subject.owner }
}

/** Some customers are persons, not companies. */
export function personOf({ index, words }: Subject): string | null {
  const place = [5, 17, 29, 38, 49, 56].indexOf(index)
  return place < 0 ? null : (words.persons[place] ?? null)
}

export function phone(number: number, salt: number): string {
  return `139${String(salt % 100).padStart(2, '0')}00${String(number).padStart(4, '0')}`
}

export function optional<Role extends keyof SampleRow['cells']>(role: Role, value: SampleValue | null): Partial<Record<Role, SampleValue>> {
  const cells: Partial<Record<Role, SampleValue>> = {}
  if (value !== null) cells[role] = value
  return cells
}

function statusOf({ index, stage }: Subject): string {
  if (isDead(index)) return 'dead'
  switch (stage.name) {
    case 'active':
    case 'dormant':
      return 'won'
    case 'lost':
      return index % 2 === 0 ? 'paused' : 'won'
    case 'negotiating':
      return 'negotiating'
    case 'prospect':
      return index < 51 ? 'new' : index < 55 ? 'following' : 'paused'
  }
}

function sourceOf(index: number): string {
  const sources = ['referral', 'exhibition', 'web', 'coldVisit', 'oldCustomer', 'phone', 'web', 'store', 'advertising', 'referral', 'other'] as const
  return sources[index % sources.length] ?? 'other'
}

function needTimeOf(index: number): string | null {
  if (isDead(index)) return 'none'
  const times = ['now', 'oneMonth', 'threeMonths', 'halfYear', 'oneYear', null, 'oneMonth'] as const
  return times[index % times.length] ?? null
}

/** What the owner thinks the customer could buy in a year; not known of everybody. */
function potentialOf({ index, stage, random }: Subject): number | null {
  const thousands = { active: [20, 120], dormant: [10, 60], lost: [5, 30], negotiating: [30, 260], prospect: [5, 80] } as const
  const [from, to] = thousands[stage.name]
  const amount = random.int(from, to) * 1000
  return index % 4 === 3 ? null : amount
}
