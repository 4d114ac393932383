import type { TemplateCondition, TemplateFilter } from '../templateData.ts'

/** A cancelled order never counts, for anything. */
export const notCancelled: TemplateCondition = { column: 'order.status', operator: 'noneOf', codes: ['cancelled'] }

/** A negative amount is a return: it lessens what was bought, and is no order of its own. No amount yet is an order all the same. */
const notReturned: TemplateFilter = {
  or: [
    { column: 'order.amount', operator: 'isEmpty' },
    { column: 'order.amount', operator: 'greaterOrEqual', value: 0 },
  ],
}

/** An order dated after today is not ordered yet; one whose day nobody wrote down was ordered some time. */
const byToday: TemplateFilter = {
  or: [
    { column: 'order.date', operator: 'isEmpty' },
    { column: 'order.date', operator: 'onOrBefore', value: { kind: 'today' } },
  ],
}

/** The past days, today among them. */
export const pastDays = (days: number): TemplateCondition => ({ column: 'order.date', operator: 'within', value: { kind: 'pastDays', days } })

/** So many days before those. */
export const daysBefore = (days: number): TemplateCondition => ({
  column: 'order.date',
  operator: 'betweenDates',
  value: { from: { kind: 'daysAgo', days: 2 * days - 1 }, to: { kind: 'daysAgo', days } },
})

/** What sums of money add up: orders until today, and returns. */
export const bought: TemplateFilter = { and: [notCancelled, byToday] }
export const boughtWithin = (period: TemplateCondition): TemplateFilter => ({ and: [notCancelled, period] })

/** What counts as an order: not cancelled, not to come, no return. */
export const ordered: TemplateFilter = { and: [notCancelled, byToday, notReturned] }
export const orderedWithin = (period: TemplateCondition): TemplateFilter => ({ and: [notCancelled, period, notReturned] })
/** Orders whose day is known, and not to come. */
export const orderedOnADay: TemplateFilter = {
  and: [notCancelled, { column: 'order.date', operator: 'onOrBefore', value: { kind: 'today' } }, notReturned],
}
