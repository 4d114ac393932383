import { expect, test } from 'vitest'
import { bookSchemeCodes } from '#shared/model/roles/bookRoles.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook, rolesOf } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-26'
const bookWithOrders = async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  await book.insert('order', { 'order.date': '2026-11-20', 'order.amount': 100 }, { 'order.customer': [customer] })
  return book
}
const add = async (book: Awaited<ReturnType<typeof rolesOf>>, ...codes: ('rfmQuintiles' | 'grade' | 'activity')[]) =>
  valueOf(await book.engine.run('schemes.addFromLibrary', { codes, lang: 'zh-CN' })).schemes

test('a scheme comes with its column, hidden in the views that are there, and classes at once; twice is once', async () => {
  const book = await bookWithOrders()
  const [scheme] = await add(book, 'rfmQuintiles')
  const after = await rolesOf(book.engine)
  expect(scheme?.targetColumnId).toBe(after.column('customer.rfmQuintiles').id)
  for (const view of after.base.views.filter(({ tableId }) => tableId === after.table('customer'))) {
    const entries = view.settings.columns.filter(({ columnId }) => columnId === after.column('customer.rfmQuintiles').id)
    expect(entries.map(({ hidden }) => hidden)).toEqual([true])
  }
  const [row] = await after.rows('customer', ['customer.rfmQuintiles'])
  expect(after.codeOf('customer.rfmQuintiles', row?.cell('customer.rfmQuintiles') ?? null)).toBe('new')
  const content = contentOf(book.path)
  await add(book, 'rfmQuintiles')
  expect(contentOf(book.path)).toEqual(content)
})

test('what was added goes with one undo', async () => {
  const book = await bookWithOrders()
  const before = valueOf(await book.engine.run('base.describe', {}))
  await add(book, 'rfmQuintiles')
  valueOf(await book.engine.run('history.undo', {}))
  const { history: _, ...after } = valueOf(await book.engine.run('base.describe', {}))
  const { history: __, ...first } = before
  expect(after).toEqual(first)
})

test('columns are found by role whatever they are called, and a name that is taken gets a number', async () => {
  const book = await bookWithOrders()
  valueOf(await book.engine.run('columns.update', { columnId: book.column('customer.amountAll').id, name: '一共买了多少' }))
  valueOf(await book.engine.run('columns.update', { columnId: book.column('customer.note').id, name: 'RFM 十类' }))
  const [scheme] = await add(book, 'rfmQuintiles')
  const after = await rolesOf(book.engine)
  expect(after.column('customer.rfmQuintiles').name).toBe('RFM 十类 2')
  expect(scheme?.rule).toMatchObject({ kind: 'rfm', monetaryColumnId: book.column('customer.amountAll').id })
})

test('columns that were deleted are made anew with what they read, over both sides of a link', async () => {
  const book = await bookWithOrders()
  valueOf(await book.engine.run('columns.delete', { columnId: book.column('customer.amountAll').id }))
  valueOf(await book.engine.run('columns.delete', { columnId: book.column('order.customer').id }))
  const [entry] = valueOf(await book.engine.run('schemes.library', { lang: 'zh-CN' })).filter(({ code }) => code === 'rfmQuintiles')
  expect(entry).toMatchObject({ schemeId: null, adds: ['订单', '累计金额', '客户'], addsTables: [] })
  await add(book, 'rfmQuintiles')
  const after = await rolesOf(book.engine)
  const [own, other] = [after.column('customer.orders'), after.column('order.customer')]
  expect(own.type === 'link' && own.settings.otherColumnId).toBe(other.id)
  expect(other.type === 'link' && other.settings.otherColumnId).toBe(own.id)
  expect(after.column('customer.amountAll').type).toBe('rollup')
})

