import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dimension, Measure } from '#shared/contract/stats.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { mondayOf } from '#shared/lib/days.ts'
import type { Filter } from '#shared/model/filter.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

async function group(
  book: CustomerBook,
  roles: readonly [ColumnRole, Dimension['unit']?][],
  measure: ColumnRole | 'count' = 'count',
  kind: 'sum' | 'average' | 'min' | 'max' = 'sum',
) {
  const first = book.column(roles[0]?.[0] ?? 'customer.name')
  const wanted: Measure = measure === 'count' ? { kind: 'count' } : { kind, columnId: book.column(measure).id }
  return valueOf(
    await book.engine.run('stats.group', {
      tableId: first.tableId,
      filter: null,
      measure: wanted,
      dimensions: roles.map(([role, unit]) => ({ columnId: book.column(role).id, unit: unit ?? 'value' })),
    }),
  )
}

test('customers by class stand in the order of the classes', async () => {
  const book = await customerBook({ today, sample: true })
  const { groups, total } = await group(book, [['customer.grade']])
  expect(groups.map(({ keys }) => book.codeOf('customer.grade', keys[0] ?? null))).toEqual(['s', 'a', 'b', 'c', 'd'])
  expect(total).toBe(60)
  expect(groups.reduce((sum, { value }) => sum + value, 0)).toBe(60)
})

test('the empty ones stand last', async () => {
  const book = await customerBook({ today, sample: true })
  const { groups } = await group(book, [['customer.needStatus']])
  expect(groups.map(({ keys }) => book.codeOf('customer.needStatus', keys[0] ?? null))).toEqual(['target', 'potential', 'dead', null])
})

test('follow-ups per week and person: weeks are named by their Monday, people stand by name', async () => {
  const book = await customerBook({ today, sample: true })
  const { groups } = await group(book, [['followUp.time', 'week'], ['followUp.author']])
  const rows = await book.rows('followUp', ['followUp.time', 'followUp.author'])
  const expected = new Map<string, number>()
  for (const row of rows) {
    const key = `${mondayOf(String(row.cell('followUp.time')).slice(0, 10))} ${row.cell('followUp.author')}`
    expected.set(key, (expected.get(key) ?? 0) + 1)
  }
  expect(new Map(groups.map(({ keys, value }) => [`${keys[0]} ${keys[1]}`, value]))).toEqual(expected)
  const weeks = groups.map(({ keys }) => String(keys[0]))
  expect(weeks).toEqual([...weeks].sort())
})

test('orders by month add up to the cent', async () => {
  const book = await customerBook({ today, sample: true })
  const { groups, total } = await group(book, [['order.date', 'month']], 'order.amount')
  const rows = await book.rows('order', ['order.date', 'order.amount'])
  const cents = new Map<string, number>()
  for (const row of rows) {
    const month = String(row.cell('order.date')).slice(0, 7)
    cents.set(month, (cents.get(month) ?? 0) + Math.round(Number(row.cell('order.amount')) * 100))
  }
  expect(groups.map(({ keys, value }) => [keys[0], value])).toEqual([...cents.keys()].sort().map((month) => [month, (cents.get(month) ?? 0) / 100]))
  expect(total).toBe([...cents.values()].reduce((sum, each) => sum + each, 0) / 100)
})

test('lookups and links group by what they show', async () => {
  const book = await customerBook({ today, sample: true })
  const byGrade = await group(book, [['order.customerGrade']])
  expect(byGrade.groups.map(({ keys }) => book.codeOf('customer.grade', keys[0] ?? null))).toEqual(['s', 'a', 'b', 'c', 'd'])
  const byCustomer = await group(book, [['order.customer']], 'order.amount', 'max')
  expect(byCustomer.groups.every(({ keys }) => typeof keys[0] === 'string')).toBe(true)
})

test('only rows linked to the customers in view are counted', async () => {
  const book = await customerBook({ today, sample: true })
  const filter: Filter = {
    kind: 'condition',
    columnId: book.column('customer.grade').id,
    operator: 'anyOf',
    value: [book.option('customer.grade', 's')],
  }
  const { total } = valueOf(
    await book.engine.run('stats.group', {
      tableId: book.table('order'),
      filter: null,
      measure: { kind: 'count' },
      dimensions: [{ columnId: book.column('order.status').id }],
      linkedTo: { linkColumnId: book.column('order.customer').id, filter },
    }),
  )
  const orders = await book.rows('order', ['order.customerGrade'])
  expect(total).toBe(orders.filter((row) => book.codeOf('customer.grade', row.cell('order.customerGrade')) === 's').length)
})

test('a row with several options counts in each of their groups, and once in the total', async () => {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '表' }))
  const options = ['价格', '质量', '服务'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))
  const likes = valueOf(await engine.run('columns.create', { tableId: table.id, name: '偏好', type: 'multipleSelect', settings: { options } }))
  const rows = ['[1,3]', '[3]', null, '[1,2,3]'].map((value) => ({ cells: [{ columnId: likes.id, value }] }))
  valueOf(await engine.run('rows.insert', { tableId: table.id, rows }))
  const { groups, total } = valueOf(
    await engine.run('stats.group', { tableId: table.id, filter: null, dimensions: [{ columnId: likes.id }], measure: { kind: 'count' } }),
  )
  expect(groups.map(({ keys, value }) => [keys[0], value])).toEqual([
    [1, 2],
    [2, 1],
    [3, 3],
    [null, 1],
  ])
  expect(total).toBe(4)
})

test('whatever the amounts, sums and averages are those of the cents', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('甲', '乙'), fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })), { minLength: 1, maxLength: 60 }),
      async (cents) => {
        const { engine } = temporaryBase()
        const table = valueOf(await engine.run('tables.create', { name: '表' }))
        const name = valueOf(await engine.run('columns.create', { tableId: table.id, name: '名', type: 'text', settings: {} }))
        const amount = valueOf(
          await engine.run('columns.create', {
            tableId: table.id,
            name: '额',
            type: 'number',
            settings: { format: 'currency', decimals: 2, thousands: true, symbol: '￥' },
          }),
        )
        valueOf(
          await engine.run('rows.insert', {
            tableId: table.id,
            rows: cents.map(([who, each]) => ({
              cells: [
                { columnId: name.id, value: who },
                { columnId: amount.id, value: each / 100 },
              ],
            })),
          }),
        )
        const run = async (kind: 'sum' | 'average') =>
          valueOf(
            await engine.run('stats.group', {
              tableId: table.id,
              filter: null,
              dimensions: [{ columnId: name.id }],
              measure: { kind, columnId: amount.id },
            }),
          )
        const sum = cents.reduce((total, [, each]) => total + each, 0)
        expect((await run('sum')).total).toBe(sum / 100)
        expect((await run('average')).total).toBe(sum / 100 / cents.length)
        for (const { keys, value } of (await run('sum')).groups) {
          expect(value).toBe(cents.filter(([who]) => who === keys[0]).reduce((total, [, each]) => total + each, 0) / 100)
        }
        await engine.close()
      },
    ),
    { numRuns: 15 },
  )
})

test('text cannot be added up', async () => {
  const book = await customerBook({ today })
  const done = await book.engine.run('stats.group', {
    tableId: book.table('customer'),
    filter: null,
    dimensions: [{ columnId: book.column('customer.grade').id }],
    measure: { kind: 'sum', columnId: book.column('customer.name').id },
  })
  expect(done.ok ? null : done.failure.code).toBe('column.invalid')
})
