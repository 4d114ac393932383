import type { TemplateColumn } from '../templateData.ts'

/** 订单: what was sold, to whom, when and for how much. */
export const orderColumns: readonly TemplateColumn[] = [
  { role: 'order.number', type: 'text' },
  { role: 'order.customer', type: 'link', inverse: 'customer.orders', multiple: false, required: true },
  { role: 'order.date', type: 'date', required: true },
  { role: 'order.amount', type: 'currency' },
  {
    role: 'order.status',
    type: 'singleSelect',
    options: [
      { code: 'confirmed', color: 'sky' },
      { code: 'shipped', color: 'orange' },
      { code: 'completed', color: 'green' },
      { code: 'cancelled', color: 'gray' },
    ],
  },
  { role: 'order.owner', type: 'member' },
  { role: 'order.customerGrade', type: 'lookup', link: 'order.customer', target: 'customer.grade' },
  { role: 'order.note', type: 'longText' },
  { role: 'order.createdTime', type: 'createdTime' },
]
