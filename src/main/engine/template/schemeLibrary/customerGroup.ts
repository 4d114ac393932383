import type { TemplateOption } from '../templateData.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

export const threeLevels: readonly TemplateOption[] = [
  { code: 'high', color: 'step1' },
  { code: 'middle', color: 'step3' },
  { code: 'low', color: 'step5' },
]

/** 客户群体: existing customers, those with the wish and the means to buy, and the others (crm.md B1.1). */
export const customerGroup: SchemeEntry = {
  group: 'basis',
  scheme: {
    code: 'customerGroup',
    table: 'customer',
    target: 'customer.customerGroup',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: { column: 'customer.orderCount', operator: 'greaterOrEqual', value: 1 }, code: 'existing' },
        {
          when: {
            and: [
              { column: 'customer.buyingIntent', operator: 'anyOf', codes: ['high', 'middle'] },
              { column: 'customer.buyingAbility', operator: 'anyOf', codes: ['high', 'middle'] },
            ],
          },
          code: 'target',
        },
      ],
    },
    fallback: 'potential',
  },
  columns: [
    ofCustomer({ role: 'customer.buyingIntent', type: 'singleSelect', options: threeLevels }),
    ofCustomer({ role: 'customer.buyingAbility', type: 'singleSelect', options: threeLevels }),
    ofCustomer({
      role: 'customer.customerGroup',
      type: 'singleSelect',
      options: [
        { code: 'target', color: 'orange' },
        { code: 'potential', color: 'sky' },
        { code: 'existing', color: 'green' },
      ],
    }),
  ],
}
