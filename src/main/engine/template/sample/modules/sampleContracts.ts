import { addDays } from '#shared/lib/days.ts'
import { seededRandom } from '../random.ts'
import { optional } from '../sampleCustomer.ts'
import type { SampleRow, SampleRows } from '../sampleRow.ts'
import { workdayAgo } from '../subject.ts'
import { boughtSomething, type KnownBook } from './knownBook.ts'
import { pickAt, stampOf } from './sampleStamps.ts'

const states = [
  'active',
  'active',
  'completed',
  'active',
  'signed',
  'completed',
  'signing',
  'active',
  'draft',
  'completed',
  'void',
  'active',
] as const
const methods = ['transfer', 'transfer', 'draft', 'wechat', 'alipay', 'cash', 'other'] as const
const asks = (status: string): boolean => status === 'active' || status === 'completed' || status === 'signed'

/** Twelve contracts of those who buy most, each in three payments: paid, due soon, and overdue. */
export function sampleContracts({ today, words, customers }: KnownBook): SampleRows {
  const contract: SampleRow[] = []
  const receivable: SampleRow[] = []
  customers
    .filter(boughtSomething)
    .slice(0, states.length)
    .forEach((customer, place) => {
      const random = seededRandom(20_240_901 + place)
      const status = states[place] ?? 'active'
      const age = status === 'completed' ? random.int(220, 420) : status === 'signing' || status === 'draft' ? random.int(2, 12) : random.int(60, 170)
      const signed = workdayAgo(today, age)
      const amount = random.int(20, 120) * 1000
      const stamp = stampOf(signed, random, customer.owner)
      const isSigned = asks(status)
      contract.push({
        cells: {
          'contract.number': `HT${signed.replaceAll('-', '')}-${String(place + 1).padStart(2, '0')}`,
          'contract.name': pickAt(words.contractNames, place),
          'contract.status': { code: status },
          'contract.amount': amount,
          'contract.owner': { member: customer.owner },
          ...optional('contract.signedDate', isSigned ? signed : null),
          // One ends within a month.
          'contract.endDate': place === 0 ? addDays(today, 24) : addDays(signed, status === 'completed' ? 200 : 365),
        },
        links: [{ role: 'contract.customer', row: customer.id, isId: true }],
        ...stamp,
      })
      if (!isSigned) return
      for (const part of [0, 1, 2]) {
        const due = addDays(signed, part === 0 ? 7 : status === 'completed' ? 60 * part : part === 1 ? age - 6 - place * 4 : age + 8 + place * 3)
        const share = Math.round(amount * (part === 0 ? 0.3 : part === 1 ? 0.4 : 0.3) * 100) / 100
        // The middle payment of every other running contract is late, some of it paid.
        const paid =
          status === 'completed' || part === 0
            ? share
            : part === 1 && place % 3 === 0
              ? Math.round(share / 2)
              : part === 1 && place % 2 === 1
                ? share
                : 0
        receivable.push({
          cells: {
            'receivable.due': due,
            'receivable.amount': share,
            ...optional('receivable.paid', paid === 0 ? null : paid),
            ...optional('receivable.paidDate', paid === 0 ? null : earlier(addDays(due, random.int(-3, 9)), today)),
            ...optional('receivable.method', paid === 0 ? null : { code: methods[(place + part) % methods.length] ?? 'transfer' }),
          },
          links: [
            { role: 'receivable.customer', row: customer.id, isId: true },
            { role: 'receivable.contract', row: contract.length - 1 },
          ],
          ...stamp,
        })
      }
    })
  return { contract, receivable }
}

const earlier = (left: string, right: string): string => (left < right ? left : right)
