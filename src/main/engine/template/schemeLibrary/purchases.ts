import type { TemplateFilter } from '../templateData.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

const buyers: TemplateFilter = { column: 'customer.orderCount', operator: 'greaterOrEqual', value: 1 }

/** 购买频次: how often in the past 12 months (crm.md B1.7). */
export const purchaseFrequency: SchemeEntry = {
  group: 'behaviour',
  scheme: {
    code: 'purchaseFrequency',
    table: 'customer',
    target: 'customer.purchaseFrequency',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: { column: 'customer.orderCount12Months', operator: 'greaterOrEqual', value: 6 }, code: 'frequent' },
        { when: { column: 'customer.orderCount12Months', operator: 'greaterOrEqual', value: 1 }, code: 'occasional' },
        { when: buyers, code: 'notLately' },
      ],
    },
    fallback: 'never',
  },
  columns: [
    ofCustomer({
      role: 'customer.purchaseFrequency',
      type: 'singleSelect',
      options: [
        { code: 'frequent', color: 'step1' },
        { code: 'occasional', color: 'step3' },
        { code: 'notLately', color: 'gray' },
        { code: 'never', color: 'sky' },
      ],
    }),
  ],
}

/** 高频低频: buyers at or above the median number of orders of 12 months, and below. */
export const orderFrequency: SchemeEntry = {
  group: 'behaviour',
  scheme: {
    code: 'orderFrequency',
    table: 'customer',
    target: 'customer.orderFrequency',
    rule: {
      kind: 'percentile',
      metric: { kind: 'column', column: 'customer.orderCount12Months' },
      percentile: 0.5,
      minimum: 1,
      upper: 'often',
      lower: 'seldom',
    },
    fallback: null,
    scope: buyers,
  },
  columns: [
    ofCustomer({
      role: 'customer.orderFrequency',
      type: 'singleSelect',
      options: [
        { code: 'often', color: 'step1' },
        { code: 'seldom', color: 'step4' },
      ],
    }),
  ],
}

/** 大额小额: the average order against a fixed amount. */
export const orderSize: SchemeEntry = {
  group: 'behaviour',
  scheme: {
    code: 'orderSize',
    table: 'customer',
    target: 'customer.orderSize',
    rule: {
      kind: 'percentile',
      metric: { kind: 'column', column: 'customer.averageOrderAmount' },
      percentile: null,
      minimum: 10_000,
      upper: 'large',
      lower: 'small',
    },
    fallback: null,
    scope: buyers,
  },
  columns: [
    ofCustomer({
      role: 'customer.orderSize',
      type: 'singleSelect',
      options: [
        { code: 'large', color: 'step1' },
        { code: 'small', color: 'step4' },
      ],
    }),
  ],
}
