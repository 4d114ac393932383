import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function bookWithRow() {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.customers.id
  const set = async (columnId: number, value: string | number | null) =>
    valueOf(await engine.run('rows.update', { tableId, rows: [{ id: rowId, cells: [{ columnId, value }] }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows: [{ cells: [{ columnId: book.name.id, value: '甲' }] }] }))
  const rowId = ids[0] ?? 0
  const history = async (more: { columnId?: number; beforeId?: number | null; limit?: number } = {}) =>
    valueOf(await engine.run('history.row', { tableId, rowId, ...more }))
  const cell = async (columnId: number) => valueOf(await engine.run('rows.get', { tableId, rowId })).cells[columnId]
  return { engine, path, book, tableId, rowId, set, history, cell }
}

test('a row tells who changed what, from what to what, the latest first', async () => {
  const { engine, book, set, history } = await bookWithRow()
  const { id: memberId } = valueOf(await engine.run('members.create', { name: '李雷' }))
  valueOf(await engine.run('base.setActor', { memberId }))
  await set(book.name.id, '乙')
  await set(book.status.id, 2)
  valueOf(await engine.run('history.undo', {}))
  const { items, beforeId } = await history()
  expect(beforeId).toBeNull()
  expect(items.map(({ kind, operation, actorId, change }) => ({ kind, operation, actorId, change }))).toEqual([
    { kind: 'undo', operation: 'rows.update', actorId: memberId, change: { columnId: book.status.id, from: 2, to: null } },
    { kind: 'do', operation: 'rows.update', actorId: memberId, change: { columnId: book.status.id, from: null, to: 2 } },
    { kind: 'do', operation: 'rows.update', actorId: memberId, change: { columnId: book.name.id, from: '甲', to: '乙' } },
    { kind: 'do', operation: 'rows.insert', actorId: null, change: 'created' },
  ])
})

test('one value of then is put back, and that can be undone', async () => {
  const { engine, path, book, tableId, rowId, set, history, cell } = await bookWithRow()
  await set(book.name.id, '乙')
  await set(book.name.id, '丙')
  const before = contentOf(path)
  const [, first] = (await history({ columnId: book.name.id })).items
  const input = { entryId: first?.entryId ?? 0, tableId, rowId, columnId: book.name.id, side: 'from' as const }
  expect(valueOf(await engine.run('history.restoreCell', input))).toEqual({ updated: 1 })
  expect(await cell(book.name.id)).toBe('甲')
  expect(valueOf(await engine.run('history.restoreCell', input))).toEqual({ updated: 0 })
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('an option that is gone is told by its name of then, and is not put back', async () => {
  const { engine, book, tableId, rowId, set, history } = await bookWithRow()
  await set(book.status.id, 2)
  if (book.status.type !== 'singleSelect') throw new Error('no select')
  const left = book.status.settings.options.filter((option) => option.id !== 2)
  valueOf(await engine.run('columns.update', { columnId: book.status.id, settings: { options: left } }))
  const { items, columns } = await history({ columnId: book.status.id })
  expect(items.map(({ change }) => change)).toEqual([
    { columnId: book.status.id, from: 2, to: null },
    { columnId: book.status.id, from: null, to: 2 },
    'created',
  ])
  const [past] = columns
  expect(past?.column.type === 'singleSelect' && past.column.settings.options.map((option) => option.name)).toEqual(['新建', '洽谈中', '已成交'])
  const refused = await engine.run('history.restoreCell', { entryId: items[0]?.entryId ?? 0, tableId, rowId, columnId: book.status.id, side: 'from' })
  expect(refused.ok ? null : refused.failure.code).toBe('cell.invalid')
})

test('a row with thousands of changes is told page by page, and nothing is told twice', async () => {
  const { book, set, history } = await bookWithRow()
  for (let round = 0; round < 450; round += 1)
    await set(round % 3 === 0 ? book.status.id : book.name.id, round % 3 === 0 ? (round % 2) + 1 : `第 ${round} 名`)
  const seen: number[] = []
  let beforeId: number | null = null
  do {
    const page: Awaited<ReturnType<typeof history>> = await history({ beforeId, limit: 60 })
    seen.push(...page.items.map((item) => item.entryId))
    beforeId = page.beforeId
  } while (beforeId !== null)
  expect(seen.length).toBe(new Set(seen).size)
  expect(seen).toEqual(seen.toSorted((one, other) => other - one))
  const names = await history({ columnId: book.name.id, limit: 200 })
  expect(names.items.every(({ change }) => typeof change === 'string' || change.columnId === book.name.id)).toBe(true)
  expect(names.items).toHaveLength(200)
})

test('a row among many changed at once is found', async () => {
  const { engine, book, tableId, rowId, history } = await bookWithRow()
  const rows = Array.from({ length: 300 }, (_, index) => ({ cells: [{ columnId: book.name.id, value: `第 ${index} 位` }] }))
  valueOf(await engine.run('rows.insert', { tableId, rows }))
  valueOf(await engine.run('rows.updateWhere', { tableId, filter: null, columnId: book.status.id, value: 3 }))
  expect((await history()).items[0]?.change).toEqual({ columnId: book.status.id, from: null, to: 3 })
  expect(valueOf(await engine.run('history.row', { tableId, rowId: rowId + 200 })).items.map(({ change }) => change)).toEqual([
    { columnId: book.status.id, from: null, to: 3 },
    'created',
  ])
})
