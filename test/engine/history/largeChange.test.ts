import { expect, test } from 'vitest'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** A table of names and numbers, with gaps where rows were deleted. */
async function bookOf(count: number) {
  const { engine, path } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '表' }))
  const column = async (name: string, type: 'text' | 'number' | 'modifiedTime') =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings: {} })).id
  const [name, amount] = [await column('名称', 'text'), await column('数量', 'number')]
  await column('修改时间', 'modifiedTime')
  const rows = Array.from({ length: count }, (_, at) => ({
    cells: [
      { columnId: name, value: `旧名${at % 7}` },
      { columnId: amount, value: at < count / 2 ? at / 10 : 5 },
    ],
  }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows }))
  valueOf(await engine.run('rows.delete', { tableId, rowIds: ids.filter((_, at) => at % 90 === 17) }))
  return { engine, path, tableId, name, amount, ids }
}

test('many rows that get the same, or each its own, in ranges or scattered, are taken back and done again', async () => {
  const { engine, path, tableId, name, amount, ids } = await bookOf(600)
  const all = { kind: 'where' as const, filter: null }
  const scattered = { kind: 'ids' as const, rowIds: ids.filter((_, at) => at % 90 !== 17 && at % 3 === 0) }
  const steps = [
    () => engine.run('rows.bulk', { tableId, rows: all, columnId: amount, action: { kind: 'set', value: 7 } }),
    () => engine.run('rows.bulk', { tableId, rows: scattered, columnId: amount, action: { kind: 'clear' } }),
    () => engine.run('rows.bulk', { tableId, rows: all, columnId: amount, action: { kind: 'set', value: 0.1 } }),
    () => engine.run('rows.bulk', { tableId, rows: all, columnId: name, action: { kind: 'write', place: 'after', text: '新' } }),
    () => engine.run('rows.bulk', { tableId, rows: scattered, columnId: name, action: { kind: 'set', value: '同名' } }),
  ]
  const states = [contentOf(path)]
  for (const step of steps) {
    expect(valueOf(await step()).changed).toBeGreaterThan(100)
    states.push(contentOf(path))
  }
  for (const state of states.slice(0, -1).toReversed()) {
    valueOf(await engine.run('history.undo', {}))
    expect(contentOf(path)).toEqual(state)
  }
  for (const state of states.slice(1)) {
    valueOf(await engine.run('history.redo', {}))
    expect(contentOf(path)).toEqual(state)
  }
})

test('the words of very many rows follow after the write, those of these rows alone', async () => {
  const { engine, tableId, name, ids } = await bookOf(6500)
  const rowIds = ids.filter((_, at) => at >= 100 && at % 90 !== 17)
  const found = async (search: string) =>
    valueOf(await engine.run('rows.page', { tableId, query: { ...emptyRowQuery, search }, columnIds: [], offset: 0, limit: 1 })).rowCount
  const rebuilt = async () => {
    while (valueOf(await engine.run('search.state', {})) !== null);
  }
  const old = await found('旧名')
  valueOf(await engine.run('rows.bulk', { tableId, rows: { kind: 'ids', rowIds }, columnId: name, action: { kind: 'set', value: '新名' } }))
  const state = valueOf(await engine.run('search.state', {}))
  expect(state?.done).toBe((rowIds[0] ?? 0) - 1)
  await rebuilt()
  expect([await found('旧名'), await found('新名')]).toEqual([old - rowIds.length, rowIds.length])
  valueOf(await engine.run('history.undo', {}))
  await rebuilt()
  expect([await found('旧名'), await found('新名')]).toEqual([old, 0])
})
