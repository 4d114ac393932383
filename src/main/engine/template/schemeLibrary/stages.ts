import { ofCustomer, type SchemeEntry } from './entry.ts'

const buyer = { column: 'customer.orderCount', operator: 'greaterOrEqual', value: 1 } as const

/** 运营阶段: acquire, convert, activate, retain (crm.md B1.20). */
export const growthStage: SchemeEntry = {
  group: 'lifeCycle',
  scheme: {
    code: 'growthStage',
    table: 'customer',
    target: 'customer.growthStage',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: { and: [buyer, { column: 'customer.lastOrderDate', operator: 'onOrAfter', value: { kind: 'daysAgo', days: 90 } }] }, code: 'retain' },
        { when: buyer, code: 'activate' },
        {
          when: {
            or: [
              { column: 'customer.dealStatus', operator: 'anyOf', codes: ['negotiating'] },
              { column: 'customer.needStatus', operator: 'anyOf', codes: ['target'] },
            ],
          },
          code: 'convert',
        },
      ],
    },
    fallback: 'acquire',
  },
  columns: [
    ofCustomer({
      role: 'customer.growthStage',
      type: 'singleSelect',
      options: [
        { code: 'acquire', color: 'sky' },
        { code: 'convert', color: 'orange' },
        { code: 'activate', color: 'yellow' },
        { code: 'retain', color: 'green' },
      ],
    }),
  ],
}

/** 服务需求: what a person says; no rule could know (crm.md B1.19). */
export const serviceNeed: SchemeEntry = {
  group: 'service',
  scheme: {
    code: 'serviceNeed',
    table: 'customer',
    target: 'customer.serviceNeed',
    rule: { kind: 'manual', classes: ['custom', 'standard'], reasonRequired: true },
    fallback: null,
  },
  columns: [
    ofCustomer({
      role: 'customer.serviceNeed',
      type: 'singleSelect',
      options: [
        { code: 'custom', color: 'orange' },
        { code: 'standard', color: 'blue' },
      ],
    }),
  ],
}

/** 会不会再来: the likelihood by the BG/NBD model. */
export const comeBack: SchemeEntry = {
  group: 'lifeCycle',
  scheme: {
    code: 'comeBack',
    table: 'customer',
    target: 'customer.comeBack',
    rule: {
      kind: 'alive',
      orderDays: 'customer.orderDays',
      firstOrder: 'customer.firstOrderDate',
      lastOrder: 'customer.lastOrderDate',
      bands: [
        { from: null, code: 'leaving' },
        { from: 0.3, code: 'unsure' },
        { from: 0.7, code: 'staying' },
      ],
      once: 'once',
    },
    fallback: null,
  },
  columns: [
    ofCustomer({
      role: 'customer.comeBack',
      type: 'singleSelect',
      options: [
        { code: 'staying', color: 'green' },
        { code: 'unsure', color: 'step3' },
        { code: 'leaving', color: 'step1' },
        { code: 'once', color: 'gray' },
      ],
    }),
  ],
}
