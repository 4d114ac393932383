import type { TemplateScheme } from '../templateData.ts'

/** The ways of classing customers that the book starts with; every number is the owner's to change. */
export const schemes: readonly TemplateScheme[] = [
  {
    code: 'dealStatus',
    table: 'customer',
    target: 'customer.dealStatus',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: { column: 'customer.orderCount', operator: 'greaterOrEqual', value: 1 }, code: 'won' },
        { when: { column: 'customer.lastNegotiationTime', operator: 'onOrAfter', value: { kind: 'daysAgo', days: 30 } }, code: 'negotiating' },
      ],
    },
    fallback: 'potential',
  },
  {
    code: 'importance',
    table: 'customer',
    target: 'customer.importance',
    rule: {
      kind: 'percentile',
      metric: { kind: 'largest', columns: ['customer.amount12Months', 'customer.annualPotential'] },
      percentile: 0.8,
      minimum: 10_000,
      upper: 'important',
      lower: 'normal',
    },
    fallback: null,
  },
  {
    code: 'urgency',
    table: 'customer',
    target: 'customer.urgency',
    rule: {
      kind: 'bands',
      metric: { kind: 'daysUntil', columns: ['customer.handleBy', 'customer.nextFollowUpTime'] },
      // Overdue is urgent too.
      bands: [
        { from: null, code: 'urgent' },
        { from: 8, code: 'soon' },
        { from: 31, code: 'notUrgent' },
        { from: 91, code: 'slow' },
      ],
    },
    fallback: 'undecided',
  },
  {
    code: 'needStatus',
    table: 'customer',
    target: 'customer.needStatus',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: { column: 'customer.needTime', operator: 'anyOf', codes: ['now', 'oneMonth', 'threeMonths'] }, code: 'target' },
        { when: { column: 'customer.needTime', operator: 'anyOf', codes: ['halfYear', 'oneYear'] }, code: 'potential' },
        { when: { column: 'customer.needTime', operator: 'anyOf', codes: ['none'] }, code: 'dead' },
      ],
    },
    fallback: null,
  },
  {
    code: 'activity',
    table: 'customer',
    target: 'customer.activity',
    rule: {
      kind: 'decisionTable',
      rows: [
        { when: { or: [touchedWithin('customer.lastOrderDate', 90), touchedWithin('customer.lastInboundTime', 90)] }, code: 'active' },
        {
          when: {
            or: [
              { column: 'customer.orderCount', operator: 'isEmpty' },
              { column: 'customer.orderCount', operator: 'less', value: 1 },
            ],
          },
          code: 'potential',
        },
        { when: { or: [touchedWithin('customer.lastOrderDate', 365), touchedWithin('customer.lastInboundTime', 365)] }, code: 'dormant' },
        // Longer ago, and not merely unknown: orders without a date say nothing.
        {
          when: {
            or: [
              { column: 'customer.lastOrderDate', operator: 'isNotEmpty' },
              { column: 'customer.lastInboundTime', operator: 'isNotEmpty' },
            ],
          },
          code: 'lost',
        },
      ],
    },
    fallback: null,
  },
  {
    code: 'grade',
    table: 'customer',
    target: 'customer.grade',
    rule: {
      kind: 'pareto',
      metric: { kind: 'column', column: 'customer.amount12Months' },
      shares: [
        { below: 0.5, code: 's' },
        { below: 0.8, code: 'a' },
        { below: 0.95, code: 'b' },
        { below: 1, code: 'c' },
      ],
      minimumPopulation: 20,
      absolute: [
        { from: 500_000, code: 's' },
        { from: 200_000, code: 'a' },
        { from: 50_000, code: 'b' },
        { from: 0, code: 'c' },
      ],
      nothing: 'd',
    },
    fallback: null,
  },
]

function touchedWithin(column: 'customer.lastOrderDate' | 'customer.lastInboundTime', days: number) {
  return { column, operator: 'onOrAfter', value: { kind: 'daysAgo', days } } as const
}
