import type { OptionColorKey } from '#shared/model/optionColors.ts'
import { bought, boughtWithin, pastDays } from '../customerBook/orderFilters.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

/** Categories of products, with what the lines of one order and those of a customer's 12 months come to in each. */
const categories = [
  { code: 'equipment', color: 'blue', ofOrder: 'order.equipmentAmount', sum: 'customer.equipmentBought' },
  { code: 'parts', color: 'orange', ofOrder: 'order.partsAmount', sum: 'customer.partsBought' },
  { code: 'materials', color: 'brown', ofOrder: 'order.materialsAmount', sum: 'customer.materialsBought' },
  { code: 'consumables', color: 'green', ofOrder: 'order.consumablesAmount', sum: 'customer.consumablesBought' },
  { code: 'service', color: 'purple', ofOrder: 'order.serviceAmount', sum: 'customer.serviceBought' },
  { code: 'other', color: 'yellow', ofOrder: 'order.otherAmount', sum: 'customer.otherBought' },
] as const satisfies readonly { code: string; color: OptionColorKey; ofOrder: string; sum: string }[]

const ofOrders = { type: 'rollup', link: 'customer.orders', function: 'sum', filter: boughtWithin(pastDays(365)) } as const

/** 主要品类: the category of products that makes more than half of what the lines of 12 months come to, else mixed (crm.md B1.8). */
export const mainCategory: SchemeEntry = {
  group: 'behaviour',
  scheme: {
    code: 'mainCategory',
    table: 'customer',
    target: 'customer.mainCategory',
    rule: {
      kind: 'decisionTable',
      rows: categories.map(({ code, sum }) => ({ when: { column: sum, operator: 'greater', value: { column: 'customer.halfLines' } }, code })),
    },
    fallback: 'mixed',
    scope: { column: 'customer.linesBought', operator: 'greater', value: 0 },
  },
  columns: [
    ...categories.map(({ code, ofOrder }): SchemeEntry['columns'][number] => ({
      table: 'order',
      column: {
        role: ofOrder,
        type: 'rollup',
        link: 'order.lines',
        function: 'sum',
        target: 'orderLine.amount',
        filter: { column: 'orderLine.category', operator: 'anyOf', codes: [code] },
      },
    })),
    { table: 'order', column: { role: 'order.categories', type: 'rollup', link: 'order.lines', function: 'collect', target: 'orderLine.category' } },
    ...categories.map(({ ofOrder, sum }) => ofCustomer({ ...ofOrders, role: sum, target: ofOrder })),
    ofCustomer({ ...ofOrders, role: 'customer.linesBought', target: 'order.linesAmount' }),
    ofCustomer({ role: 'customer.halfLines', type: 'formula', source: '{customer.linesBought} / 2', look: 'currency' }),
    // All that was ever bought, not of 12 months alone: what is left to offer.
    ofCustomer({
      role: 'customer.categories',
      type: 'rollup',
      link: 'customer.orders',
      function: 'collect',
      target: 'order.categories',
      filter: bought,
    }),
    ofCustomer({
      role: 'customer.mainCategory',
      type: 'singleSelect',
      options: [...categories.map(({ code, color }) => ({ code, color })), { code: 'mixed', color: 'gray' }],
    }),
  ],
}
