import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'
import { grade } from './independentClasses.ts'

const today = '1998-06-30'

type Purchase = { customer: string; date: string; cents: number }

/** Lines of `00004 0001 19970101  2   29.33`: id, id in the sample, day, discs, dollars. */
function purchases(): Purchase[] {
  const text = readFileSync(new URL('../../fixtures/CDNOW_sample.txt', import.meta.url), 'utf8')
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, customer = '', day = '', , dollars = ''] = line.trim().split(/\s+/u)
      return { customer, date: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`, cents: Math.round(Number(dollars) * 100) }
    })
}

async function cdnowBook(orders: readonly Purchase[]): Promise<{ book: CustomerBook; ids: Map<string, number> }> {
  const book = await customerBook({ today, lang: 'en' })
  const insert = async (role: 'customer' | 'order', rows: Parameters<typeof book.engine.run<'rows.insert'>>[1]['rows']): Promise<number[]> =>
    valueOf(await book.engine.run('rows.insert', { tableId: book.table(role), rows })).ids
  const names = [...new Set(orders.map((order) => order.customer))]
  const customerIds = await insert(
    'customer',
    names.map((name) => ({ cells: [{ columnId: book.column('customer.name').id, value: name }] })),
  )
  const ids = new Map(names.map((name, index) => [name, customerIds[index] ?? 0]))
  const [date, amount, customer] = [book.column('order.date').id, book.column('order.amount').id, book.column('order.customer').id]
  await insert(
    'order',
    orders.map((order) => ({
      cells: [
        { columnId: date, value: order.date },
        { columnId: amount, value: order.cents / 100 },
      ],
      links: [{ columnId: customer, rowIds: [ids.get(order.customer) ?? 0] }],
    })),
  )
  return { book, ids }
}

/** Amounts by customer of the purchases since a day, and the grades that follow from them. */
function expectedGrades(orders: readonly Purchase[], ids: ReadonlyMap<string, number>, since: string): Map<number, string> {
  const cents = new Map([...ids.values()].map((id) => [id, 0]))
  for (const order of orders) {
    const id = ids.get(order.customer) ?? 0
    if (order.date >= since) cents.set(id, (cents.get(id) ?? 0) + order.cents)
  }
  return grade(
    [...cents].map(([id, sum]) => ({ id, cents: sum })),
    { minimumPopulation: 20, absolute: [] },
  )
}

async function gradesOf(book: CustomerBook): Promise<Map<number, string | null>> {
  const rows = await book.rows('customer', ['customer.grade'])
  return new Map(rows.map((row) => [row.id, book.codeOf('customer.grade', row.cell('customer.grade'))]))
}

test('the 2,357 CD buyers are graded as an independent computation grades them, over a year and over all time', async () => {
  const orders = purchases()
  const { book, ids } = await cdnowBook(orders)
  expect([ids.size, orders.length]).toEqual([2357, 6919])
  expect(await gradesOf(book)).toEqual(expectedGrades(orders, ids, addDays(today, -364)))

  const { id: schemeId, rule } = book.scheme('grade')
  if (rule.kind !== 'pareto') throw new Error('grade is by share')
  const metric = { kind: 'column', columnId: book.column('customer.amountAll').id } as const
  valueOf(await book.engine.run('schemes.update', { schemeId, rule: { ...rule, metric } }))
  expect(await gradesOf(book)).toEqual(expectedGrades(orders, ids, '0000'))

  const all = valueOf(await book.engine.run('stats.cumulativeShare', { tableId: book.table('customer'), filter: null, columnId: metric.columnId }))
  expect(Math.round(all.total * 100)).toBe(orders.reduce((sum, order) => sum + order.cents, 0))
})
