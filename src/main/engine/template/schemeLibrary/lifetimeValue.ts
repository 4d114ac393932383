import { bought } from '../customerBook/orderFilters.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

/** 终身价值: average order × orders of a year × margin × years to come, the upper fifth of it (crm.md B1.17). */
export const lifetimeValue: SchemeEntry = {
  group: 'value',
  scheme: {
    code: 'lifetimeValue',
    table: 'customer',
    target: 'customer.lifetimeValue',
    rule: {
      kind: 'percentile',
      metric: { kind: 'column', column: 'customer.predictedValue' },
      percentile: 0.8,
      minimum: 1,
      upper: 'high',
      lower: 'usual',
    },
    fallback: null,
  },
  columns: [
    ofCustomer({
      role: 'customer.grossProfitAll',
      type: 'rollup',
      link: 'customer.orders',
      function: 'sum',
      target: 'order.grossProfit',
      filter: bought,
    }),
    ofCustomer({
      role: 'customer.margin12Months',
      type: 'formula',
      source:
        'IF(ISBLANK({customer.grossProfit12Months}), BLANK(), IF({customer.amount12Months} > 0, {customer.grossProfit12Months} / {customer.amount12Months}, BLANK()))',
      look: 'percent',
    }),
    // The share of its segment that leaves in a year, as 分析 → 客户价值 tells it; people fill it in.
    ofCustomer({ role: 'customer.yearlyChurn', type: 'percent', range: { min: 0, max: 1 } }),
    // One by that share; where nobody said it, as many years as they have been a customer. A silence of three usual gaps is the end of it.
    ofCustomer({
      role: 'customer.expectedYears',
      type: 'formula',
      source:
        'IF({customer.orderDays} >= 1, IF({customer.silentCycles} > 3, 0, IF({customer.yearlyChurn} > 0, MIN(5, 1 / {customer.yearlyChurn}), MIN(5, MAX(1, DAYSBETWEEN(TODAY(), {customer.firstOrderDate}) / 365)))), BLANK())',
      look: 'number',
      decimals: 1,
    }),
    ofCustomer({
      role: 'customer.predictedValue',
      type: 'formula',
      source:
        'IF(ISBLANK({customer.margin12Months}), BLANK(), {customer.averageOrderAmount} * {customer.orderCount12Months} * {customer.margin12Months} * {customer.expectedYears})',
      look: 'currency',
    }),
    ofCustomer({
      role: 'customer.lifetimeValue',
      type: 'singleSelect',
      options: [
        { code: 'high', color: 'step1' },
        { code: 'usual', color: 'step5' },
      ],
    }),
  ],
}
