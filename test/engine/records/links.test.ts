import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import { makeBook, type Book } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function customers(engine: Engine, book: Book, names: string[]): Promise<number[]> {
  return valueOf(
    await engine.run('rows.insert', { tableId: book.customers.id, rows: names.map((value) => ({ cells: [{ columnId: book.name.id, value }] })) }),
  ).ids
}

async function followUp(engine: Engine, book: Book, customer: number, content: string, amount: number): Promise<number> {
  const cells = [
    { columnId: book.content.id, value: content },
    { columnId: book.amount.id, value: amount },
  ]
  const { ids } = valueOf(
    await engine.run('rows.insert', {
      tableId: book.followUps.id,
      rows: [{ cells, links: [{ columnId: book.link.column.id, rowIds: [customer] }] }],
    }),
  )
  return ids[0] ?? 0
}

const cell = async (engine: Engine, tableId: number, rowId: number, columnId: number) =>
  valueOf(await engine.run('rows.get', { tableId, rowId })).cells[columnId]

test('a side that holds one row gives the old one up for the new', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const [first = 0, second = 0] = await customers(engine, book, ['甲公司', '乙公司'])
  const row = await followUp(engine, book, first, '电话', 10)
  valueOf(await engine.run('rows.setLinks', { linkColumnId: book.link.column.id, rowId: row, rowIds: [second] }))
  expect(await cell(engine, book.followUps.id, row, book.link.column.id)).toBe('乙公司')
  expect(await cell(engine, book.customers.id, first, book.count.id)).toBe(0)
  expect(await cell(engine, book.customers.id, second, book.count.id)).toBe(1)
  // From the other side: taking the follow-up over.
  valueOf(await engine.run('rows.setLinks', { linkColumnId: book.link.inverse.id, rowId: first, rowIds: [row] }))
  expect(await cell(engine, book.followUps.id, row, book.link.column.id)).toBe('甲公司')
  expect(await cell(engine, book.customers.id, second, book.count.id)).toBe(0)
})

test('deleting a linked row leaves no orphan; restoring it from the trash restores its links', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const [customer = 0] = await customers(engine, book, ['甲公司'])
  const row = await followUp(engine, book, customer, '电话', 10)
  await followUp(engine, book, customer, '拜访', 20)
  const before = contentOf(path)
  valueOf(await engine.run('rows.delete', { tableId: book.customers.id, rowIds: [customer] }))
  expect(await cell(engine, book.followUps.id, row, book.link.column.id)).toBeNull()
  expect(contentOf(path)[`l1`]).toBeUndefined()
  const [item] = valueOf(await engine.run('trash.list', {}))
  expect(item).toMatchObject({ kind: 'rows', count: 1, titles: ['甲公司'] })
  valueOf(await engine.run('trash.restore', { entryId: item?.entryId ?? 0 }))
  expect(contentOf(path)).toEqual(before)
  expect(valueOf(await engine.run('trash.list', {}))).toEqual([])
})

test('sums of money are exact to the cent', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const [customer = 0] = await customers(engine, book, ['甲公司'])
  for (const amount of [0.1, 0.2, 1234.56, -0.3]) await followUp(engine, book, customer, '付款', amount)
  expect(await cell(engine, book.customers.id, customer, book.sum.id)).toBe(1234.56)
  const statistics = (['count', 'filled', 'sum', 'min', 'max'] as const).map((statistic) => ({ columnId: book.amount.id, statistic }))
  expect(valueOf(await engine.run('rows.statistics', { tableId: book.followUps.id, query: { filter: null, search: '' }, statistics }))).toEqual([
    4, 4, 1234.56, -0.3, 1234.56,
  ])
})

test('a customer renamed, or an option renamed, is read so wherever it is shown', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const [customer = 0] = await customers(engine, book, ['甲公司'])
  const row = await followUp(engine, book, customer, '电话', 10)
  valueOf(
    await engine.run('rows.update', { tableId: book.customers.id, rows: [{ id: customer, cells: [{ columnId: book.name.id, value: '新名字' }] }] }),
  )
  expect(await cell(engine, book.followUps.id, row, book.link.column.id)).toBe('新名字')
  expect(valueOf(await engine.run('rows.find', { tableIds: [book.followUps.id], text: '新名' })).map((found) => found.id)).toEqual([row])
  expect(valueOf(await engine.run('rows.find', { tableIds: [book.followUps.id], text: '甲公' }))).toEqual([])
})

test('values a column cannot hold, computed columns and rows that are gone are refused as a whole', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const [customer = 0] = await customers(engine, book, ['甲公司'])
  const before = contentOf(path)
  const codeOf = async (columnId: number, value: string | number, id = customer) => {
    const cells = [
      { columnId: book.name.id, value: '半写' },
      { columnId, value },
    ]
    const answer = await engine.run('rows.update', { tableId: book.customers.id, rows: [{ id, cells }] })
    return answer.ok ? 'written' : answer.failure.code
  }
  expect(await codeOf(book.status.id, 99)).toBe('cell.invalid')
  expect(await codeOf(book.status.id, '新建')).toBe('cell.invalid')
  expect(await codeOf(book.count.id, 3)).toBe('column.computed')
  expect(await codeOf(book.number.id, 'KH-1')).toBe('column.computed')
  expect(await codeOf(book.name.id, 'x', 999)).toBe('row.notFound')
  expect(contentOf(path)).toEqual(before)
})

