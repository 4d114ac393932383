import { ofCustomer, type SchemeEntry } from './entry.ts'

/** 客户价值: ranks among buyers by amount, gross profit and orders of 12 months, weighted (crm.md B1.9). */
export const value: SchemeEntry = {
  group: 'value',
  scheme: {
    code: 'value',
    table: 'customer',
    target: 'customer.value',
    rule: {
      kind: 'rankScore',
      parts: [
        { column: 'customer.amount12Months', weight: 5 },
        // Of lines of orders, which tell what they cost.
        { column: 'customer.grossProfit12Months', weight: 3, needs: 'orderLine' },
        { column: 'customer.orderCount12Months', weight: 2 },
      ],
      bands: [
        { from: null, code: 'low' },
        { from: 40, code: 'middle' },
        { from: 70, code: 'high' },
      ],
      nothing: 'none',
    },
    fallback: null,
  },
  columns: [
    ofCustomer({
      role: 'customer.value',
      type: 'singleSelect',
      options: [
        { code: 'high', color: 'step1' },
        { code: 'middle', color: 'step3' },
        { code: 'low', color: 'step5' },
        { code: 'none', color: 'gray' },
      ],
    }),
  ],
}

/** 购买力: the largest order and the yearly potential, whichever is more (crm.md B1.15). */
export const purchasingPower: SchemeEntry = {
  group: 'value',
  scheme: {
    code: 'purchasingPower',
    table: 'customer',
    target: 'customer.purchasingPower',
    rule: {
      kind: 'bands',
      metric: { kind: 'largest', columns: ['customer.largestOrder', 'customer.annualPotential'] },
      bands: [
        { from: null, code: 'low' },
        { from: 10_000, code: 'middle' },
        { from: 100_000, code: 'high' },
      ],
    },
    fallback: null,
  },
  columns: [
    ofCustomer({
      role: 'customer.purchasingPower',
      type: 'singleSelect',
      options: [
        { code: 'high', color: 'step1' },
        { code: 'middle', color: 'step3' },
        { code: 'low', color: 'step5' },
      ],
    }),
  ],
}

/** 战略价值: four ratings by hand, apart from what is bought (crm.md B1.16). Points of a hundredth keep the sum whole. */
export const strategic: SchemeEntry = {
  group: 'value',
  scheme: {
    code: 'strategic',
    table: 'customer',
    target: 'customer.strategic',
    rule: {
      kind: 'score',
      lines: [
        { kind: 'number', column: 'customer.marketPosition', each: 30, most: null, emptyIsZero: false },
        { kind: 'number', column: 'customer.influence', each: 25, most: null, emptyIsZero: false },
        { kind: 'number', column: 'customer.reputation', each: 20, most: null, emptyIsZero: false },
        { kind: 'number', column: 'customer.cooperation', each: 25, most: null, emptyIsZero: false },
      ],
      lowest: 0,
      highest: 500,
      bands: [
        { from: null, code: 'ordinary' },
        { from: 300, code: 'candidate' },
        { from: 400, code: 'strategic' },
      ],
    },
    fallback: null,
  },
  columns: [
    ofCustomer({ role: 'customer.marketPosition', type: 'rating' }),
    ofCustomer({ role: 'customer.influence', type: 'rating' }),
    ofCustomer({ role: 'customer.reputation', type: 'rating' }),
    ofCustomer({ role: 'customer.cooperation', type: 'rating' }),
    ofCustomer({
      role: 'customer.strategic',
      type: 'singleSelect',
      options: [
        { code: 'strategic', color: 'step1' },
        { code: 'candidate', color: 'step3' },
        { code: 'ordinary', color: 'gray' },
      ],
    }),
  ],
}

/** 潜力客户: of grade B or C, and growing or far from what they could buy (crm.md B1.18). */
export const growthPotential: SchemeEntry = {
  group: 'value',
  scheme: {
    code: 'growthPotential',
    table: 'customer',
    target: 'customer.growthPotential',
    rule: {
      kind: 'decisionTable',
      rows: [
        {
          when: {
            and: [
              { column: 'customer.grade', operator: 'anyOf', codes: ['b', 'c'] },
              {
                or: [
                  { column: 'customer.amountTrend', operator: 'greaterOrEqual', value: 1.2 },
                  {
                    and: [
                      { column: 'customer.amountTrend', operator: 'isEmpty' },
                      { column: 'customer.amount90Days', operator: 'greater', value: 0 },
                    ],
                  },
                  { column: 'customer.potentialRatio', operator: 'greaterOrEqual', value: 3 },
                ],
              },
            ],
          },
          code: 'potential',
        },
      ],
    },
    fallback: 'usual',
  },
  columns: [
    ofCustomer({
      role: 'customer.growthPotential',
      type: 'singleSelect',
      options: [
        { code: 'potential', color: 'orange' },
        { code: 'usual', color: 'gray' },
      ],
    }),
  ],
}
