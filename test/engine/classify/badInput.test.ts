import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { number } from '#shared/model/columns/number.ts'
import { columnRoles, schemeCodes, type ColumnRole } from '#shared/model/roles.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { libraryBook, today, type Facts } from '../template/schemeLibrary/libraryBook.ts'
import { valueOf } from '../support/valueOf.ts'

type Book = Awaited<ReturnType<typeof libraryBook>>

/** What the schemes measure of a customer, and some of what they say. */
const metrics = [
  'customer.orderCount',
  'customer.orderCount12Months',
  'customer.amountAll',
  'customer.amount12Months',
  'customer.firstOrderDate',
  'customer.lastOrderDate',
] as const satisfies ColumnRole[]
const nothing = [0, 0, null, null, null, null]

async function measured(book: Book, place = 0): Promise<CellValue[]> {
  const { cells } = valueOf(await book.engine.run('rows.get', { tableId: book.table('customer'), rowId: book.ids[place] ?? 0 }))
  return metrics.map((role) => cells[book.column(role).id] ?? null)
}

async function addOrder(book: Book, cells: Partial<Record<ColumnRole, CellValue>>, place = 0): Promise<number> {
  return book.insert('order', cells, { 'order.customer': [book.ids[place] ?? 0] })
}

const classes = (book: Book, roles: readonly ColumnRole[], place = 0) => Promise.all(roles.map((role) => book.classOf(role, place)))

test('an order of nothing is an order; a negative amount lessens the sums, and is no order of its own', async () => {
  const book = await libraryBook([], [{}])
  await addOrder(book, { 'order.date': addDays(today, -100), 'order.amount': 0 })
  expect(await measured(book)).toEqual([1, 1, 0, 0, addDays(today, -100), addDays(today, -100)])
  await addOrder(book, { 'order.date': addDays(today, -1), 'order.amount': -80.05 })
  expect(await measured(book)).toEqual([1, 1, -80.05, -80.05, addDays(today, -100), addDays(today, -100)])
  expect(await classes(book, ['customer.activity', 'customer.dealStatus', 'customer.grade'])).toEqual(['dormant', 'won', 'd'])
})

test('more given back than bought is less than nothing: the last grade, no value, and out of what others are measured by', async () => {
  const buyers: Facts[] = Array.from({ length: 25 }, (_, place) => ({ orders: [{ ago: 5, amount: 1000 * (place + 1) }] }))
  const book = await libraryBook(['value', 'rfm'], [{ orders: [{ ago: 9, amount: 500 }] }, ...buyers])
  const before = await Promise.all(buyers.map((_, place) => book.classOf('customer.grade', place + 1)))
  await addOrder(book, { 'order.date': today, 'order.amount': -100_000 })
  expect((await measured(book))[3]).toBe(-99_500)
  expect(await classes(book, ['customer.grade', 'customer.value', 'customer.importance'])).toEqual(['d', 'none', 'normal'])
  expect(await book.classOf('customer.rfm')).toMatch(/^ordinary/u)
  // The best is as good as before: a refund of somebody else takes no part of the total of those who bought.
  expect(await book.classOf('customer.grade', 25)).toBe(before[24])
  expect(await book.classOf('customer.grade', 25)).toBe('s')
})

test('a customer with nothing but returns has not bought: no order, and no class that rests on one', async () => {
  const book = await libraryBook(['rfm', 'lifeCycle', 'comeBack', 'value'], [{ orders: [{ ago: 3, amount: -50 }] }])
  expect(await measured(book)).toEqual([0, 0, -50, -50, null, null])
  expect(await classes(book, ['customer.dealStatus', 'customer.activity', 'customer.grade'])).toEqual(['potential', 'potential', 'd'])
  expect(await classes(book, ['customer.rfm', 'customer.lifeCycle', 'customer.comeBack', 'customer.value'])).toEqual([
    null,
    'acquisition',
    null,
    'none',
  ])
})

