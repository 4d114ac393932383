import type { TemplateColumn, TemplateCondition } from '../templateData.ts'

const notCancelled: TemplateCondition = { column: 'order.status', operator: 'noneOf', codes: ['cancelled'] }
const past12Months: TemplateCondition = { column: 'order.date', operator: 'within', value: { kind: 'pastDays', days: 365 } }

/** 客户: what people fill in, what follow-ups, contacts and orders say, and the classes. */
export const customerColumns: readonly TemplateColumn[] = [
  { role: 'customer.name', type: 'text', required: true },
  { role: 'customer.number', type: 'autoNumber', pattern: 'KH-{yyyyMM}-{0001}' },
  {
    role: 'customer.status',
    type: 'singleSelect',
    options: [
      { code: 'new', color: 'sky' }, { code: 'following', color: 'blue' }, { code: 'negotiating', color: 'orange' },
      { code: 'won', color: 'green' }, { code: 'paused', color: 'brown' }, { code: 'dead', color: 'gray' },
    ],
  },
  {
    role: 'customer.grade',
    type: 'singleSelect',
    options: [
      { code: 's', color: 'step1' }, { code: 'a', color: 'step2' }, { code: 'b', color: 'step3' },
      { code: 'c', color: 'step4' }, { code: 'd', color: 'step5' },
    ],
  },
  { role: 'customer.owner', type: 'member' },
  { role: 'customer.followUps', type: 'link', inverse: 'followUp.customer', multiple: true },
  { role: 'customer.lastFollowUpTime', type: 'rollup', link: 'customer.followUps', function: 'max', target: 'followUp.time' },
  {
    role: 'customer.lastFollowUpContent', type: 'rollup', link: 'customer.followUps', function: 'latest',
    target: 'followUp.content', order: 'followUp.time',
  },
  {
    role: 'customer.lastFollowUpBy', type: 'rollup', link: 'customer.followUps', function: 'latest',
    target: 'followUp.author', order: 'followUp.time',
  },
  {
    role: 'customer.nextFollowUpTime', type: 'rollup', link: 'customer.followUps', function: 'latest',
    target: 'followUp.nextTime', order: 'followUp.time',
  },
  {
    role: 'customer.nextFollowUpContent', type: 'rollup', link: 'customer.followUps', function: 'latest',
    target: 'followUp.nextContent', order: 'followUp.time',
  },
  { role: 'customer.handleBy', type: 'date' },
  {
    role: 'customer.urgency',
    type: 'singleSelect',
    options: [
      { code: 'urgent', color: 'step1' }, { code: 'soon', color: 'step2' }, { code: 'notUrgent', color: 'step3' },
      { code: 'slow', color: 'step4' }, { code: 'undecided', color: 'gray' },
    ],
  },
  {
    role: 'customer.dealStatus',
    type: 'singleSelect',
    options: [{ code: 'won', color: 'green' }, { code: 'negotiating', color: 'orange' }, { code: 'potential', color: 'sky' }],
  },
  {
    role: 'customer.importance',
    type: 'singleSelect',
    options: [{ code: 'important', color: 'step1' }, { code: 'normal', color: 'step5' }],
  },
  {
    role: 'customer.needStatus',
    type: 'singleSelect',
    options: [{ code: 'target', color: 'green' }, { code: 'potential', color: 'sky' }, { code: 'dead', color: 'gray' }],
  },
  {
    role: 'customer.activity',
    type: 'singleSelect',
    options: [
      { code: 'active', color: 'green' }, { code: 'potential', color: 'sky' },
      { code: 'dormant', color: 'yellow' }, { code: 'lost', color: 'gray' },
    ],
  },
  {
    role: 'customer.source',
    type: 'singleSelect',
    options: [
      { code: 'referral', color: 'green' }, { code: 'coldVisit', color: 'orange' }, { code: 'exhibition', color: 'purple' },
      { code: 'web', color: 'blue' }, { code: 'advertising', color: 'red' }, { code: 'phone', color: 'sky' },
      { code: 'store', color: 'teal' }, { code: 'oldCustomer', color: 'yellow' }, { code: 'other', color: 'gray' },
    ],
  },
  {
    role: 'customer.type',
    type: 'singleSelect',
    options: [
      { code: 'company', color: 'blue' }, { code: 'person', color: 'orange' },
      { code: 'channel', color: 'purple' }, { code: 'partner', color: 'teal' },
    ],
  },
  {
    role: 'customer.industry',
    type: 'singleSelect',
    options: [
      { code: 'manufacturing', color: 'blue' }, { code: 'wholesale', color: 'orange' }, { code: 'retail', color: 'green' },
      { code: 'construction', color: 'brown' }, { code: 'food', color: 'red' }, { code: 'technology', color: 'sky' },
      { code: 'logistics', color: 'teal' }, { code: 'education', color: 'purple' }, { code: 'health', color: 'yellow' },
      { code: 'services', color: 'blue' }, { code: 'agriculture', color: 'green' }, { code: 'other', color: 'gray' },
    ],
  },
  { role: 'customer.phone', type: 'phone' },
  { role: 'customer.wechat', type: 'text' },
  { role: 'customer.email', type: 'email' },
  { role: 'customer.address', type: 'address' },
  { role: 'customer.contacts', type: 'link', inverse: 'contact.customer', multiple: true },
  {
    role: 'customer.primaryContact', type: 'rollup', link: 'customer.contacts', function: 'latest',
    target: 'contact.name', order: 'contact.keyPerson',
  },
  {
    role: 'customer.primaryContactPhone', type: 'rollup', link: 'customer.contacts', function: 'latest',
    target: 'contact.mobile', order: 'contact.keyPerson',
  },
  {
    role: 'customer.needTime',
    type: 'singleSelect',
    options: [
      { code: 'now', color: 'step1' }, { code: 'oneMonth', color: 'step2' }, { code: 'threeMonths', color: 'step3' },
      { code: 'halfYear', color: 'step4' }, { code: 'oneYear', color: 'step5' }, { code: 'none', color: 'gray' },
    ],
  },
  { role: 'customer.needDescription', type: 'longText' },
  { role: 'customer.annualPotential', type: 'currency' },
  { role: 'customer.orders', type: 'link', inverse: 'order.customer', multiple: true },
  { role: 'customer.orderCount', type: 'rollup', link: 'customer.orders', function: 'count', filter: notCancelled },
  { role: 'customer.orderCount12Months', type: 'rollup', link: 'customer.orders', function: 'count', filter: { and: [notCancelled, past12Months] } },
  { role: 'customer.amountAll', type: 'rollup', link: 'customer.orders', function: 'sum', target: 'order.amount', filter: notCancelled },
  {
    role: 'customer.amount12Months', type: 'rollup', link: 'customer.orders', function: 'sum', target: 'order.amount',
    filter: { and: [notCancelled, past12Months] },
  },
  { role: 'customer.firstOrderDate', type: 'rollup', link: 'customer.orders', function: 'min', target: 'order.date', filter: notCancelled },
  { role: 'customer.lastOrderDate', type: 'rollup', link: 'customer.orders', function: 'max', target: 'order.date', filter: notCancelled },
  { role: 'customer.followUpCount', type: 'rollup', link: 'customer.followUps', function: 'count' },
  {
    role: 'customer.followUpCount90Days', type: 'rollup', link: 'customer.followUps', function: 'count',
    filter: { column: 'followUp.time', operator: 'within', value: { kind: 'pastDays', days: 90 } },
  },
  { role: 'customer.firstFollowUpTime', type: 'rollup', link: 'customer.followUps', function: 'min', target: 'followUp.time' },
  {
    role: 'customer.lastNegotiationTime', type: 'rollup', link: 'customer.followUps', function: 'max', target: 'followUp.time',
    filter: { column: 'followUp.result', operator: 'anyOf', codes: ['negotiating'] },
  },
  {
    role: 'customer.lastInboundTime', type: 'rollup', link: 'customer.followUps', function: 'max', target: 'followUp.time',
    filter: { column: 'followUp.direction', operator: 'anyOf', codes: ['inbound'] },
  },
  { role: 'customer.note', type: 'longText' },
  { role: 'customer.createdTime', type: 'createdTime' },
  { role: 'customer.createdBy', type: 'createdBy' },
  { role: 'customer.modifiedTime', type: 'modifiedTime' },
  { role: 'customer.modifiedBy', type: 'modifiedBy' },
]
