import type { Lang } from '#shared/i18n/lang.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { TemplateColumn } from './templateData.ts'

/** How wide a column of the template stands in its views, in pixels: its heading is always whole. */
export function columnWidth(column: TemplateColumn, heading: string, lang: Lang, isSorted = false): number {
  const latinName = column.type === 'member' && lang === 'en' ? 128 : 0
  return Math.max(widthsByRole[column.role] ?? widthsByType[column.type], latinName, headingWidth(heading) + (isSorted ? arrowWidth : 0))
}

/** Beside the name, a heading holds the sign of its type, the way to its menu and some air. */
const aroundHeading = 56

/** The arrow of the column that a view is sorted by. */
const arrowWidth = 20

/** About how wide a heading is at 12 pixels: Chinese characters are square, Latin letters about half of that. */
function headingWidth(heading: string): number {
  const wide = heading.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0
  return aroundHeading + Math.ceil((wide * 12 + (heading.length - wide) * 6.6) / 4) * 4
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
  'task.title': 260,
  'task.customer': 180,
  'opportunity.name': 200,
  'opportunity.customer': 180,
  'opportunity.expectedClose': 144,
  'opportunity.closedDate': 144,
  'opportunity.nextStep': 160,
  'product.name': 160,
  'orderLine.order': 160,
  'orderLine.product': 160,
  'orderLine.customer': 180,
  'contract.number': 160,
  'contract.customer': 180,
  'contract.name': 160,
  'contract.signedDate': 136,
  'receivable.customer': 180,
  'survey.customer': 180,
  'receivable.due': 136,
  'survey.date': 136,
  'survey.opinion': 320,
  'ticket.customer': 180,
  'ticket.description': 280,
  'ticket.solution': 240,
  'referral.referrer': 180,
  'referral.newCustomer': 180,
  'referral.date': 136,
  'points.customer': 180,
}

const widthsByType: Record<TemplateColumn['type'], number> = {
  text: 128,
  longText: 220,
  checkbox: 72,
  date: 112,
  dateTime: 144,
  member: 96,
  members: 144,
  phone: 128,
  email: 180,
  address: 240,
  geolocation: 160,
  url: 180,
  duration: 88,
  rating: 112,
  progress: 128,
  image: 120,
  file: 168,
  signature: 120,
  createdTime: 144,
  modifiedTime: 144,
  createdBy: 96,
  modifiedBy: 96,
  number: 104,
  percent: 88,
  currency: 128,
  autoNumber: 136,
  singleSelect: 104,
  multipleSelect: 144,
  link: 160,
  lookup: 104,
  rollup: 136,
  formula: 128,
}
