import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateCondition, TemplateView } from '../templateData.ts'

const core: readonly ColumnRole[] = [
  'customer.name',
  'customer.grade',
  'customer.status',
  'customer.owner',
  'customer.lastFollowUpTime',
  'customer.nextFollowUpTime',
  'customer.urgency',
]
const contactColumns: readonly ColumnRole[] = ['customer.primaryContact', 'customer.primaryContactPhone', 'customer.phone']
const nextSteps: readonly ColumnRole[] = [
  'customer.name',
  'customer.grade',
  'customer.owner',
  'customer.nextFollowUpTime',
  'customer.nextFollowUpContent',
  'customer.handleBy',
  'customer.lastFollowUpTime',
  'customer.lastFollowUpContent',
  'customer.status',
  ...contactColumns,
]
const money: readonly ColumnRole[] = [
  'customer.amount12Months',
  'customer.orderCount12Months',
  'customer.amountAll',
  'customer.orderCount',
  'customer.firstOrderDate',
  'customer.lastOrderDate',
]

/** Customers nobody needs to be reminded of are left out of the lists of what to do. */
const alive: readonly TemplateCondition[] = [
  { column: 'customer.status', operator: 'noneOf', codes: ['dead'] },
  { column: 'customer.needStatus', operator: 'noneOf', codes: ['dead'] },
]
const soonestFirst = [{ column: 'customer.nextFollowUpTime', direction: 'ascending' }] as const
const byGrade = { column: 'customer.grade', direction: 'ascending' } as const

