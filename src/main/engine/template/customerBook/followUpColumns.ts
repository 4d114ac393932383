import type { TemplateColumn } from '../templateData.ts'

/** 跟进记录: who spoke with which customer, when, how, about what, and what comes next. */
export const followUpColumns: readonly TemplateColumn[] = [
  { role: 'followUp.number', type: 'autoNumber', pattern: 'GJ-{yyyyMM}-{0001}' },
  { role: 'followUp.customer', type: 'link', inverse: 'customer.followUps', multiple: false, required: true },
  { role: 'followUp.time', type: 'dateTime', required: true },
  {
    role: 'followUp.method',
    type: 'singleSelect',
    required: true,
    options: [
      { code: 'phone', color: 'blue' }, { code: 'wechat', color: 'green' }, { code: 'visit', color: 'orange' },
      { code: 'received', color: 'purple' }, { code: 'sms', color: 'sky' }, { code: 'email', color: 'teal' },
      { code: 'meeting', color: 'yellow' }, { code: 'event', color: 'red' }, { code: 'returnVisit', color: 'brown' },
    ],
  },
  { role: 'followUp.content', type: 'longText', required: true },
  {
    role: 'followUp.result',
    type: 'singleSelect',
    options: [
      { code: 'interested', color: 'sky' }, { code: 'followOn', color: 'blue' }, { code: 'negotiating', color: 'orange' },
      { code: 'won', color: 'green' }, { code: 'noAnswer', color: 'brown' }, { code: 'refused', color: 'red' },
      { code: 'invalid', color: 'gray' },
    ],
  },
  { role: 'followUp.nextTime', type: 'dateTime' },
  { role: 'followUp.nextContent', type: 'text' },
  { role: 'followUp.author', type: 'member' },
  {
    role: 'followUp.direction',
    type: 'singleSelect',
    options: [{ code: 'outbound', color: 'blue' }, { code: 'inbound', color: 'orange' }],
  },
  {
    role: 'followUp.topic',
    type: 'singleSelect',
    options: [
      { code: 'firstContact', color: 'sky' }, { code: 'need', color: 'blue' }, { code: 'quote', color: 'yellow' },
      { code: 'negotiation', color: 'orange' }, { code: 'contract', color: 'green' }, { code: 'afterSales', color: 'teal' },
      { code: 'returnVisit', color: 'brown' }, { code: 'care', color: 'purple' }, { code: 'dunning', color: 'red' },
      { code: 'winBack', color: 'gray' },
    ],
  },
  { role: 'followUp.contact', type: 'link', inverse: 'contact.followUps', multiple: false },
  { role: 'followUp.customerGrade', type: 'lookup', link: 'followUp.customer', target: 'customer.grade' },
  { role: 'followUp.customerStatus', type: 'lookup', link: 'followUp.customer', target: 'customer.status' },
  { role: 'followUp.customerOwner', type: 'lookup', link: 'followUp.customer', target: 'customer.owner' },
  { role: 'followUp.createdTime', type: 'createdTime' },
]
