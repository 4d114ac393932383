import { boughtWithin, daysBefore, ordered, orderedOnADay, orderedWithin, pastDays } from '../customerBook/orderFilters.ts'
import type { TemplateColumn } from '../templateData.ts'

const ofOrders = { type: 'rollup', link: 'customer.orders' } as const

/** What is measured of customers beyond the book's own columns; each comes with the first scheme that reads it (crm.md B1.0). */
export const customerMetrics: readonly TemplateColumn[] = [
  { ...ofOrders, role: 'customer.amount90Days', function: 'sum', target: 'order.amount', filter: boughtWithin(pastDays(90)) },
  { ...ofOrders, role: 'customer.amountPrevious90Days', function: 'sum', target: 'order.amount', filter: boughtWithin(daysBefore(90)) },
  { ...ofOrders, role: 'customer.orderCount90Days', function: 'count', filter: orderedWithin(pastDays(90)) },
  { ...ofOrders, role: 'customer.averageOrderAmount', function: 'average', target: 'order.amount', filter: ordered },
  { ...ofOrders, role: 'customer.largestOrder', function: 'max', target: 'order.amount', filter: ordered },
  { ...ofOrders, role: 'customer.orderDays', function: 'countUnique', target: 'order.date', filter: orderedOnADay },
  { ...ofOrders, role: 'customer.orderGap', function: 'medianGap', target: 'order.date', filter: orderedOnADay },
  { ...ofOrders, role: 'customer.growingGaps', function: 'growingGaps', target: 'order.date', filter: orderedOnADay },
  {
    role: 'customer.expectedNextOrder',
    type: 'formula',
    // From three days on the usual gap says something.
    source: 'IF({customer.orderDays} >= 3, ADDDAYS({customer.lastOrderDate}, ROUND({customer.orderGap}, 0)), BLANK())',
  },
  {
    role: 'customer.silentCycles',
    type: 'formula',
    source:
      'IF({customer.orderDays} >= 1, DAYSBETWEEN(TODAY(), {customer.lastOrderDate}) / IF({customer.orderDays} >= 3, {customer.orderGap}, 90), BLANK())',
    look: 'number',
    decimals: 2,
  },
  {
    role: 'customer.amountTrend',
    type: 'formula',
    source: 'IF({customer.amountPrevious90Days} > 0, IFBLANK({customer.amount90Days}, 0) / {customer.amountPrevious90Days}, BLANK())',
    look: 'percent',
  },
  {
    role: 'customer.potentialRatio',
    type: 'formula',
    source: 'IF({customer.amount12Months} > 0, {customer.annualPotential} / {customer.amount12Months}, BLANK())',
    look: 'number',
    decimals: 1,
  },
]
