import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { columnMoves } from '#main/engine/history/columnMoves.ts'
import { connect } from '#main/engine/store/db.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const day = '2026-11-22'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T10:00:00`) }))
afterEach(() => void vi.useRealTimers())

test('the moves of one column by row: edits, a bulk of many, an undo; other columns and tables are not looked at', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.customers.id
  const set = async (ids: number[], columnId: number, value: number | string) =>
    valueOf(await engine.run('rows.update', { tableId, rows: ids.map((id) => ({ id, cells: [{ columnId, value }] })) }))
  const rows = Array.from({ length: 300 }, () => ({ cells: [{ columnId: book.status.id, value: 1 }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows }))
  valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows: [{ cells: [{ columnId: book.content.id, value: '话' }] }] }))
  const [first = 0, second = 0] = ids
  await set([first], book.status.id, 2)
  await set([first], book.name.id, '甲')
  await set(ids, book.status.id, 3)
  valueOf(await engine.run('history.undo', {}))
  const connection = connect(path, { readOnly: true })
  const found = columnMoves({ db: connection.db, cancelled: () => false }, tableId, book.status.id)
  connection.close()
  expect(found.size).toBe(300)
  expect(found.get(first)).toEqual({
    isTyped: true,
    moves: [
      { day, from: 1, to: 2 },
      { day, from: 2, to: 3 },
      { day, from: 3, to: 2 },
    ],
  })
  expect(found.get(second)?.moves).toEqual([
    { day, from: 1, to: 3 },
    { day, from: 3, to: 1 },
  ])
})
