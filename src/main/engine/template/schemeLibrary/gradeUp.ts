import type { TemplateFilter } from '../templateData.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

/** What speaks for more: a fifth more than in the 90 days before, or means for three times what was bought. */
const grows: TemplateFilter = {
  or: [
    { column: 'customer.amountTrend', operator: 'greaterOrEqual', value: 1.2 },
    { column: 'customer.potentialRatio', operator: 'greaterOrEqual', value: 3 },
  ],
}

const steps = [
  { from: 'a', code: 'toS', color: 'step1' },
  { from: 'b', code: 'toA', color: 'step2' },
  { from: 'c', code: 'toB', color: 'step3' },
] as const

/** 潜力升级: the grade above, shown beside the grade and never written into it (crm.md B1.10). */
export const gradeUp: SchemeEntry = {
  group: 'value',
  scheme: {
    code: 'gradeUp',
    table: 'customer',
    target: 'customer.gradeUp',
    rule: {
      kind: 'decisionTable',
      rows: steps.map(({ from, code }) => ({ when: { and: [{ column: 'customer.grade', operator: 'anyOf', codes: [from] }, grows] }, code })),
    },
    fallback: 'stay',
    scope: { column: 'customer.grade', operator: 'anyOf', codes: steps.map(({ from }) => from) },
  },
  columns: [
    ofCustomer({
      role: 'customer.gradeUp',
      type: 'singleSelect',
      options: [...steps.map(({ code, color }) => ({ code, color })), { code: 'stay', color: 'gray' }],
    }),
  ],
}
