import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** A customer with three follow-ups, seen from the customer. */
async function linkedBook() {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const [tableId, columnId] = [book.customers.id, book.link.inverse.id]
  const insert = async (table: number, column: number, names: string[]) =>
    valueOf(await engine.run('rows.insert', { tableId: table, rows: names.map((value) => ({ cells: [{ columnId: column, value }] })) })).ids
  const [rowId = 0, otherId = 0] = await insert(tableId, book.name.id, ['华东精密', '华南贸易'])
  const [a = 0, b = 0, c = 0] = await insert(book.followUps.id, book.content.id, ['电话', '拜访', '报价'])
  const set = async (rowIds: number[], row = rowId) => valueOf(await engine.run('rows.setLinks', { linkColumnId: columnId, rowId: row, rowIds }))
  const items = async (row = rowId) =>
    valueOf(await engine.run('history.row', { tableId, rowId: row, columnId })).items.filter(({ change }) => change !== 'created')
  const links = async (row = rowId) =>
    (await items(row)).map(({ change }) => (typeof change === 'object' && 'links' in change ? change.links : change))
  const titles = async (row = rowId) =>
    (valueOf(await engine.run('rows.get', { tableId, rowId: row })).links[columnId] ?? []).map(({ title }) => title)
  const restore = async (entryId: number, side: 'from' | 'to' = 'from') =>
    valueOf(await engine.run('history.restoreLinks', { entryId, tableId, rowId, columnId, side }))
  return { engine, path, book, tableId, columnId, rowId, otherId, a, b, c, set, items, links, titles, restore }
}

const none = { count: 0, titles: [] }
const rows = (...titles: string[]) => ({ count: titles.length, titles })

test('a row tells which rows were linked, unlinked and put in order, by whom', async () => {
  const { engine, a, b, c, set, items, links } = await linkedBook()
  const { id: memberId } = valueOf(await engine.run('members.create', { name: '李雷' }))
  valueOf(await engine.run('base.setActor', { memberId }))
  await set([a, b])
  await set([b, c])
  await set([c, b])
  expect(await links()).toEqual([
    { linked: none, unlinked: none, reordered: true },
    { linked: rows('报价'), unlinked: rows('电话'), reordered: false },
    { linked: rows('电话', '拜访'), unlinked: none, reordered: false },
  ])
  expect((await items()).map(({ actorId, operation, kind }) => ({ actorId, operation, kind }))).toEqual(
    [0, 1, 2].map(() => ({ actorId: memberId, operation: 'rows.setLinks', kind: 'do' })),
  )
  valueOf(await engine.run('history.undo', {}))
  expect((await items())[0]).toMatchObject({ kind: 'undo', change: { links: { reordered: true } } })
})

test('both ends of a link tell of it, and a row made with its links', async () => {
  const { engine, book, rowId, otherId, a, set, links } = await linkedBook()
  const cells = [{ columnId: book.content.id, value: '签约' }]
  const made = valueOf(
    await engine.run('rows.insert', { tableId: book.followUps.id, rows: [{ cells, links: [{ columnId: book.link.column.id, rowIds: [rowId] }] }] }),
  )
  expect(await links()).toEqual([{ linked: rows('签约'), unlinked: none, reordered: false }])
  const own = valueOf(await engine.run('history.row', { tableId: book.followUps.id, rowId: made.ids[0] ?? 0 })).items
  expect(own.map(({ change }) => change)).toEqual([
    { columnId: book.link.column.id, links: { linked: rows('华东精密'), unlinked: none, reordered: false } },
    'created',
  ])
  // Taken over by another customer: it went from the first.
  await set([a])
  await set([a], otherId)
  expect((await links())[0]).toEqual({ linked: none, unlinked: rows('电话'), reordered: false })
  expect((await links(otherId))[0]).toEqual({ linked: rows('电话'), unlinked: none, reordered: false })
})

test('the links of then come back in their order, in one change', async () => {
  const { engine, path, a, b, c, set, items, titles, restore } = await linkedBook()
  await set([c, a, b])
  await set([a])
  await set([b])
  const [last, middle, first] = await items()
  const before = contentOf(path)
  expect(await restore(middle?.entryId ?? 0)).toEqual({ changed: true, gone: [] })
  expect(await titles()).toEqual(['报价', '电话', '拜访'])
  expect(await restore(first?.entryId ?? 0, 'to')).toEqual({ changed: false, gone: [] })
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
  await restore(last?.entryId ?? 0)
  expect(await titles()).toEqual(['电话'])
  await restore(first?.entryId ?? 0)
  expect(await titles()).toEqual([])
})

test('rows deleted meanwhile are named and stay away', async () => {
  const { engine, book, a, b, c, set, items, links, titles, restore } = await linkedBook()
  await set([c, b, a])
  await set([])
  const [emptied] = await items()
  valueOf(await engine.run('rows.delete', { tableId: book.followUps.id, rowIds: [b] }))
  expect(await restore(emptied?.entryId ?? 0)).toEqual({ changed: true, gone: ['拜访'] })
  expect(await titles()).toEqual(['报价', '电话'])
  // Told by what it was called when it was deleted.
  expect((await links()).at(-1)).toEqual({ linked: rows('报价', '拜访', '电话'), unlinked: none, reordered: false })
  // Deleting a linked row is a change of this one's links.
  valueOf(await engine.run('rows.delete', { tableId: book.followUps.id, rowIds: [a] }))
  expect((await links())[0]).toEqual({ linked: none, unlinked: rows('电话'), reordered: false })
})

test('large entries, too, tell of the links of one row', async () => {
  const { engine, book, columnId, rowId, set, links, restore, items, titles } = await linkedBook()
  const many = Array.from({ length: 300 }, (_, at) => ({ cells: [{ columnId: book.content.id, value: `第 ${at + 1} 次` }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows: many }))
  await set(ids.toReversed())
  expect(await links()).toMatchObject([{ linked: { count: 300 } }])
  await set([])
  const [emptied] = await items()
  await restore(emptied?.entryId ?? 0)
  expect((await titles()).slice(0, 2)).toEqual(['第 300 次', '第 299 次'])
  expect(valueOf(await engine.run('rows.linked', { linkColumnId: columnId, rowId, columnIds: [], sort: null })).total).toBe(300)
})
