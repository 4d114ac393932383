import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateFilter } from '../templateData.ts'
import type { TemplateModule } from './templateModule.ts'

const isOpen: TemplateFilter = { column: 'ticket.status', operator: 'noneOf', codes: ['solved', 'closed'] }
const isComplaint: TemplateFilter = { column: 'ticket.kind', operator: 'anyOf', codes: ['complaint'] }

const shown: readonly ColumnRole[] = [
  'ticket.number',
  'ticket.customer',
  'ticket.kind',
  'ticket.cause',
  'ticket.description',
  'ticket.status',
  'ticket.owner',
  'ticket.openedTime',
  'ticket.firstReplyTime',
  'ticket.solvedTime',
  'ticket.replyHours',
  'ticket.solveHours',
  'ticket.solution',
]
const oldest = [{ column: 'ticket.openedTime', direction: 'ascending' }] as const
const newest = [{ column: 'ticket.openedTime', direction: 'descending' }] as const

/** 工单: complaints, feedback and after-sales requests, from the first word to the solution. */
export const tickets: TemplateModule = {
  code: 'tickets',
  tables: [
    {
      role: 'ticket',
      primary: 'ticket.number',
      columns: [
        { role: 'ticket.number', type: 'autoNumber', pattern: 'GD-{yyyyMM}-{0001}' },
        { role: 'ticket.customer', type: 'link', inverse: 'customer.tickets', multiple: false, required: true },
        {
          role: 'ticket.kind',
          type: 'singleSelect',
          required: true,
          options: [
            { code: 'complaint', color: 'red' },
            { code: 'feedback', color: 'blue' },
            { code: 'afterSales', color: 'orange' },
          ],
        },
        {
          role: 'ticket.cause',
          type: 'singleSelect',
          options: [
            { code: 'quality', color: 'red' },
            { code: 'attitude', color: 'purple' },
            { code: 'delivery', color: 'orange' },
            { code: 'price', color: 'yellow' },
            { code: 'logistics', color: 'blue' },
            { code: 'other', color: 'gray' },
          ],
        },
        { role: 'ticket.description', type: 'longText' },
        {
          role: 'ticket.status',
          type: 'singleSelect',
          options: [
            { code: 'new', color: 'red' },
            { code: 'accepted', color: 'orange' },
            { code: 'working', color: 'yellow' },
            { code: 'waiting', color: 'sky' },
            { code: 'solved', color: 'green' },
            { code: 'closed', color: 'gray' },
          ],
        },
        { role: 'ticket.owner', type: 'member' },
        { role: 'ticket.openedTime', type: 'dateTime', required: true },
        { role: 'ticket.firstReplyTime', type: 'dateTime' },
        { role: 'ticket.solvedTime', type: 'dateTime' },
        { role: 'ticket.solution', type: 'longText' },
        {
          role: 'ticket.replyHours',
          type: 'formula',
          foot: 'median',
          source: 'IF(ISBLANK({ticket.firstReplyTime}), BLANK(), HOURS({ticket.openedTime}, {ticket.firstReplyTime}))',
          look: 'number',
          decimals: 1,
        },
        {
          role: 'ticket.solveHours',
          type: 'formula',
          foot: 'median',
          source: 'IF(ISBLANK({ticket.solvedTime}), BLANK(), HOURS({ticket.openedTime}, {ticket.solvedTime}))',
          look: 'number',
          decimals: 1,
        },
      ],
    },
    {
      role: 'customer',
      primary: 'customer.name',
      columns: [
        { role: 'customer.tickets', type: 'link', inverse: 'ticket.customer', multiple: true },
        { role: 'customer.openTicketCount', type: 'rollup', link: 'customer.tickets', function: 'count', filter: isOpen },
        {
          role: 'customer.complaintCount12Months',
          type: 'rollup',
          link: 'customer.tickets',
          function: 'count',
          filter: { and: [isComplaint, { column: 'ticket.openedTime', operator: 'within', value: { kind: 'pastDays', days: 365 } }] },
        },
        {
          role: 'customer.oldComplaintCount',
          type: 'rollup',
          link: 'customer.tickets',
          function: 'count',
          filter: { and: [isComplaint, isOpen, { column: 'ticket.openedTime', operator: 'before', value: { kind: 'daysAgo', days: 7 } }] },
        },
      ],
    },
  ],
  schemes: [],
  views: [
    { role: 'ticket.open', table: 'ticket', filter: isOpen, sorts: oldest, columns: shown },
    { role: 'ticket.all', table: 'ticket', sorts: newest, columns: shown },
    {
      role: 'ticket.complaints',
      table: 'ticket',
      filter: isComplaint,
      sorts: newest,
      columns: shown,
      chart: { kind: 'byColumn', column: 'ticket.cause' },
    },
    {
      role: 'ticket.byCause',
      table: 'ticket',
      groups: [{ column: 'ticket.cause', direction: 'ascending' }],
      sorts: newest,
      columns: shown,
      chart: { kind: 'byColumn', column: 'ticket.cause' },
    },
  ],
}
