import type { ColumnRole } from '#shared/model/roles.ts'
import { boughtWithin, pastDays } from '../customerBook/orderFilters.ts'
import type { TemplateFilter } from '../templateData.ts'
import type { TemplateModule } from './templateModule.ts'

/** What counts as sold: as for orders, neither cancelled nor to come. */
const sold: TemplateFilter = {
  and: [
    { column: 'orderLine.orderStatus', operator: 'noneOf', codes: ['cancelled'] },
    {
      or: [
        { column: 'orderLine.orderDate', operator: 'isEmpty' },
        { column: 'orderLine.orderDate', operator: 'onOrBefore', value: { kind: 'today' } },
      ],
    },
  ],
}
const product: readonly ColumnRole[] = [
  'product.name',
  'product.code',
  'product.category',
  'product.unit',
  'product.price',
  'product.cost',
  'product.status',
  'product.soldQuantity',
  'product.soldAmount',
  'product.soldProfit',
]
const line: readonly ColumnRole[] = [
  'orderLine.number',
  'orderLine.order',
  'orderLine.product',
  'orderLine.quantity',
  'orderLine.price',
  'orderLine.cost',
  'orderLine.amount',
  'orderLine.profit',
  'orderLine.orderDate',
  'orderLine.customer',
  'orderLine.category',
]
const newest = [{ column: 'orderLine.orderDate', direction: 'descending' }] as const

/** 产品与明细: what is sold, each line of an order, and what is earned by it. */
export const products: TemplateModule = {
  code: 'products',
  tables: [
    {
      role: 'product',
      primary: 'product.name',
      columns: [
        { role: 'product.name', type: 'text', required: true },
        { role: 'product.code', type: 'text' },
        {
          role: 'product.category',
          type: 'singleSelect',
          options: [
            { code: 'equipment', color: 'blue' },
            { code: 'parts', color: 'orange' },
            { code: 'materials', color: 'brown' },
            { code: 'consumables', color: 'green' },
            { code: 'service', color: 'purple' },
            { code: 'other', color: 'gray' },
          ],
        },
        { role: 'product.unit', type: 'text' },
        { role: 'product.price', type: 'currency', foot: null },
        { role: 'product.cost', type: 'currency', foot: null },
        {
          role: 'product.status',
          type: 'singleSelect',
          options: [
            { code: 'onSale', color: 'green' },
            { code: 'stopped', color: 'gray' },
          ],
        },
        { role: 'product.note', type: 'longText' },
        { role: 'product.lines', type: 'link', inverse: 'orderLine.product', multiple: true },
        { role: 'product.soldQuantity', type: 'rollup', link: 'product.lines', function: 'sum', target: 'orderLine.quantity', filter: sold },
        { role: 'product.soldAmount', type: 'rollup', link: 'product.lines', function: 'sum', target: 'orderLine.amount', filter: sold },
        { role: 'product.soldProfit', type: 'rollup', link: 'product.lines', function: 'sum', target: 'orderLine.profit', filter: sold },
      ],
    },
    {
      role: 'orderLine',
      primary: 'orderLine.number',
      columns: [
        { role: 'orderLine.number', type: 'autoNumber', pattern: 'MX-{yyyyMM}-{0001}' },
        { role: 'orderLine.order', type: 'link', inverse: 'order.lines', multiple: false, required: true },
        { role: 'orderLine.product', type: 'link', inverse: 'product.lines', multiple: false, required: true },
        { role: 'orderLine.quantity', type: 'number', required: true },
        { role: 'orderLine.price', type: 'currency', foot: null },
        // Of one piece; where a line says nothing, the product's own cost stands for it.
        { role: 'orderLine.cost', type: 'currency', foot: null },
        {
          role: 'orderLine.amount',
          type: 'formula',
          source: '{orderLine.quantity} * {orderLine.price}',
          look: 'currency',
        },
        {
          role: 'orderLine.profit',
          type: 'formula',
          source:
            '{orderLine.quantity} * ({orderLine.price} - IF(ISBLANK({orderLine.cost}), SUM({orderLine.product.product.cost}), {orderLine.cost}))',
          look: 'currency',
        },
        { role: 'orderLine.orderDate', type: 'lookup', link: 'orderLine.order', target: 'order.date' },
        { role: 'orderLine.customer', type: 'lookup', link: 'orderLine.order', target: 'order.customer' },
        { role: 'orderLine.category', type: 'lookup', link: 'orderLine.product', target: 'product.category' },
        { role: 'orderLine.orderStatus', type: 'lookup', link: 'orderLine.order', target: 'order.status' },
      ],
    },
    {
      role: 'order',
      primary: 'order.number',
      columns: [
        { role: 'order.lines', type: 'link', inverse: 'orderLine.order', multiple: true },
        { role: 'order.linesAmount', type: 'rollup', link: 'order.lines', function: 'sum', target: 'orderLine.amount' },
        { role: 'order.grossProfit', type: 'rollup', link: 'order.lines', function: 'sum', target: 'orderLine.profit' },
      ],
    },
    {
      role: 'customer',
      primary: 'customer.name',
      columns: [
        {
          role: 'customer.grossProfit12Months',
          type: 'rollup',
          link: 'customer.orders',
          function: 'sum',
          target: 'order.grossProfit',
          filter: boughtWithin(pastDays(365)),
        },
      ],
    },
  ],
  schemes: [],
  views: [
    { role: 'product.all', table: 'product', columns: product },
    {
      role: 'product.byCategory',
      table: 'product',
      groups: [{ column: 'product.category', direction: 'ascending' }],
      sorts: [{ column: 'product.soldAmount', direction: 'descending' }],
      columns: product,
      chart: { kind: 'byColumn', column: 'product.category' },
    },
    { role: 'orderLine.all', table: 'orderLine', sorts: newest, columns: line },
    {
      role: 'orderLine.byProduct',
      table: 'orderLine',
      groups: [{ column: 'orderLine.product', direction: 'ascending' }],
      sorts: newest,
      columns: line,
    },
    { role: 'orderLine.byOrder', table: 'orderLine', groups: [{ column: 'orderLine.order', direction: 'descending' }], columns: line },
  ],
}
