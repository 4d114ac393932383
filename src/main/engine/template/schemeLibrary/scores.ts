import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateFilter, TemplateScoreLine } from '../templateData.ts'
import { threeLevels } from './customerGroup.ts'
import { ofCustomer, type SchemeEntry } from './entry.ts'

const points = (points: number, when: TemplateFilter): TemplateScoreLine => ({ kind: 'condition', when, points })
const atLeast = (column: ColumnRole, value: number): TemplateFilter => ({ column, operator: 'greaterOrEqual', value })
const above = (column: ColumnRole, value: number): TemplateFilter => ({ column, operator: 'greater', value })
const below = (column: ColumnRole, value: number): TemplateFilter => ({ column, operator: 'less', value })
const atMost = (column: ColumnRole, value: number): TemplateFilter => ({ column, operator: 'lessOrEqual', value })
const within = (column: ColumnRole, days: number): TemplateFilter => ({ column, operator: 'onOrAfter', value: { kind: 'daysAgo', days } })
const longerAgo = (column: ColumnRole, days: number): TemplateFilter => ({ column, operator: 'before', value: { kind: 'daysAgo', days } })

const wentWell: TemplateFilter = { column: 'followUp.result', operator: 'anyOf', codes: ['interested', 'followOn', 'negotiating', 'won'] }

/** 线索评分: how well a customer fits and how warm the contact is; what was said fades by a tenth a week (crm.md B1.23). */
export const leadScore: SchemeEntry = {
  group: 'service',
  scheme: {
    code: 'leadScore',
    table: 'customer',
    target: 'customer.leadScore',
    rule: {
      kind: 'score',
      lines: [
        points(15, { column: 'customer.industry', operator: 'anyOf', codes: ['manufacturing', 'wholesale', 'retail'] }),
        points(10, { column: 'customer.address', operator: 'isNotEmpty' }),
        points(15, {
          column: 'customer.contacts',
          operator: 'linkedAny',
          value: {
            or: [
              { column: 'contact.part', operator: 'anyOf', codes: ['decides'] },
              { column: 'contact.keyPerson', operator: 'isChecked' },
            ],
          },
        }),
        points(15, { column: 'customer.budget', operator: 'isNotEmpty' }),
        points(20, { column: 'customer.needTime', operator: 'anyOf', codes: ['now', 'oneMonth', 'threeMonths'] }),
        points(15, { column: 'customer.source', operator: 'anyOf', codes: ['referral'] }),
        {
          kind: 'condition',
          when: { column: 'customer.lastInboundTime', operator: 'isNotEmpty' },
          points: 10,
          decay: { since: 'customer.lastInboundTime', perWeek: 0.1 },
        },
        // Each talk that went well 5, up to 20; they fade as behaviour does, since the last of them.
        ...[1, 2, 3, 4].map((talks): TemplateScoreLine => ({
          kind: 'condition',
          when: atLeast('customer.goodTalks', talks),
          points: 5,
          decay: { since: 'customer.lastGoodTalkTime', perWeek: 0.1 },
        })),
        points(-15, atLeast('customer.unanswered90Days', 3)),
        // Who was never spoken with counts from the day they were written down.
        points(-10, {
          or: [
            longerAgo('customer.lastFollowUpTime', 30),
            { and: [{ column: 'customer.lastFollowUpTime', operator: 'isEmpty' }, longerAgo('customer.createdTime', 30)] },
          ],
        }),
        points(-30, { column: 'customer.competitorLocked', operator: 'isChecked' }),
      ],
      lowest: 0,
      highest: 100,
      bands: [
        { from: null, code: 'cold' },
        { from: 40, code: 'warm' },
        { from: 70, code: 'hot' },
      ],
    },
    fallback: null,
    // Who bought is a lead no more: other schemes say how to treat him.
    scope: {
      or: [
        { column: 'customer.orderCount', operator: 'isEmpty' },
        { column: 'customer.orderCount', operator: 'less', value: 1 },
      ],
    },
  },
  columns: [
    ofCustomer({ role: 'customer.budget', type: 'currency' }),
    ofCustomer({ role: 'customer.competitorLocked', type: 'checkbox' }),
    ofCustomer({
      role: 'customer.goodTalks',
      type: 'rollup',
      link: 'customer.followUps',
      function: 'count',
      filter: wentWell,
    }),
    ofCustomer({
      role: 'customer.lastGoodTalkTime',
      type: 'rollup',
      link: 'customer.followUps',
      function: 'max',
      target: 'followUp.time',
      filter: wentWell,
    }),
    ofCustomer({
      role: 'customer.unanswered90Days',
      type: 'rollup',
      link: 'customer.followUps',
      function: 'count',
      filter: {
        and: [
          { column: 'followUp.result', operator: 'anyOf', codes: ['noAnswer'] },
          { column: 'followUp.time', operator: 'within', value: { kind: 'pastDays', days: 90 } },
        ],
      },
    }),
    ofCustomer({
      role: 'customer.leadScore',
      type: 'singleSelect',
      options: [
        { code: 'hot', color: 'step1' },
        { code: 'warm', color: 'orange' },
        { code: 'cold', color: 'sky' },
      ],
    }),
  ],
}

