import { expect, test } from 'vitest'
import { cdnowWorkbook, purchases } from '../../fixtures/make/cdnow.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'
import { fileOf } from './support/files.ts'
import { proposedPlan } from './support/planning.ts'

async function openCdnow() {
  const book = await customerBook({ today: '1998-07-01', lang: 'en' })
  const path = fileOf('cdnow.xlsx', cdnowWorkbook())
  return { book, plan: await proposedPlan(book.engine, path) }
}

test('2,357 customers and 6,919 orders arrive, all linked, money exact to the cent', async () => {
  const { book, plan } = await openCdnow()
  expect(plan.sheets.map((sheet) => sheet.table)).toEqual([{ tableId: book.table('customer') }, { tableId: book.table('order') }])
  const result = valueOf(await book.engine.run('import.run', plan))
  expect(result.sheets).toMatchObject([
    { sheet: 'customers', read: 2357, added: 2357, rejected: 0 },
    { sheet: 'orders', read: 6919, added: 6919, rejected: 0 },
  ])
  expect(result.rejectionFile).toBeNull()

  const orders = await book.rows('order', ['order.customer', 'order.date', 'order.amount'])
  const all = purchases()
  expect(
    orders.map((order) => [order.cell('order.customer'), order.cell('order.date'), Math.round(Number(order.cell('order.amount')) * 100)]),
  ).toEqual(all.map(({ customer, day, cents }) => [customer, day, cents]))

  const customers = await book.rows('customer', ['customer.name', 'customer.orderCount', 'customer.amountAll'])
  const byCustomer = new Map<string, { count: number; cents: number }>()
  for (const { customer, cents } of all) {
    const sum = byCustomer.get(customer) ?? { count: 0, cents: 0 }
    byCustomer.set(customer, { count: sum.count + 1, cents: sum.cents + cents })
  }
  expect(customers.map((row) => [row.cell('customer.name'), row.cell('customer.orderCount'), row.cell('customer.amountAll')])).toEqual(
    [...byCustomer].map(([name, { count, cents }]) => [name, count, cents / 100]),
  )
})

test('taking the import back leaves the book as it was', async () => {
  const { book, plan } = await openCdnow()
  const before = contentOf(book.path)
  valueOf(await book.engine.run('import.run', plan))
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})