test('an order dated after today counts from its day on, and for nothing before', async () => {
  const book = await libraryBook(['lifeCycle'], [{ orders: [{ ago: 400, amount: 100 }] }])
  const before = await measured(book)
  await addOrder(book, { 'order.date': addDays(today, 10), 'order.amount': 700_000 })
  expect(await measured(book)).toEqual(before)
  expect(await classes(book, ['customer.activity', 'customer.grade', 'customer.lifeCycle'])).toEqual(['lost', 'd', 'exit'])
  await book.goTo(9)
  expect(await classes(book, ['customer.activity', 'customer.grade'])).toEqual(['lost', 'd'])
  await book.goTo(10)
  expect(await measured(book)).toEqual([2, 1, 700_100, 700_000, addDays(today, -400), addDays(today, 10)])
  expect(await classes(book, ['customer.activity', 'customer.grade'])).toEqual(['active', 's'])
})

test('a follow-up dated after today makes nobody active, nor a deal of it', async () => {
  const talk = { 'followUp.content': '约了', 'followUp.result': { code: 'negotiating' }, 'followUp.direction': { code: 'inbound' } }
  const book = await libraryBook([], [{ orders: [{ ago: 200, amount: 5 }] }, {}])
  const insert = (at: string, place: number) =>
    book.insert(
      'followUp',
      {
        'followUp.time': at,
        'followUp.content': talk['followUp.content'],
        'followUp.result': book.option('followUp.result', 'negotiating'),
        'followUp.direction': book.option('followUp.direction', 'inbound'),
      },
      { 'followUp.customer': [book.ids[place] ?? 0] },
    )
  await insert('2062-01-01T09:00', 0)
  await insert(`${addDays(today, 1)}T09:00`, 1)
  expect([await book.classOf('customer.activity', 0), await book.classOf('customer.dealStatus', 1)]).toEqual(['dormant', 'potential'])
  await book.goTo(1)
  expect([await book.classOf('customer.activity', 0), await book.classOf('customer.dealStatus', 1)]).toEqual(['dormant', 'negotiating'])
})

test('dates of rules after today, whatever column they are of: no days have passed, never fewer than none', async () => {
  const book = await libraryBook([], [{}])
  const column = valueOf(await book.engine.run('columns.create', { tableId: book.table('customer'), name: '上次', type: 'date', settings: {} }))
  const bands = [
    { from: null, optionId: 1 },
    { from: 0, optionId: 2 },
    { from: 1, optionId: 3 },
  ]
  const rule = { kind: 'bands' as const, metric: { kind: 'daysSince' as const, columnIds: [column.id] }, bands }
  const newOptions = bands.map(({ optionId }) => ({ id: optionId, name: `类${optionId}`, color: 'blue' }))
  const given = { tableId: book.table('customer'), code: 'own', name: '自己的', targetColumnId: null, newOptions, rule, fallbackOptionId: null }
  const scheme = valueOf(await book.engine.run('schemes.create', given))
  const classAt = async (day: string) => {
    const rowId = book.ids[0] ?? 0
    valueOf(
      await book.engine.run('rows.update', { tableId: book.table('customer'), rows: [{ id: rowId, cells: [{ columnId: column.id, value: day }] }] }),
    )
    return valueOf(await book.engine.run('rows.get', { tableId: book.table('customer'), rowId })).cells[scheme.targetColumnId]
  }
  expect([await classAt(addDays(today, -1)), await classAt(today), await classAt(addDays(today, 400))]).toEqual([3, 2, 2])
})

test('the same order twice counts twice until somebody says it is one: duplicates are found, merged, and refused by a rule', async () => {
  const book = await libraryBook([], [{}])
  const same = { 'order.number': 'DD-1', 'order.date': today, 'order.amount': 30_000 }
  await addOrder(book, same)
  await addOrder(book, same)
  expect((await measured(book)).slice(0, 4)).toEqual([2, 2, 60_000, 60_000])
  expect(await book.classOf('customer.grade')).toBe('b')
  const order = {
    tableId: book.table('order'),
    columnIds: (['order.number', 'order.date', 'order.amount'] as const).map((role) => book.column(role).id),
  }
  expect(valueOf(await book.engine.run('rows.duplicates', order)).groupCount).toBe(1)
  valueOf(await book.engine.run('rows.mergeDuplicates', { ...order, keep: 'oldest' }))
  expect((await measured(book)).slice(0, 4)).toEqual([1, 1, 30_000, 30_000])
  expect(await book.classOf('customer.grade')).toBe('c')
  valueOf(await book.engine.run('tables.addUnique', { tableId: order.tableId, columnIds: [book.column('order.number').id] }))
  const cells = [{ columnId: book.column('order.number').id, value: 'DD-1' }]
  const refused = await book.engine.run('rows.insert', { tableId: order.tableId, rows: [{ cells }], begun: true })
  expect(refused.ok ? null : refused.failure.code).toBe('row.duplicate')
})

