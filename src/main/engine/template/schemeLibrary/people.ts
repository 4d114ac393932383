import type { SchemeEntry } from './entry.ts'
import type { TemplateColumn, TemplateFilter, TemplateOption } from '../templateData.ts'

/** Bands of full years, from the youngest (crm.md B1.14). */
const bands = [
  { from: null, code: 'upTo25', color: 'step5' },
  { from: 26, code: 'upTo35', color: 'step4' },
  { from: 36, code: 'upTo45', color: 'step3' },
  { from: 46, code: 'upTo60', color: 'step2' },
  { from: 61, code: 'over60', color: 'step1' },
] as const

const sexes: readonly TemplateOption[] = [
  { code: 'female', color: 'red' },
  { code: 'male', color: 'blue' },
]
const incomes: readonly TemplateOption[] = [
  { code: 'upTo5', color: 'step5' },
  { code: 'upTo10', color: 'step4' },
  { code: 'upTo30', color: 'step3' },
  { code: 'over30', color: 'step1' },
]
const motives: readonly TemplateOption[] = [
  { code: 'price', color: 'orange' },
  { code: 'quality', color: 'blue' },
  { code: 'brand', color: 'purple' },
  { code: 'convenience', color: 'teal' },
  { code: 'relation', color: 'green' },
]
const values: readonly TemplateOption[] = [
  { code: 'family', color: 'orange' },
  { code: 'thrift', color: 'brown' },
  { code: 'standing', color: 'purple' },
  { code: 'health', color: 'green' },
  { code: 'novelty', color: 'sky' },
  { code: 'caution', color: 'blue' },
]
const interests: readonly TemplateOption[] = [
  { code: 'tea', color: 'green' },
  { code: 'sport', color: 'blue' },
  { code: 'travel', color: 'sky' },
  { code: 'reading', color: 'brown' },
  { code: 'family', color: 'orange' },
]

/** What says who a person is and what they like: groups of tags that people fill. */
const about = (table: 'contact' | 'customer'): TemplateColumn[] => [
  { role: `${table}.birthDate`, type: 'date' },
  { role: `${table}.age`, type: 'formula', source: `AGE({${table}.birthDate})`, look: 'number' },
  { role: `${table}.sex`, type: 'singleSelect', options: sexes },
  { role: `${table}.occupation`, type: 'text' },
  { role: `${table}.income`, type: 'singleSelect', options: incomes },
  { role: `${table}.motive`, type: 'multipleSelect', options: motives },
  { role: `${table}.values`, type: 'multipleSelect', options: values },
  { role: `${table}.interests`, type: 'multipleSelect', options: interests },
]

function ages(code: 'ageBand' | 'personAgeBand', table: 'contact' | 'customer', scope?: TemplateFilter): SchemeEntry {
  const target = table === 'contact' ? 'contact.ageBand' : 'customer.personAgeBand'
  const options = bands.map((band) => ({ code: band.code, color: band.color }))
  return {
    group: 'profile',
    scheme: {
      code,
      table,
      target,
      rule: {
        kind: 'bands',
        metric: { kind: 'column', column: `${table}.age` },
        bands: bands.map((band) => ({ from: band.from, code: band.code })),
      },
      fallback: null,
      ...(scope === undefined ? {} : { scope }),
    },
    columns: [...about(table), { role: target, type: 'singleSelect', options } as const].map((column) => ({ table, column })),
  }
}

/** 年龄段 of contacts, with what else says who they are and what they like. */
export const ageBand = ages('ageBand', 'contact')

/** The same of customers who are persons themselves, and need no contact beside them (crm.md B1.14). */
export const personAgeBand = ages('personAgeBand', 'customer', { column: 'customer.type', operator: 'anyOf', codes: ['person'] })
