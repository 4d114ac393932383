import type { TemplateColumn } from '../templateData.ts'

/** 联系人: the people at a customer. */
export const contactColumns: readonly TemplateColumn[] = [
  { role: 'contact.name', type: 'text', required: true },
  { role: 'contact.customer', type: 'link', inverse: 'customer.contacts', multiple: false },
  { role: 'contact.position', type: 'text' },
  {
    role: 'contact.part',
    type: 'singleSelect',
    options: [
      { code: 'decides', color: 'red' },
      { code: 'influences', color: 'orange' },
      { code: 'uses', color: 'blue' },
      { code: 'finance', color: 'green' },
      { code: 'gatekeeper', color: 'gray' },
    ],
  },
  { role: 'contact.keyPerson', type: 'checkbox' },
  { role: 'contact.mobile', type: 'phone' },
  { role: 'contact.wechat', type: 'text' },
  { role: 'contact.email', type: 'email' },
  { role: 'contact.followUps', type: 'link', inverse: 'followUp.contact', multiple: true },
  { role: 'contact.lastFollowUpTime', type: 'rollup', link: 'contact.followUps', function: 'max', target: 'followUp.time' },
  { role: 'contact.note', type: 'longText' },
]
