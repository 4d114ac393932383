import { expect, onTestFinished, test, vi } from 'vitest'
import { A, B, C, gradeBook } from '../support/gradeBook.ts'
import { valueOf } from '../support/valueOf.ts'

const start = '2026-11-24'
/** More than are compared one by one. */
const many = 1100

/** Moves of the first row and how many there are, so that one row and very many are asked alike. */
async function movesOf(book: Awaited<ReturnType<typeof gradeBook>>, rowId: number) {
  const groups = valueOf(await book.engine.run('classes.moveGroups', { schemeId: book.scheme.id }))
  const own = valueOf(await book.engine.run('classes.movesOfRow', { tableId: book.tableId, rowId }))
  return {
    count: groups.reduce((sum, group) => sum + group.count, 0),
    own: own.map(({ fromOptionId, toOptionId }) => [fromOptionId, toOptionId]).toReversed(),
  }
}

test.each([1, many])('the first classes of %i rows that were there before are moves, those of new rows are none', async (count) => {
  const book = await gradeBook({ start })
  const [id = 0] = await book.insertAll(Array.from({ length: count }, () => null))
  await book.insertAll(Array.from({ length: count }, () => 300))
  expect(await movesOf(book, id)).toEqual({ count: 0, own: [] })
  await book.updateAll(150)
  expect(await movesOf(book, id)).toEqual({ count: 2 * count, own: [[null, B]] })
  // Each line begins where the one before it ended, also over none.
  await book.updateAll(null)
  await book.updateAll(150)
  expect((await movesOf(book, id)).own).toEqual([
    [null, B],
    [B, null],
    [null, B],
  ])
  expect((await book.explained(id))?.since).not.toBeNull()
  await book.engine.close()
})

test.each([1, many])('%i rows that are taken away and brought back did not move, unless their class is another by then', async (count) => {
  const book = await gradeBook({ start })
  const ids = await book.insertAll(Array.from({ length: count }, () => null))
  const [id = 0] = ids
  await book.updateAll(150)
  await book.remove(ids)
  await book.undo()
  await book.remove(ids)
  await book.restoreLast()
  expect((await movesOf(book, id)).own).toEqual([[null, B]])
  await book.remove(ids)
  const bands = [{ from: null, optionId: C }]
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands } }))
  await book.restoreLast()
  expect((await movesOf(book, id)).own).toEqual([
    [null, B],
    [B, C],
  ])
  await book.engine.close()
})

test.each([1, many])('%i rows that come back by undo, under the rule they left, go on from where the log has them', async (count) => {
  const book = await gradeBook({ start })
  const ids = await book.insertAll(Array.from({ length: count }, () => 150))
  const [id = 0] = ids
  await book.remove(ids)
  const bands = [{ from: null, optionId: C }]
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands } }))
  await book.restoreLast()
  for (let step = 0; step < 3; step += 1) await book.undo()
  for (let step = 0; step < 3; step += 1) await book.redo()
  expect((await movesOf(book, id)).own).toEqual([
    [B, C],
    [C, B],
    [B, C],
  ])
  await book.engine.close()
})