test('a customer without an order is nothing that rests on orders', async () => {
  const book = await libraryBook(schemeCodes, [{}])
  expect(await measured(book)).toEqual(nothing)
  const roles = schemeCodes.map((code) => book.base.columns.find(({ role }) => role === `customer.${code}`)).filter((column) => column !== undefined)
  const said = await Promise.all(roles.map(async ({ role }) => [role, await book.classOf(knownRole(role))]))
  expect(Object.fromEntries(said)).toMatchObject({
    'customer.dealStatus': 'potential',
    'customer.importance': null,
    'customer.activity': 'potential',
    'customer.grade': 'd',
    'customer.rfm': null,
    'customer.rfmQuintiles': null,
    'customer.lifeCycle': 'acquisition',
    'customer.comeBack': null,
    'customer.churnRisk': null,
    'customer.purchaseFrequency': 'never',
    'customer.value': 'none',
  })
})

test('an order without a date was ordered some time: it counts in what has no days, and leaves the rest unclassified', async () => {
  const book = await libraryBook(['rfm', 'lifeCycle', 'purchaseFrequency'], [{}])
  const id = await addOrder(book, { 'order.amount': 90_000 })
  expect(await measured(book)).toEqual([1, 0, 90_000, null, null, null])
  expect(await classes(book, ['customer.dealStatus', 'customer.grade', 'customer.purchaseFrequency'])).toEqual(['won', 'd', 'notLately'])
  expect(await classes(book, ['customer.activity', 'customer.rfm', 'customer.lifeCycle'])).toEqual([null, null, null])
  const { list } = valueOf(await book.engine.run('classes.unclassified', { schemeId: book.scheme('activity').id }))
  expect(list[0]?.columnIds).toContain(book.column('customer.lastOrderDate').id)
  await book.update('order.date', id, today)
  expect(await measured(book)).toEqual([1, 1, 90_000, 90_000, today, today])
  expect(await classes(book, ['customer.activity', 'customer.grade'])).toEqual(['active', 'b'])
})

test('an order without an amount is an order worth nothing yet', async () => {
  const book = await libraryBook([], [{}])
  await addOrder(book, { 'order.date': today })
  expect(await measured(book)).toEqual([1, 1, null, null, today, today])
  expect(await classes(book, ['customer.dealStatus', 'customer.activity', 'customer.grade'])).toEqual(['won', 'active', 'd'])
})

test('money of one column is of one currency: another is refused where it is read, never added up', async () => {
  const book = await libraryBook([], [{}])
  const column = book.column('order.amount')
  if (column.type !== 'number') throw new Error('no number')
  const read = (text: string) => {
    const parsed = number.parse(text, column, { lang: 'zh-CN', today, members: [] })
    return parsed.ok ? parsed.value : parsed.failure
  }
  expect(['￥1,200', '1200元', '1.2万', 'RMB 1200'].map(read)).toEqual([1200, 1200, 12_000, 1200])
  expect(['$100', '100美元', '€100', 'HK$100', 'USD 100'].map(read)).toEqual(Array.from({ length: 5 }, () => 'invalidNumber'))
})

test('a scheme whose column is deleted stands still with its classes, gives no reasons, and comes back with the column', async () => {
  const book = await libraryBook([], [{ orders: [{ ago: 1, amount: 600_000 }] }])
  const column = book.column('customer.amount12Months')
  valueOf(await book.engine.run('columns.delete', { columnId: column.id }))
  await addOrder(book, { 'order.date': today, 'order.amount': -600_000 })
  expect(await book.classOf('customer.grade')).toBe('s')
  const said = valueOf(await book.engine.run('classes.explain', { tableId: book.table('customer'), rowId: book.ids[0] ?? 0 }))
  expect(said.map(({ schemeId }) => schemeId)).not.toContain(book.scheme('grade').id)
  const [item] = valueOf(await book.engine.run('trash.list', {}))
  valueOf(await book.engine.run('trash.restore', { entryId: item?.entryId ?? 0 }))
  expect(await book.classOf('customer.grade')).toBe('d')
})

