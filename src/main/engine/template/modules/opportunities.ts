import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateFilter } from '../templateData.ts'
import type { TemplateModule } from './templateModule.ts'

/** Stages before a deal is won or lost, from far to near. */
const openStages = ['lead', 'contacted', 'quoted', 'negotiating'] as const
const isOpen: TemplateFilter = { column: 'opportunity.stage', operator: 'anyOf', codes: openStages }
const isWon: TemplateFilter = { column: 'opportunity.stage', operator: 'anyOf', codes: ['won'] }
const isLost: TemplateFilter = { column: 'opportunity.stage', operator: 'anyOf', codes: ['lost'] }

const shown: readonly ColumnRole[] = [
  'opportunity.name',
  'opportunity.customer',
  'opportunity.stage',
  'opportunity.amount',
  'opportunity.probability',
  'opportunity.weightedAmount',
  'opportunity.expectedClose',
  'opportunity.owner',
  'opportunity.nextStep',
  'opportunity.source',
  'opportunity.customerGrade',
]
const closed: readonly ColumnRole[] = [
  'opportunity.name',
  'opportunity.customer',
  'opportunity.amount',
  'opportunity.closedDate',
  'opportunity.lostReason',
  'opportunity.source',
  'opportunity.owner',
  'opportunity.note',
]
const soonest = [{ column: 'opportunity.expectedClose', direction: 'ascending' }] as const
const latestClosed = [{ column: 'opportunity.closedDate', direction: 'descending' }] as const

/** 商机: deals that may come, by stage; what is open with a customer, and what was won. */
export const opportunities: TemplateModule = {
  code: 'opportunities',
  tables: [
    {
      role: 'opportunity',
      primary: 'opportunity.name',
      columns: [
        { role: 'opportunity.name', type: 'text', required: true },
        { role: 'opportunity.customer', type: 'link', inverse: 'customer.opportunities', multiple: false, required: true },
        {
          role: 'opportunity.stage',
          type: 'singleSelect',
          required: true,
          options: [
            { code: 'lead', color: 'sky' },
            { code: 'contacted', color: 'blue' },
            { code: 'quoted', color: 'yellow' },
            { code: 'negotiating', color: 'orange' },
            { code: 'won', color: 'green' },
            { code: 'lost', color: 'gray' },
          ],
        },
        { role: 'opportunity.amount', type: 'currency' },
        { role: 'opportunity.probability', type: 'percent', range: { min: 0, max: 1 } },
        {
          role: 'opportunity.weightedAmount',
          type: 'formula',
          source: '{opportunity.amount} * {opportunity.probability}',
          look: 'currency',
        },
        { role: 'opportunity.expectedClose', type: 'date' },
        { role: 'opportunity.owner', type: 'member' },
        { role: 'opportunity.nextStep', type: 'text' },
        {
          role: 'opportunity.source',
          type: 'singleSelect',
          options: [
            { code: 'referral', color: 'green' },
            { code: 'coldVisit', color: 'orange' },
            { code: 'exhibition', color: 'purple' },
            { code: 'web', color: 'blue' },
            { code: 'phone', color: 'sky' },
            { code: 'oldCustomer', color: 'yellow' },
            { code: 'other', color: 'gray' },
          ],
        },
        { role: 'opportunity.closedDate', type: 'date' },
        {
          role: 'opportunity.lostReason',
          type: 'singleSelect',
          // Reasons of Cordys and Frappe together.
          options: [
            { code: 'price', color: 'red' },
            { code: 'competitor', color: 'orange' },
            { code: 'budget', color: 'yellow' },
            { code: 'needChanged', color: 'blue' },
            { code: 'decision', color: 'purple' },
            { code: 'noAnswer', color: 'brown' },
            { code: 'notFitting', color: 'teal' },
            { code: 'other', color: 'gray' },
          ],
        },
        { role: 'opportunity.note', type: 'longText' },
        { role: 'opportunity.customerGrade', type: 'lookup', link: 'opportunity.customer', target: 'customer.grade' },
        { role: 'opportunity.number', type: 'autoNumber', pattern: 'SJ-{yyyyMM}-{0001}' },
        { role: 'opportunity.createdTime', type: 'createdTime' },
      ],
    },
    {
      role: 'customer',
      primary: 'customer.name',
      columns: [
        { role: 'customer.opportunities', type: 'link', inverse: 'opportunity.customer', multiple: true },
        { role: 'customer.openOpportunityCount', type: 'rollup', link: 'customer.opportunities', function: 'count', filter: isOpen },
        {
          role: 'customer.openOpportunityAmount',
          type: 'rollup',
          link: 'customer.opportunities',
          function: 'sum',
          target: 'opportunity.amount',
          filter: isOpen,
        },
        {
          role: 'customer.openOpportunityStage',
          type: 'rollup',
          link: 'customer.opportunities',
          function: 'latest',
          target: 'opportunity.stage',
          order: 'opportunity.stage',
          filter: isOpen,
        },
        {
          role: 'customer.nextExpectedClose',
          type: 'rollup',
          link: 'customer.opportunities',
          function: 'min',
          target: 'opportunity.expectedClose',
          filter: isOpen,
        },
        { role: 'customer.wonOpportunityCount', type: 'rollup', link: 'customer.opportunities', function: 'count', filter: isWon },
        {
          role: 'customer.repurchase',
          type: 'formula',
          source: 'AND({customer.openOpportunityCount} > 0, OR({customer.orderCount} > 0, {customer.wonOpportunityCount} > 0))',
        },
      ],
    },
  ],
  schemes: [],
  views: [
    {
      role: 'opportunity.open',
      table: 'opportunity',
      filter: isOpen,
      sorts: soonest,
      columns: shown,
      chart: { kind: 'byColumn', column: 'opportunity.stage' },
    },
    { role: 'opportunity.all', table: 'opportunity', columns: shown },
    {
      role: 'opportunity.byStage',
      table: 'opportunity',
      groups: [{ column: 'opportunity.stage', direction: 'ascending' }],
      sorts: soonest,
      columns: shown,
      chart: { kind: 'byColumn', column: 'opportunity.stage' },
    },
    {
      role: 'opportunity.kanban',
      table: 'opportunity',
      sorts: soonest,
      columns: shown,
      kanban: {
        lanes: 'opportunity.stage',
        card: ['opportunity.customer', 'opportunity.amount', 'opportunity.expectedClose', 'opportunity.owner', 'opportunity.nextStep'],
        sum: 'opportunity.amount',
      },
      chart: { kind: 'byColumn', column: 'opportunity.stage' },
    },
    {
      role: 'opportunity.closingThisMonth',
      table: 'opportunity',
      filter: { and: [isOpen, { column: 'opportunity.expectedClose', operator: 'within', value: { kind: 'thisMonth' } }] },
      sorts: soonest,
      columns: shown,
    },
    {
      role: 'opportunity.pastClose',
      table: 'opportunity',
      filter: { and: [isOpen, { column: 'opportunity.expectedClose', operator: 'before', value: { kind: 'today' } }] },
      sorts: soonest,
      columns: shown,
    },
    { role: 'opportunity.won', table: 'opportunity', filter: isWon, sorts: latestClosed, columns: closed },
    {
      role: 'opportunity.lost',
      table: 'opportunity',
      filter: isLost,
      sorts: latestClosed,
      columns: closed,
      chart: { kind: 'byColumn', column: 'opportunity.lostReason' },
    },
  ],
}