test.each([1, many])('with a new scheme nobody moves but those whom people had classed otherwise (%i rows)', async (count) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${start}T10:00:00`) })
  onTestFinished(() => void vi.useRealTimers())
  const book = await gradeBook({ start })
  const [id = 0] = await book.insertAll(Array.from({ length: count }, () => 300))
  const laterOn = new Date(`${start}T11:00:00`)
  vi.setSystemTime(laterOn)
  valueOf(await book.engine.run('schemes.delete', { schemeId: book.scheme.id }))
  const second = valueOf(await book.engine.run('schemes.create', { ...book.draft, targetColumnId: null, newOptions: book.options, name: '另一等级' }))
  const movesOfSecond = async () => valueOf(await book.engine.run('classes.moves', { schemeId: second.id, limit: 500 }))
  expect(await movesOfSecond()).toEqual([])
  expect((await book.explained(id))?.since).toBe(laterOn.toISOString())
  await book.engine.close()
})

test.each([1, many])('a scheme that was off, or in the trash, goes on where it was (%i rows)', async (count) => {
  const book = await gradeBook({ start })
  const [id = 0] = await book.insertAll(Array.from({ length: count }, () => 300))
  const { id: schemeId } = book.scheme
  const since = (await book.explained(id))?.since
  valueOf(await book.engine.run('schemes.update', { schemeId, enabled: false }))
  valueOf(await book.engine.run('schemes.update', { schemeId, enabled: true }))
  valueOf(await book.engine.run('schemes.delete', { schemeId }))
  await book.restoreLast()
  expect(await movesOf(book, id)).toEqual({ count: 0, own: [] })
  expect((await book.explained(id))?.since).toBe(since)
  // What changed meanwhile is one move, from the class of before; what people wrote there meanwhile is none of the scheme.
  valueOf(await book.engine.run('schemes.update', { schemeId, enabled: false }))
  await book.updateAll(50)
  valueOf(await book.engine.run('schemes.update', { schemeId, enabled: true }))
  expect(await movesOf(book, id)).toEqual({ count, own: [[A, C]] })
  valueOf(await book.engine.run('schemes.update', { schemeId, enabled: false }))
  valueOf(await book.engine.run('rows.updateWhere', { tableId: book.tableId, filter: null, columnId: book.target, value: B }))
  await book.updateAll(300)
  valueOf(await book.engine.run('schemes.update', { schemeId, enabled: true }))
  expect((await movesOf(book, id)).own).toEqual([
    [A, C],
    [C, A],
  ])
  await book.engine.close()
})

test('between two days a row has the class it began with, wherever its first class comes from', async () => {
  const book = await gradeBook({ start })
  await book.insertAll([300, null])
  const later = Array.from({ length: many }, () => 120)
  await book.turn(1)
  await book.insertAll(later)
  const migration = valueOf(await book.engine.run('classes.migration', { schemeId: book.scheme.id, from: start, to: book.state.today }))
  expect(migration.cells).toHaveLength(2)
  expect(migration.cells).toContainEqual({ fromOptionId: A, toOptionId: A, count: 1 })
  expect(migration.cells).toContainEqual({ fromOptionId: null, toOptionId: null, count: 1 })
  expect(migration.fresh).toEqual([{ toOptionId: B, count: many }])
  await book.engine.close()
})

test('a class that is taken away is where its rows come from', async () => {
  const book = await gradeBook({ start })
  const id = await book.insert(150)
  await book.update(id, 160)
  const options = book.options.filter((option) => option.id !== B)
  const bands = book.rule.bands.filter(({ optionId }) => optionId !== B)
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands }, options }))
  expect(await movesOf(book, id)).toEqual({ count: 1, own: [[B, C]] })
  await book.engine.close()
})

test('classes that are taken back while a scheme stands still are where it goes on', async () => {
  const book = await gradeBook({ start })
  const id = await book.insert(150)
  const { engine, tableId } = book
  const other = valueOf(await engine.run('columns.create', { tableId, name: '别的金额', type: 'number', settings: {} })).id
  valueOf(await engine.run('columns.delete', { columnId: book.amount }))
  // With another rule it works; without that rule it stands still again, with the classes it had; then its column is back.
  const rule = { ...book.rule, metric: { kind: 'column' as const, columnId: other }, bands: [{ from: null, optionId: C }] }
  valueOf(await engine.run('schemes.update', { schemeId: book.scheme.id, rule, fallbackOptionId: C }))
  await book.undo()
  await book.undo()
  expect(await book.classes()).toEqual([B])
  expect(await movesOf(book, id)).toEqual({
    count: 2,
    own: [
      [B, C],
      [C, B],
    ],
  })
  await engine.close()
})

test('a move of a row that comes back, or whose scheme does, keeps what the rule read; of very many at once none does', async () => {
  const book = await gradeBook({ start })
  const [id = 0, other = 0] = await book.insertAll([150, 250])
  const latest = async () => {
    const moves = valueOf(await book.engine.run('classes.movesOfRow', { tableId: book.tableId, rowId: id }))
    return moves[0] && [moves[0].fromOptionId, moves[0].toOptionId, moves[0].values]
  }
  const read = (value: number) => [{ columnId: book.amount, value }]
  await book.update(id, 50)
  await book.remove([id])
  const bands = [{ from: null, optionId: A }]
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands } }))
  await book.restoreLast()
  expect(await latest()).toEqual([C, A, read(50)])
  // Undone and done again: the rule of before, and that of after.
  await book.undo()
  await book.undo()
  await book.undo()
  expect(await latest()).toEqual([A, C, read(50)])
  for (let step = 0; step < 3; step += 1) await book.redo()
  expect(await latest()).toEqual([C, A, read(50)])
  await book.undo()
  await book.undo()
  await book.undo()
  // The scheme goes, amounts change, and it comes back.
  valueOf(await book.engine.run('schemes.delete', { schemeId: book.scheme.id }))
  await book.update(id, 120)
  await book.restoreLast()
  expect(await latest()).toEqual([C, B, read(120)])

  const many = await book.insertAll(Array.from({ length: 1100 }, () => 150))
  await book.updateAll(50)
  await book.remove([id, other, ...many])
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands } }))
  await book.restoreLast()
  expect(await latest()).toEqual([C, A, []])
  await book.engine.close()
})

test('a lock that undo brings back is told with what was said, not as what the rule read', async () => {
  const book = await gradeBook({ start })
  const id = await book.insert(150)
  const { id: schemeId } = book.scheme
  valueOf(await book.engine.run('classes.lock', { schemeId, rowIds: [id], optionId: A, reason: '老客户', until: null }))
  valueOf(await book.engine.run('classes.unlock', { schemeId, rowIds: [id] }))
  await book.undo()
  const [move] = valueOf(await book.engine.run('classes.movesOfRow', { tableId: book.tableId, rowId: id }))
  expect(move).toMatchObject({ fromOptionId: B, toOptionId: A, cause: 'undo', values: [], lock: { reason: '老客户', until: null } })
  await book.engine.close()
})