test('a table that was deleted comes back whole, with its views', async () => {
  const book = await bookWithOrders()
  valueOf(await book.engine.run('tables.delete', { tableId: book.table('order') }))
  await add(book, 'rfmQuintiles')
  const after = await rolesOf(book.engine)
  expect(after.base.columns.filter(({ tableId }) => tableId === after.table('order')).map(({ role }) => role)).toContain('order.note')
  expect(after.base.views.filter(({ tableId }) => tableId === after.table('order')).map(({ role }) => role)).toContain('order.byStatus')
  expect(after.base.rowCounts[after.table('order')]).toBe(0)
  const customer = after.base.columns.filter(({ role }) => role === 'customer.lastOrderDate').map(({ id }) => id)
  expect(customer).toEqual([book.column('customer.lastOrderDate').id])
  const [row] = await after.rows('customer', [])
  await after.insert('order', { 'order.date': '2026-11-25', 'order.amount': 5 }, { 'order.customer': [row?.id ?? 0] })
  const [again] = await after.rows('customer', ['customer.lastOrderDate', 'customer.amountAll', 'customer.rfmQuintiles'])
  expect(again?.cell('customer.lastOrderDate')).toBe('2026-11-25')
  expect(again?.cell('customer.amountAll')).toBe(5)
})

test('an option that a rule names and a person deleted comes back, and only that one', async () => {
  const book = await bookWithOrders()
  const scheme = book.scheme('activity')
  valueOf(await book.engine.run('schemes.delete', { schemeId: scheme.id }))
  const column = book.column('customer.activity')
  const kept = book.options('customer.activity').filter(({ code }) => code === 'active' || code === 'dormant')
  valueOf(
    await book.engine.run('columns.update', { columnId: column.id, settings: { options: kept.map((one) => ({ ...one, name: `${one.name}!` })) } }),
  )
  await add(book, 'activity')
  const after = await rolesOf(book.engine)
  expect(after.options('customer.activity').map(({ name }) => name)).toEqual(['活跃!', '沉睡!', '潜在', '流失'])
  const [row] = await after.rows('customer', ['customer.activity'])
  expect(after.codeOf('customer.activity', row?.cell('customer.activity') ?? null)).toBe('active')
})

test('a class column that became something else is said by name, and nothing is changed', async () => {
  const book = await bookWithOrders()
  valueOf(await book.engine.run('schemes.delete', { schemeId: book.scheme('grade').id }))
  valueOf(await book.engine.run('columns.convert', { columnId: book.column('customer.grade').id, to: { type: 'text' }, onLoss: 'empty' }))
  const content = contentOf(book.path)
  const refused = await book.engine.run('schemes.addFromLibrary', { codes: ['grade'], lang: 'zh-CN' })
  expect(refused.ok ? null : refused.failure).toMatchObject({ code: 'template.columnChanged' })
  expect(contentOf(book.path)).toEqual(content)
})

test('every scheme of the library can be added at once, in a book and in a base that has nothing', async () => {
  const book = await customerBook({ today })
  const entries = valueOf(await book.engine.run('schemes.library', { lang: 'en' }))
  expect(entries.filter(({ schemeId }) => schemeId !== null).map(({ code }) => code)).toEqual(expect.arrayContaining([...bookSchemeCodes]))
  // Each says whose rows it classes, by the name the table has here.
  expect(entries.find(({ code }) => code === 'ageBand')?.table).toEqual({
    name: book.base.tables.find(({ role }) => role === 'contact')?.name,
    id: book.table('contact'),
  })
  const codes = entries.map(({ code }) => code)
  for (const engine of [book.engine, temporaryBase().engine]) {
    const { schemes } = valueOf(await engine.run('schemes.addFromLibrary', { codes, lang: 'en' }))
    expect(schemes.map(({ code }) => code)).toEqual(codes)
    const after = valueOf(await engine.run('schemes.library', { lang: 'en' }))
    expect(after.every((entry) => entry.schemeId !== null && entry.adds.length === 0 && entry.addsTables.length === 0)).toBe(true)
  }
})
