import { chineseSegments, quintileSegments } from '#shared/model/classRules/rfmRule.ts'
import type { OptionColorKey } from '#shared/model/optionColors.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

const eightColors: readonly OptionColorKey[] = ['step1', 'step2', 'orange', 'red', 'blue', 'sky', 'teal', 'gray']
const tenColors: readonly OptionColorKey[] = ['step1', 'green', 'teal', 'sky', 'blue', 'red', 'orange', 'yellow', 'purple', 'brown']

const read = { recency: 'customer.lastOrderDate', frequency: 'customer.orderCount', monetary: 'customer.amountAll' } as const

/** RFM 八类: three means divide customers into eight (crm.md B1.21). */
export const rfm: SchemeEntry = {
  group: 'value',
  scheme: {
    code: 'rfm',
    table: 'customer',
    target: 'customer.rfm',
    rule: { kind: 'rfm', ...read, cuts: { kind: 'mean' }, segments: chineseSegments },
    fallback: null,
  },
  columns: [
    ofCustomer({
      role: 'customer.rfm',
      type: 'singleSelect',
      options: chineseSegments.map(({ code }, index) => ({ code, color: eightColors[index] ?? 'gray' })),
    }),
  ],
}

/** RFM 十类: quintiles, with the segments of the R package rfm 0.3.0. */
export const rfmQuintiles: SchemeEntry = {
  group: 'value',
  scheme: {
    code: 'rfmQuintiles',
    table: 'customer',
    target: 'customer.rfmQuintiles',
    rule: { kind: 'rfm', ...read, cuts: { kind: 'quantile', bins: 5, method: 'atMost' }, segments: quintileSegments },
    // The others are those with scores that no segment takes; without an order there are no scores.
    fallback: 'others',
    scope: { column: 'customer.lastOrderDate', operator: 'isNotEmpty' },
  },
  columns: [
    ofCustomer({
      role: 'customer.rfmQuintiles',
      type: 'singleSelect',
      options: [...quintileSegments.map(({ code }, index) => ({ code, color: tenColors[index] ?? 'gray' })), { code: 'others', color: 'gray' }],
    }),
  ],
}
