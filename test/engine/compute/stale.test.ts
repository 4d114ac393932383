import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { makeBook, type Book } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function customerWithFollowUp(engine: Engine, book: Book, status: number): Promise<{ customer: number; followUp: number }> {
  const customers = await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [{ columnId: book.status.id, value: status }] }] })
  const customer = valueOf(customers).ids[0] ?? 0
  const followUps = await engine.run('rows.insert', {
    tableId: book.followUps.id,
    rows: [{ cells: [{ columnId: book.amount.id, value: 10 }], links: [{ columnId: book.link.column.id, rowIds: [customer] }] }],
  })
  return { customer, followUp: valueOf(followUps).ids[0] ?? 0 }
}

const cell = async (engine: Engine, tableId: number, rowId: number, columnId: number) =>
  valueOf(await engine.run('rows.get', { tableId, rowId })).cells[columnId]

test('a lookup of a select sorts in the order of the options, however its cells were written', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  for (const status of [3, 1, 2]) await customerWithFollowUp(engine, book, status)
  const page = valueOf(
    await engine.run('rows.page', {
      tableId: book.followUps.id,
      query: { ...emptyRowQuery, sorts: [{ columnId: book.statusThere.id, direction: 'ascending' }] },
      columnIds: [book.statusThere.id],
      offset: 0,
      limit: 10,
    }),
  )
  expect(page.items.map((item) => (item.kind === 'row' ? item.cells[0] : null))).toEqual([1, 2, 3])
})

test('deleting a link empties what was read through it, and undo fills it again', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const { customer } = await customerWithFollowUp(engine, book, 1)
  const before = contentOf(path)
  valueOf(await engine.run('columns.delete', { columnId: book.link.column.id }))
  expect(await cell(engine, book.customers.id, customer, book.sum.id)).toBeNull()
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
  valueOf(await engine.run('tables.delete', { tableId: book.followUps.id }))
  expect(await cell(engine, book.customers.id, customer, book.sum.id)).toBeNull()
})

test('what reads the time of a change follows every change', async () => {
  let now = '2026-01-01T08:00:00'
  const { engine } = temporaryBase({ clock: { today: () => now.slice(0, 10), now: () => now } })
  const book = await makeBook(engine)
  const modified = valueOf(await engine.run('columns.create', { tableId: book.followUps.id, name: '修改时间', type: 'modifiedTime', settings: {} }))
  const last = valueOf(
    await engine.run('columns.create', {
      tableId: book.customers.id,
      name: '最近修改',
      type: 'rollup',
      settings: { linkColumnId: book.link.inverse.id, targetColumnId: modified.id, function: 'max', orderColumnId: null, filter: null },
    }),
  )
  const { customer, followUp } = await customerWithFollowUp(engine, book, 1)
  now = '2026-01-05T09:30:00'
  valueOf(
    await engine.run('rows.update', { tableId: book.followUps.id, rows: [{ id: followUp, cells: [{ columnId: book.content.id, value: '改' }] }] }),
  )
  expect(await cell(engine, book.customers.id, customer, last.id)).toBe('2026-01-05T09:30:00')
})

test('an option renamed is read so through a lookup of a lookup, and empty numbers show as nothing', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const { customer } = await customerWithFollowUp(engine, book, 1)
  valueOf(
    await engine.run('rows.insert', {
      tableId: book.followUps.id,
      rows: [{ cells: [], links: [{ columnId: book.link.column.id, rowIds: [customer] }] }],
    }),
  )
  const through = valueOf(
    await engine.run('columns.create', {
      tableId: book.customers.id,
      name: '各次状态',
      type: 'lookup',
      settings: { linkColumnId: book.link.inverse.id, targetColumnId: book.statusThere.id },
    }),
  )
  expect(await cell(engine, book.customers.id, customer, through.id)).toBe('新建、新建')
  expect(await cell(engine, book.customers.id, customer, book.amounts.id)).toBe('￥10.00')
  const settings = {
    options: [{ id: 1, name: '初次', color: 'blue' }, ...(book.status.type === 'singleSelect' ? book.status.settings.options.slice(1) : [])],
  }
  valueOf(await engine.run('columns.update', { columnId: book.status.id, settings }))
  expect(await cell(engine, book.customers.id, customer, through.id)).toBe('初次、初次')
})

test('a table cannot be named by what would read itself', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const before = contentOf(path)
  const answer = await engine.run('tables.setPrimary', { tableId: book.customers.id, columnId: book.link.inverse.id })
  const again = answer.ok ? await engine.run('tables.setPrimary', { tableId: book.followUps.id, columnId: book.link.column.id }) : answer
  expect(again.ok ? 'saved' : again.failure.code).toBe('column.cycle')
  if (!answer.ok) expect(contentOf(path)).toEqual(before)
  valueOf(await engine.run('columns.create', { tableId: book.customers.id, name: '还能加列', type: 'text', settings: {} }))
})
