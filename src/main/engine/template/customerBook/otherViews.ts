import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateView } from '../templateData.ts'

const followUp: readonly ColumnRole[] = [
  'followUp.number',
  'followUp.customer',
  'followUp.time',
  'followUp.method',
  'followUp.content',
  'followUp.result',
  'followUp.nextTime',
  'followUp.nextContent',
  'followUp.author',
  'followUp.customerGrade',
  'followUp.topic',
  'followUp.direction',
  'followUp.contact',
]
const newestFollowUp = [{ column: 'followUp.time', direction: 'descending' }] as const
const contact: readonly ColumnRole[] = [
  'contact.name',
  'contact.customer',
  'contact.position',
  'contact.part',
  'contact.keyPerson',
  'contact.mobile',
  'contact.wechat',
  'contact.email',
  'contact.lastFollowUpTime',
  'contact.note',
]
const order: readonly ColumnRole[] = [
  'order.number',
  'order.customer',
  'order.date',
  'order.amount',
  'order.status',
  'order.owner',
  'order.customerGrade',
  'order.note',
]
const newestOrder = [{ column: 'order.date', direction: 'descending' }] as const

/** Views of follow-ups, contacts and orders. */
export const otherViews: readonly TemplateView[] = [
  {
    role: 'followUp.all',
    table: 'followUp',
    sorts: newestFollowUp,
    columns: followUp,
    chart: { kind: 'followUpsPerWeek', column: 'followUp.author' },
  },
  {
    role: 'followUp.mine',
    table: 'followUp',
    filter: { column: 'followUp.author', operator: 'isMe' },
    sorts: newestFollowUp,
    columns: followUp,
  },
  {
    role: 'followUp.thisWeek',
    table: 'followUp',
    filter: { column: 'followUp.time', operator: 'within', value: { kind: 'thisWeek' } },
    sorts: newestFollowUp,
    columns: followUp,
  },
  {
    role: 'followUp.byCustomer',
    table: 'followUp',
    groups: [{ column: 'followUp.customer', direction: 'ascending' }],
    sorts: newestFollowUp,
    columns: followUp,
  },
  {
    role: 'followUp.byAuthor',
    table: 'followUp',
    groups: [{ column: 'followUp.author', direction: 'ascending' }],
    sorts: newestFollowUp,
    columns: followUp,
    chart: { kind: 'followUpsPerWeek', column: 'followUp.author' },
  },
  {
    role: 'followUp.byMethod',
    table: 'followUp',
    groups: [{ column: 'followUp.method', direction: 'ascending' }],
    sorts: newestFollowUp,
    columns: followUp,
    chart: { kind: 'byColumn', column: 'followUp.method' },
  },
  {
    role: 'followUp.withoutNext',
    table: 'followUp',
    filter: { column: 'followUp.nextTime', operator: 'isEmpty' },
    sorts: newestFollowUp,
    columns: followUp,
  },
  {
    role: 'followUp.comingUp',
    table: 'followUp',
    filter: { column: 'followUp.nextTime', operator: 'onOrAfter', value: { kind: 'today' } },
    sorts: [{ column: 'followUp.nextTime', direction: 'ascending' }],
    columns: [
      'followUp.number',
      'followUp.nextTime',
      'followUp.nextContent',
      'followUp.customer',
      'followUp.author',
      'followUp.content',
      'followUp.time',
      'followUp.result',
    ],
  },
  { role: 'contact.all', table: 'contact', columns: contact },
  {
    role: 'contact.keyPersons',
    table: 'contact',
    filter: {
      or: [
        { column: 'contact.keyPerson', operator: 'isChecked' },
        { column: 'contact.part', operator: 'anyOf', codes: ['decides'] },
      ],
    },
    columns: contact,
  },
  { role: 'contact.byCustomer', table: 'contact', groups: [{ column: 'contact.customer', direction: 'ascending' }], columns: contact },
  { role: 'order.all', table: 'order', sorts: newestOrder, columns: order },
  {
    role: 'order.thisMonth',
    table: 'order',
    filter: { column: 'order.date', operator: 'within', value: { kind: 'thisMonth' } },
    sorts: newestOrder,
    columns: order,
  },
  {
    role: 'order.byStatus',
    table: 'order',
    groups: [{ column: 'order.status', direction: 'ascending' }],
    sorts: newestOrder,
    columns: order,
    chart: { kind: 'byColumn', column: 'order.status' },
  },
  {
    role: 'order.byCustomer',
    table: 'order',
    groups: [{ column: 'order.customer', direction: 'ascending' }],
    sorts: newestOrder,
    columns: order,
  },
]