export const customerViews: readonly TemplateView[] = [
  {
    role: 'customer.all',
    table: 'customer',
    columns: [
      'customer.name',
      'customer.number',
      'customer.status',
      'customer.grade',
      'customer.owner',
      'customer.followUpCount',
      'customer.lastFollowUpTime',
      'customer.lastFollowUpContent',
      'customer.nextFollowUpTime',
      'customer.urgency',
      'customer.dealStatus',
      'customer.importance',
      'customer.needStatus',
      'customer.activity',
      'customer.source',
      'customer.type',
      'customer.industry',
      'customer.phone',
      'customer.wechat',
      'customer.email',
      'customer.address',
      ...money,
      'customer.annualPotential',
      'customer.needTime',
      'customer.primaryContact',
      'customer.createdTime',
    ],
    chart: { kind: 'byColumn', column: 'customer.grade' },
  },
  {
    role: 'customer.mine',
    table: 'customer',
    filter: { column: 'customer.owner', operator: 'isMe' },
    sorts: soonestFirst,
    columns: [...core, 'customer.nextFollowUpContent', 'customer.lastFollowUpContent', ...contactColumns, ...money],
  },
  {
    role: 'customer.contactToday',
    table: 'customer',
    filter: {
      and: [
        {
          or: [
            { column: 'customer.nextFollowUpTime', operator: 'onDate', value: { kind: 'today' } },
            { column: 'customer.handleBy', operator: 'onDate', value: { kind: 'today' } },
          ],
        },
        ...alive,
      ],
    },
    sorts: [...soonestFirst, byGrade],
    columns: nextSteps,
  },
  {
    role: 'customer.overdue',
    table: 'customer',
    filter: { and: [{ column: 'customer.nextFollowUpTime', operator: 'before', value: { kind: 'today' } }, ...alive] },
    sorts: soonestFirst,
    columns: nextSteps,
    chart: { kind: 'byColumn', column: 'customer.owner' },
  },
  {
    role: 'customer.notContacted30Days',
    table: 'customer',
    filter: {
      and: [
        {
          or: [
            { column: 'customer.lastFollowUpTime', operator: 'before', value: { kind: 'daysAgo', days: 30 } },
            { column: 'customer.lastFollowUpTime', operator: 'isEmpty' },
          ],
        },
        ...alive,
      ],
    },
    sorts: [{ column: 'customer.lastFollowUpTime', direction: 'ascending' }],
    columns: nextSteps,
  },
  {
    role: 'customer.byStatus',
    table: 'customer',
    groups: [{ column: 'customer.status', direction: 'ascending' }],
    sorts: soonestFirst,
    columns: [...core, 'customer.dealStatus', 'customer.source', ...contactColumns, ...money],
    chart: { kind: 'byColumn', column: 'customer.status' },
  },
  {
    role: 'customer.byGrade',
    table: 'customer',
    groups: [byGrade],
    sorts: [{ column: 'customer.amount12Months', direction: 'descending' }],
    columns: [...core, ...money, 'customer.importance', 'customer.activity', 'customer.annualPotential'],
    chart: { kind: 'byColumn', column: 'customer.grade' },
  },
  {
    role: 'customer.kanban',
    table: 'customer',
    sorts: [{ column: 'customer.amount12Months', direction: 'descending' }],
    columns: [...core, ...money],
    kanban: {
      lanes: 'customer.grade',
      card: ['customer.grade', 'customer.urgency', 'customer.status', 'customer.owner', 'customer.nextFollowUpTime'],
      sum: 'customer.amount12Months',
    },
    chart: { kind: 'byColumn', column: 'customer.grade' },
  },
  {
    role: 'customer.urgent',
    table: 'customer',
    filter: {
      and: [{ column: 'customer.urgency', operator: 'anyOf', codes: ['urgent', 'soon', 'notUrgent', 'slow'] }, ...alive],
    },
    groups: [{ column: 'customer.urgency', direction: 'ascending' }],
    sorts: [...soonestFirst, byGrade],
    columns: ['customer.name', 'customer.urgency', ...nextSteps.filter((role) => role !== 'customer.name')],
    chart: { kind: 'byColumn', column: 'customer.urgency' },
  },
  {
    role: 'customer.byNeed',
    table: 'customer',
    groups: [{ column: 'customer.needStatus', direction: 'ascending' }],
    sorts: [{ column: 'customer.needTime', direction: 'ascending' }],
    columns: [
      'customer.name',
      'customer.needStatus',
      'customer.needTime',
      'customer.needDescription',
      'customer.annualPotential',
      'customer.owner',
      'customer.status',
      'customer.lastFollowUpTime',
      'customer.nextFollowUpTime',
      ...contactColumns,
    ],
    chart: { kind: 'byColumn', column: 'customer.needStatus' },
  },
  {
    role: 'customer.keyAccounts',
    table: 'customer',
    filter: { column: 'customer.grade', operator: 'anyOf', codes: ['s', 'a'] },
    sorts: [{ column: 'customer.amount12Months', direction: 'descending' }],
    columns: [...core, ...money, ...contactColumns],
    chart: { kind: 'cumulativeShare', column: 'customer.amount12Months' },
  },
  {
    role: 'customer.potential',
    table: 'customer',
    filter: { column: 'customer.grade', operator: 'anyOf', codes: ['b', 'c'] },
    sorts: [{ column: 'customer.annualPotential', direction: 'descending' }],
    columns: [...core, 'customer.annualPotential', ...money, 'customer.needDescription'],
  },
  {
    role: 'customer.dormant',
    table: 'customer',
    filter: { column: 'customer.activity', operator: 'anyOf', codes: ['dormant', 'lost'] },
    groups: [{ column: 'customer.activity', direction: 'ascending' }],
    sorts: [{ column: 'customer.amountAll', direction: 'descending' }],
    columns: [
      'customer.name',
      'customer.activity',
      'customer.lastOrderDate',
      'customer.amountAll',
      'customer.orderCount',
      'customer.owner',
      'customer.lastFollowUpTime',
      'customer.nextFollowUpTime',
      ...contactColumns,
    ],
    chart: { kind: 'byColumn', column: 'customer.activity' },
  },
  {
    role: 'customer.recent',
    table: 'customer',
    sorts: [{ column: 'customer.createdTime', direction: 'descending' }],
    columns: [
      'customer.name',
      'customer.createdTime',
      'customer.source',
      'customer.status',
      'customer.owner',
      'customer.industry',
      'customer.phone',
      'customer.address',
      'customer.lastFollowUpTime',
      'customer.nextFollowUpTime',
    ],
    chart: { kind: 'byColumn', column: 'customer.source' },
  },
]