/** The last signed contract ends within 30 days or did within a year, and none runs on after it. */
const contractRunsOut: TemplateFilter = {
  and: [
    { column: 'customer.lastContractEnd', operator: 'onOrBefore', value: { kind: 'daysFromNow', days: 30 } },
    within('customer.lastContractEnd', 365),
  ],
}

/** 流失风险 of who ordered on two days at least: silence against the usual gap weighs most (crm.md B14). */
export const churnRisk: SchemeEntry = {
  group: 'lifeCycle',
  scheme: {
    code: 'churnRisk',
    table: 'customer',
    target: 'customer.churnRisk',
    rule: {
      kind: 'score',
      lines: [
        // Each step adds to the one before it: 15, 30, 45, 60.
        points(15, above('customer.silentCycles', 1)),
        points(15, above('customer.silentCycles', 1.5)),
        points(15, above('customer.silentCycles', 2)),
        points(15, above('customer.silentCycles', 3)),
        // Down by three tenths 10, by half 20.
        points(10, atMost('customer.amountTrend', 0.7)),
        points(10, atMost('customer.amountTrend', 0.5)),
        points(10, atLeast('customer.growingGaps', 3)),
        points(5, { or: [{ column: 'customer.lastInboundTime', operator: 'isEmpty' }, longerAgo('customer.lastInboundTime', 60)] }),
        points(10, atLeast('customer.competitorTalks90Days', 1)),
        { ...points(15, { or: [atMost('customer.lowestSatisfaction90Days', 2), atMost('customer.lowestNps90Days', 6)] }), needs: 'survey' },
        { ...points(15, atLeast('customer.oldComplaintCount', 1)), needs: 'ticket' },
        { ...points(5, above('customer.longOverdueReceivable', 0)), needs: 'receivable' },
        // A deal that is talked of may be the renewal.
        { ...points(20, contractRunsOut), needs: 'contract', unless: 'opportunity' },
        { ...points(20, { and: [contractRunsOut, below('customer.openOpportunityCount', 1)] }), needs: ['contract', 'opportunity'] },
      ],
      lowest: 0,
      highest: 100,
      bands: [
        { from: null, code: 'low' },
        { from: 35, code: 'middle' },
        { from: 60, code: 'high' },
      ],
    },
    fallback: null,
    scope: atLeast('customer.orderDays', 2),
  },
  columns: [
    ofCustomer({
      role: 'customer.competitorTalks90Days',
      type: 'rollup',
      link: 'customer.followUps',
      function: 'count',
      filter: {
        and: [
          { column: 'followUp.content', operator: 'matches', text: 'words.competitor' },
          { column: 'followUp.time', operator: 'within', value: { kind: 'pastDays', days: 90 } },
        ],
      },
    }),
    ofCustomer({ role: 'customer.churnRisk', type: 'singleSelect', options: threeLevels }),
  ],
}

/** 忠诚度 of buyers: how often they came back, how lately, for how long, how content, whom they brought (crm.md B12). */
export const loyalty: SchemeEntry = {
  group: 'service',
  scheme: {
    code: 'loyalty',
    table: 'customer',
    target: 'customer.loyalty',
    rule: {
      kind: 'score',
      lines: [
        points(10, atLeast('customer.orderDays', 2)),
        points(10, atLeast('customer.orderDays', 3)),
        points(10, atLeast('customer.orderDays', 5)),
        points(10, within('customer.lastOrderDate', 180)),
        points(10, within('customer.lastOrderDate', 90)),
        points(10, longerAgo('customer.firstOrderDate', 365)),
        points(10, longerAgo('customer.firstOrderDate', 1095)),
        { ...points(20, { or: [atLeast('customer.satisfaction12Months', 4), atLeast('customer.lastNps', 9)] }), needs: 'survey' },
        { ...points(10, atLeast('customer.wonReferralCount', 1)), needs: 'referral' },
        { ...points(10, atLeast('customer.pointsBalance', 1000)), needs: 'points' },
      ],
      lowest: 0,
      highest: 100,
      bands: [
        { from: null, code: 'low' },
        { from: 40, code: 'middle' },
        { from: 60, code: 'high' },
      ],
    },
    fallback: null,
    scope: atLeast('customer.orderCount', 1),
  },
  columns: [ofCustomer({ role: 'customer.loyalty', type: 'singleSelect', options: threeLevels })],
}
