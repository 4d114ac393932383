import { expect, test } from 'vitest'
import type { CallOptions } from '#main/engine/index.ts'
import type { AppError } from '#shared/contract/error.ts'
import type { Result } from '#shared/lib/result.ts'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('a new column of many rows shows how far it is, and stopped it leaves the base as it was', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.customers.id
  const rows = Array.from({ length: 21_000 }, (_, index) => ({ cells: [{ columnId: book.name.id, value: `第 ${index} 位` }] }))
  valueOf(await engine.run('rows.insert', { tableId, rows }))
  const before = contentOf(path)
  const settings = { linkColumnId: book.link.inverse.id, targetColumnId: null, orderColumnId: null, filter: null, function: 'count' }
  const input = { tableId, name: '再数一次', type: 'rollup' as const, settings }
  const seen: string[] = []
  let asked = 0
  const stopped = await engine.run('columns.create', input, {
    onProgress: ({ phase, done, total }) => seen.push(`${phase} ${done} of ${total}`),
    cancelled: () => (asked += 1) > 1,
  })
  expect(stopped.ok ? null : stopped.failure.code).toBe('cancelled')
  expect(seen).toEqual(['computing 0 of 21000'])
  expect(contentOf(path)).toEqual(before)
  valueOf(await engine.run('columns.create', input))
  expect(valueOf(await engine.run('history.state', {})).undo).toBe('columns.create')
})

test.each(['columns.update', 'columns.delete'] as const)('%s, on which a formula of many rows depends, stops when asked', async (name) => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.customers.id
  const number = valueOf(await engine.run('columns.create', { tableId, name: '数', type: 'number', settings: {} }))
  const source = `{${number.name}} * 2`
  const formula = valueOf(await engine.run('columns.create', { tableId, name: '两倍', type: 'formula', settings: { source } }))
  const rows = Array.from({ length: 21_000 }, (_, index) => ({ cells: [{ columnId: number.id, value: index }] }))
  valueOf(await engine.run('rows.insert', { tableId, rows }))
  const before = contentOf(path)
  const write = async (call?: CallOptions): Promise<Result<unknown, AppError>> =>
    name === 'columns.delete'
      ? engine.run(name, { columnId: number.id }, call)
      : engine.run(name, { columnId: formula.id, settings: { source: `${source} + 1` } }, call)
  let asked = 0
  const stopped = await write({ cancelled: () => (asked += 1) > 1 })
  expect(stopped.ok ? null : stopped.failure.code).toBe('cancelled')
  expect(contentOf(path)).toEqual(before)
  valueOf(await write())
  expect(contentOf(path)).not.toEqual(before)
})

test('an undo can be stopped between its portions, and leaves the base as it was', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.customers.id
  const rows = Array.from({ length: 12_000 }, (_, index) => ({ cells: [{ columnId: book.name.id, value: `第 ${index} 位` }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows }))
  valueOf(await engine.run('rows.delete', { tableId, rowIds: ids }))
  const before = contentOf(path)
  let asked = 0
  const stopped = await engine.run('history.undo', {}, { cancelled: () => (asked += 1) > 2 })
  expect(stopped.ok ? null : stopped.failure.code).toBe('cancelled')
  expect(contentOf(path)).toEqual(before)
  valueOf(await engine.run('history.undo', {}))
  expect(valueOf(await engine.run('base.describe', {})).rowCounts[tableId]).toBe(12_000)
})