test('a lookup that would read itself is refused when it is saved', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const before = contentOf(path)
  const answer = await engine.run('columns.update', { columnId: book.last.id, settings: { targetColumnId: book.lastThere.id } })
  expect(answer.ok ? 'saved' : answer.failure.code).toBe('column.cycle')
  expect(contentOf(path)).toEqual(before)
})

test('linked rows come a page at a time, newest first', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const [customer = 0] = await customers(engine, book, ['甲公司'])
  for (const amount of [3, 1, 2]) await followUp(engine, book, customer, `第 ${amount}`, amount)
  const linked = valueOf(
    await engine.run('rows.linked', {
      linkColumnId: book.link.inverse.id,
      rowId: customer,
      columnIds: [book.content.id],
      sort: { columnId: book.amount.id, direction: 'descending' },
      limit: 2,
    }),
  )
  expect(linked.total).toBe(3)
  expect(linked.rows.map((row) => row.cells[0])).toEqual(['第 3', '第 2'])
})

test('groups count their rows, and what is folded is not paged', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  valueOf(
    await engine.run('rows.insert', {
      tableId: book.customers.id,
      rows: [3, 1, 1, null].map((value) => ({ cells: [{ columnId: book.status.id, value }] })),
    }),
  )
  const query = { filter: null, sorts: [], groups: [{ columnId: book.status.id, direction: 'ascending' as const }], search: '' }
  const open = valueOf(await engine.run('rows.page', { tableId: book.customers.id, query, columnIds: [book.status.id], offset: 0, limit: 20 }))
  expect(open.items.map((item) => (item.kind === 'group' ? `${item.value}:${item.count}` : item.cells[0]))).toEqual([
    '1:2',
    1,
    1,
    '3:1',
    3,
    'null:1',
    null,
  ])
  const folded = valueOf(
    await engine.run('rows.page', { tableId: book.customers.id, query, collapsed: ['[1]'], columnIds: [], offset: 0, limit: 20 }),
  )
  expect(folded.total).toBe(5)
  expect(folded.rowCount).toBe(4)
})

test('a single link takes one row, from its own table, whoever fills it', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const [first = 0, second = 0] = await customers(engine, book, ['甲公司', '乙公司'])
  const both = await engine.run('rows.insert', {
    tableId: book.followUps.id,
    rows: [{ cells: [], links: [{ columnId: book.link.column.id, rowIds: [first, second] }] }],
  })
  expect(await cell(engine, book.followUps.id, valueOf(both).ids[0] ?? 0, book.link.column.id)).toBe('乙公司')
  const foreign = await engine.run('rows.insert', {
    tableId: book.customers.id,
    rows: [{ cells: [], links: [{ columnId: book.link.column.id, rowIds: [first] }] }],
  })
  expect(foreign.ok ? 'linked' : foreign.failure.code).toBe('column.notFound')
  // Deleted, its follow-up given to another, and restored: the follow-up stays where it is now.
  const row = await followUp(engine, book, first, '电话', 10)
  valueOf(await engine.run('rows.delete', { tableId: book.customers.id, rowIds: [first] }))
  valueOf(await engine.run('rows.setLinks', { linkColumnId: book.link.column.id, rowId: row, rowIds: [second] }))
  const [item] = valueOf(await engine.run('trash.list', {}))
  valueOf(await engine.run('trash.restore', { entryId: item?.entryId ?? 0 }))
  expect(await cell(engine, book.followUps.id, row, book.link.column.id)).toBe('乙公司')
})

test('filters know letters beyond ASCII, and dates and options that do not exist are refused', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  await customers(engine, book, ['ＡＢＣ公司', 'Émile', '𠮷野家'])
  const found = async (operator: 'is' | 'contains' | 'startsWith' | 'endsWith', value: string): Promise<number> => {
    const query = { filter: { kind: 'condition' as const, columnId: book.name.id, operator, value }, sorts: [], groups: [], search: '' }
    return valueOf(await engine.run('rows.page', { tableId: book.customers.id, query, columnIds: [], offset: 0, limit: 9 })).rowCount
  }
  expect([
    await found('is', 'ａｂｃ公司'),
    await found('is', 'ÉMILE'),
    await found('contains', 'ＢＣ'),
    await found('startsWith', '𠮷'),
    await found('endsWith', '家'),
  ]).toEqual([1, 1, 1, 1, 1])
  const bad = await engine.run('rows.insert', {
    tableId: book.followUps.id,
    rows: [{ cells: [{ columnId: book.at.id, value: '2026-02-30T10:00' }] }],
  })
  expect(bad.ok ? 'stored' : bad.failure.code).toBe('cell.invalid')
})

test('rows linked beside those that were seen stay when the seen ones are replaced', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const [customer = 0] = await customers(engine, book, ['甲公司'])
  const rows = [
    await followUp(engine, book, customer, '一', 1),
    await followUp(engine, book, customer, '二', 2),
    await followUp(engine, book, customer, '三', 3),
  ]
  const [first = 0, second = 0] = rows
  const link = book.link.inverse.id
  valueOf(await engine.run('rows.setLinks', { linkColumnId: link, rowId: customer, rowIds: [second], seen: [first, second] }))
  expect(await cell(engine, book.customers.id, customer, link)).toBe('二、三')
})
