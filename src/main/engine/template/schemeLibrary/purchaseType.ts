import type { OptionColorKey } from '#shared/model/optionColors.ts'
import { boughtWithin, pastDays } from '../customerBook/orderFilters.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

/** What an order is for; each kind has the column that adds up what was bought of it in 12 months. */
const kinds = [
  { code: 'goods', color: 'blue', sum: 'customer.goodsAmount' },
  { code: 'parts', color: 'orange', sum: 'customer.partsAmount' },
  { code: 'project', color: 'teal', sum: 'customer.projectAmount' },
  { code: 'service', color: 'purple', sum: 'customer.serviceAmount' },
] as const satisfies readonly { code: string; color: OptionColorKey; sum: string }[]

const options = [...kinds.map(({ code, color }) => ({ code, color })), { code: 'other', color: 'brown' } as const]
const past12Months = boughtWithin(pastDays(365))

/** 购买类型: the kind that makes more than half of what was bought in 12 months, else mixed (crm.md B1.8). */
export const purchaseType: SchemeEntry = {
  group: 'behaviour',
  scheme: {
    code: 'purchaseType',
    table: 'customer',
    target: 'customer.purchaseType',
    rule: {
      kind: 'decisionTable',
      rows: kinds.map(({ code, sum }) => ({
        when: {
          and: [
            { column: sum, operator: 'greater', value: 0 },
            { column: sum, operator: 'greater', value: { column: 'customer.halfAmount' } },
          ],
        },
        code,
      })),
    },
    fallback: 'mixed',
    // Of whose orders none says its kind nothing is known, which is not the same as mixed.
    scope: {
      and: [
        { column: 'customer.amount12Months', operator: 'greater', value: 0 },
        { or: kinds.map(({ sum }) => ({ column: sum, operator: 'greater', value: 0 })) },
      ],
    },
  },
  columns: [
    { table: 'order', column: { role: 'order.kind', type: 'singleSelect', options } },
    ...kinds.map(({ code, sum }) =>
      ofCustomer({
        role: sum,
        type: 'rollup',
        link: 'customer.orders',
        function: 'sum',
        target: 'order.amount',
        filter: { and: [past12Months, { column: 'order.kind', operator: 'anyOf', codes: [code] }] },
      }),
    ),
    ofCustomer({ role: 'customer.halfAmount', type: 'formula', source: '{customer.amount12Months} / 2', look: 'currency' }),
    ofCustomer({
      role: 'customer.purchaseType',
      type: 'singleSelect',
      options: [...kinds.map(({ code, color }) => ({ code, color })), { code: 'mixed', color: 'gray' }],
    }),
  ],
}
