import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateColumn } from './templateData.ts'

/** How wide a column of the template stands in its views, in pixels. */
export function columnWidth(column: TemplateColumn): number {
  return widthsByRole[column.role] ?? widthsByType[column.type]
}

const widthsByRole: Partial<Record<ColumnRole, number>> = {
  'customer.name': 200,
  'customer.grade': 72,
  'customer.lastFollowUpContent': 240,
  'customer.nextFollowUpContent': 180,
  'customer.followUpCount': 88,
  'customer.followUpCount90Days': 112,
  'customer.orderCount': 80,
  'customer.orderCount12Months': 104,
  'followUp.customer': 180,
  'followUp.contact': 100,
  'followUp.content': 320,
  'followUp.nextContent': 180,
  'followUp.customerGrade': 80,
  'contact.customer': 180,
  'contact.name': 100,
  'order.customer': 180,
}

const widthsByType: Record<TemplateColumn['type'], number> = {
  text: 128,
  longText: 220,
  checkbox: 72,
  date: 112,
  dateTime: 144,
  member: 96,
  phone: 128,
  email: 180,
  address: 240,
  createdTime: 144,
  modifiedTime: 144,
  createdBy: 96,
  modifiedBy: 96,
  currency: 128,
  autoNumber: 136,
  singleSelect: 104,
  link: 160,
  lookup: 104,
  rollup: 136,
}