const amount = fc.constantFrom(100, 2500.5, 60_000, 0, -50, -90_000, null)
const someDay = fc.option(fc.integer({ min: -800, max: 60 }), { nil: null, freq: 8 })
const anyOrder = fc.record({ place: fc.nat({ max: 4 }), day: someDay, amount, cancelled: fc.boolean(), twice: fc.boolean() })
type AnyOrder = typeof anyOrder extends fc.Arbitrary<infer Each> ? Each : never

async function insertOrder(book: Book, { place, day, amount: value, cancelled, twice }: AnyOrder): Promise<void> {
  const status = book.option('order.status', cancelled ? 'cancelled' : 'confirmed')
  const cells = { 'order.number': 'DD-1', 'order.date': day === null ? null : addDays(today, day), 'order.amount': value, 'order.status': status }
  for (let time = 0; time < (twice ? 2 : 1); time += 1) await addOrder(book, cells, place)
}

/** All that is computed of each customer: measures and classes. */
async function computed(book: Book): Promise<Record<string, CellValue>[]> {
  const columns = book.base.columns.filter(
    ({ tableId, type }) => tableId === book.table('customer') && ['rollup', 'formula', 'singleSelect'].includes(type),
  )
  const columnIds = columns.map(({ id }) => id)
  const page = valueOf(await book.engine.run('rows.page', { tableId: book.table('customer'), query: emptyRowQuery, columnIds, offset: 0, limit: 20 }))
  return page.items.flatMap((item) =>
    item.kind === 'row' ? [Object.fromEntries(columns.map((column, index) => [named(column), item.cells[index] ?? null]))] : [],
  )
}

test('orders to come and cancelled ones change nothing that any scheme measures or says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyOrder, { maxLength: 8 }), fc.array(anyOrder, { minLength: 1, maxLength: 5 }), async (orders, more) => {
      const book = await libraryBook(schemeCodes, [{}, {}, {}, {}, {}])
      for (const order of orders) await insertOrder(book, order)
      const before = await computed(book)
      for (const order of more) {
        await insertOrder(book, { ...order, cancelled: true })
        await insertOrder(book, { ...order, cancelled: false, day: Math.abs(order.day ?? 0) + 1 })
      }
      expect(await computed(book)).toEqual(before)
      await book.engine.close()
    }),
    { numRuns: 4 },
  )
})

test('whatever stands in the orders, measures are numbers and days that can be, classes are known, and each can say why', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyOrder, { minLength: 3, maxLength: 14 }), async (orders) => {
      const book = await libraryBook(schemeCodes, [{}, {}, {}, {}, {}])
      for (const order of orders) await insertOrder(book, order)
      for (const cells of await computed(book)) {
        for (const value of Object.values(cells)) expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true)
        const [count, , all, , first, last] = metrics.map((role) => cells[role] ?? null)
        expect(count).toBeGreaterThanOrEqual(0)
        expect(Math.round(Number(all) * 100) / 100).toBe(Number(all))
        expect(last === null || (String(last) <= today && String(first) <= String(last))).toBe(true)
      }
      for (const rowId of book.ids) {
        const said = valueOf(await book.engine.run('classes.explain', { tableId: book.table('customer'), rowId }))
        expect(said.length).toBeGreaterThan(10)
        expect(numbersIn(said).filter((value) => !Number.isFinite(value))).toEqual([])
        for (const { schemeId, optionId } of said) {
          const target = book.base.columns.find(({ id }) => id === book.base.schemes.find((scheme) => scheme.id === schemeId)?.targetColumnId)
          const options = target?.type === 'singleSelect' ? target.settings.options.map(({ id }) => id) : []
          expect(optionId === null || options.includes(optionId)).toBe(true)
        }
      }
      await book.engine.close()
    }),
    { numRuns: 5 },
  )
})

function numbersIn(thing: unknown): number[] {
  if (typeof thing === 'number') return [thing]
  return typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(numbersIn) : []
}

const named = ({ role, id }: Column): string => role ?? String(id)

function knownRole(role: string | null): ColumnRole {
  const found = columnRoles.find((known) => known === role)
  if (found === undefined) throw new Error(`no role ${role}`)
  return found
}
