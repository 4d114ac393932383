import { expect, test } from 'vitest'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { followedOptions } from '#shared/model/followedOptions.ts'
import type { ColumnRole, SchemeCode } from '#shared/model/roles.ts'
import { contentOf } from '../support/contentOf.ts'
import { valueOf } from '../support/valueOf.ts'
import { libraryBook } from '../template/schemeLibrary/libraryBook.ts'

type Book = Awaited<ReturnType<typeof libraryBook>>

const described = async (book: Book) => valueOf(await book.engine.run('base.describe', {}))
const schemeOf = async (book: Book, code: SchemeCode) => {
  const found = (await described(book)).schemes.find((scheme) => scheme.code === code)
  if (found === undefined) throw new Error(code)
  return found
}
const columnOf = async (book: Book, role: ColumnRole) => (await described(book)).columns.find((column) => column.role === role)

/** Adds an option as a person does, without a code; answers its id. */
async function addOption(book: Book, role: ColumnRole, name: string): Promise<number> {
  const options = [...optionsOf(await columnOf(book, role)), { id: 77, name, color: 'teal' }]
  valueOf(await book.engine.run('columns.update', { columnId: book.column(role).id, settings: { options } }))
  return 77
}

async function className(book: Book, role: ColumnRole): Promise<string | undefined> {
  const { tableId, id } = book.column(role)
  const { cells } = valueOf(await book.engine.run('rows.get', { tableId, rowId: book.ids[0] ?? 0 }))
  return optionsOf(await columnOf(book, role)).find((option) => option.id === cells[id])?.name
}

test('a category of products that was added becomes a class, with its line and both sums, as one change', async () => {
  const lines = [{ category: 'equipment', price: 100 }]
  const book = await libraryBook(['mainCategory'], [{ orders: [{ ago: 5, amount: 100, lines }] }])
  const scheme = await schemeOf(book, 'mainCategory')
  const category = await addOption(book, 'product.category', '软件')
  const product = await book.insert('product', { 'product.name': '报表', 'product.category': category })
  const [order = 0] = book.orders
  const links = { 'orderLine.order': [order], 'orderLine.product': [product] }
  await book.insert('orderLine', { 'orderLine.quantity': 1, 'orderLine.price': 900 }, links)
  expect(await className(book, 'customer.mainCategory')).toBe('混合')

  const before = contentOf(book.path)
  const columnsBefore = new Set((await described(book)).columns.map(({ id }) => id))
  valueOf(await book.engine.run('schemes.coverOptions', { schemeId: scheme.id }))
  expect(await className(book, 'customer.mainCategory')).toBe('软件')
  const base = await described(book)
  const made = base.columns.filter(({ id }) => !columnsBefore.has(id))
  expect(made.map(({ name }) => name).toSorted()).toEqual(['12个月软件明细', '软件金额'])
  for (const { id, tableId } of made) {
    const shown = base.views.filter((view) => view.tableId === tableId && !view.settings.columns.some((each) => each.columnId === id && each.hidden))
    expect(shown).toEqual([])
  }
  const followed = followedOptions((await schemeOf(book, 'mainCategory')).rule, new Map(base.columns.map((column) => [column.id, column])))
  expect(followed?.uncovered).toEqual([])

  const after = contentOf(book.path)
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  valueOf(await book.engine.run('history.redo', {}))
  expect(contentOf(book.path)).toEqual(after)
})

test('a kind of order that was added becomes a class; what came with the book and has no class is left out on purpose', async () => {
  const book = await libraryBook(['purchaseType'], [{ orders: [{ ago: 5, amount: 100 }] }])
  const scheme = await schemeOf(book, 'purchaseType')
  const columns = async () => new Map((await described(book)).columns.map((column) => [column.id, column]))
  expect(followedOptions(scheme.rule, await columns())?.uncovered).toEqual([])
  const kind = await addOption(book, 'order.kind', '培训')
  await book.update('order.kind', book.orders[0] ?? 0, kind)
  expect(await className(book, 'customer.purchaseType')).toBeUndefined()
  valueOf(await book.engine.run('schemes.coverOptions', { schemeId: scheme.id }))
  expect(await className(book, 'customer.purchaseType')).toBe('培训')
  const names = (await described(book)).columns.map(({ name }) => name)
  expect(names.filter((name) => name.includes('培训'))).toEqual(['12个月培训金额'])
})

test('a rule whose lines look at other things follows nothing', async () => {
  const book = await libraryBook(['needPreference', 'gradeUp', 'churnReason', 'growthStage'], [{}])
  const base = await described(book)
  const columns = new Map(base.columns.map((column) => [column.id, column]))
  expect(base.schemes.filter(({ rule }) => followedOptions(rule, columns) !== null)).toEqual([])
  const refused = await book.engine.run('schemes.coverOptions', { schemeId: (await schemeOf(book, 'dealStatus')).id })
  expect(refused.ok ? null : refused.failure.code).toBe('scheme.followsNothing')
})
