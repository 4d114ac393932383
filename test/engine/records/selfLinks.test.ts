import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Companies that belong to companies: 上级 leads up to one, 下级 down to several; lookups and rollups go both ways. */
async function makeTree(engine: Engine) {
  const { run } = engine
  const tableId = valueOf(await run('tables.create', { name: '公司' })).id
  const column = async (name: string, type: 'text' | 'number' | 'lookup' | 'rollup', settings: Record<string, unknown> = {}) =>
    valueOf(await run('columns.create', { tableId, name, type, settings })).id
  const name = await column('名称', 'text')
  const sales = await column('销售额', 'number')
  const link = valueOf(
    await run('columns.createLink', { tableId, name: '上级', multiple: false, otherTableId: tableId, otherName: '下级', otherMultiple: true }),
  )
  const [up, down] = [link.column.id, link.inverse.id]
  const upName = await column('上级名称', 'lookup', { linkColumnId: up, targetColumnId: name })
  const downNames = await column('下级名称', 'lookup', { linkColumnId: down, targetColumnId: name })
  const total = await column('下级合计', 'rollup', { linkColumnId: down, targetColumnId: sales, function: 'sum', orderColumnId: null, filter: null })
  const insert = async (title: string, value: number, above: number[]) => {
    const cells = [
      { columnId: name, value: title },
      { columnId: sales, value },
    ]
    return valueOf(await run('rows.insert', { tableId, rows: [{ cells, links: [{ columnId: up, rowIds: above }] }] })).ids[0] ?? 0
  }
  const head = await insert('集团', 1, [])
  const south = await insert('华南', 20, [head])
  const north = await insert('华北', 300, [head])
  const cells = async (rowId: number) => {
    const row = valueOf(await run('rows.get', { tableId, rowId }))
    return [up, down, upName, downNames, total].map((id) => row.cells[id] ?? null)
  }
  return { tableId, name, sales, up, down, head, south, north, cells }
}

test('a table linked to itself: lookups and rollups over both sides follow every edit', async () => {
  const { engine, path } = temporaryBase()
  const tree = await makeTree(engine)
  expect(await tree.cells(tree.head)).toEqual([null, '华南、华北', null, '华南、华北', 320])
  expect(await tree.cells(tree.south)).toEqual(['集团', null, '集团', null, null])
  const rename = [{ id: tree.south, cells: [{ columnId: tree.name, value: '两广' }] }]
  valueOf(await engine.run('rows.update', { tableId: tree.tableId, rows: rename }))
  valueOf(await engine.run('rows.update', { tableId: tree.tableId, rows: [{ id: tree.south, cells: [{ columnId: tree.sales, value: 50 }] }] }))
  expect(await tree.cells(tree.head)).toEqual([null, '两广、华北', null, '两广、华北', 350])
  // From below, then from above.
  valueOf(await engine.run('rows.setLinks', { linkColumnId: tree.up, rowId: tree.north, rowIds: [tree.south] }))
  expect(await tree.cells(tree.head)).toEqual([null, '两广', null, '两广', 50])
  expect(await tree.cells(tree.south)).toEqual(['集团', '华北', '集团', '华北', 300])
  valueOf(await engine.run('rows.setLinks', { linkColumnId: tree.down, rowId: tree.head, rowIds: [tree.north, tree.south] }))
  expect(await tree.cells(tree.south)).toEqual(['集团', null, '集团', null, null])
  const incremental = contentOf(path)
  valueOf(await engine.run('base.recompute', {}))
  expect(contentOf(path)).toEqual(incremental)
})

test('a row linked to itself is linked both ways, and leaves nothing behind when it goes', async () => {
  const { engine, path } = temporaryBase()
  const tree = await makeTree(engine)
  valueOf(await engine.run('rows.setLinks', { linkColumnId: tree.up, rowId: tree.head, rowIds: [tree.head] }))
  expect(await tree.cells(tree.head)).toEqual(['集团', '华南、华北、集团', '集团', '华南、华北、集团', 321])
  const before = contentOf(path)
  valueOf(await engine.run('rows.delete', { tableId: tree.tableId, rowIds: [tree.head] }))
  expect(contentOf(path)['l1']).toBeUndefined()
  expect(await tree.cells(tree.south)).toEqual([null, null, null, null, null])
  const [item] = valueOf(await engine.run('trash.list', {}))
  valueOf(await engine.run('trash.restore', { entryId: item?.entryId ?? 0 }))
  expect(contentOf(path)).toEqual(before)
})

test('two rows deleted that were linked to one another come back linked, one after the other', async () => {
  const { engine, path } = temporaryBase()
  const tree = await makeTree(engine)
  const before = contentOf(path)
  valueOf(await engine.run('rows.delete', { tableId: tree.tableId, rowIds: [tree.south] }))
  valueOf(await engine.run('rows.delete', { tableId: tree.tableId, rowIds: [tree.head, tree.north] }))
  expect(contentOf(path)['l1']).toBeUndefined()
  valueOf(await engine.run('history.undo', {}))
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('one row on both sides: a link made from either side takes the place of both old ones', async () => {
  const { engine } = temporaryBase()
  const { run } = engine
  const tableId = valueOf(await run('tables.create', { name: '人' })).id
  const name = valueOf(await run('columns.create', { tableId, name: '姓名', type: 'text', settings: {} })).id
  const { column, inverse } = valueOf(
    await run('columns.createLink', { tableId, name: '师傅', multiple: false, otherTableId: tableId, otherName: '徒弟', otherMultiple: false }),
  )
  const rows = ['甲', '乙', '丙', '丁'].map((value) => ({ cells: [{ columnId: name, value }] }))
  const [one = 0, two = 0, three = 0, four = 0] = valueOf(await run('rows.insert', { tableId, rows })).ids
  const set = async (linkColumnId: number, rowId: number, other: number) =>
    valueOf(await run('rows.setLinks', { linkColumnId, rowId, rowIds: [other] }))
  const pairs = async () => {
    const read = [one, two, three, four].map(async (rowId) => valueOf(await run('rows.get', { tableId, rowId })).cells)
    return (await Promise.all(read)).map((cells) => `${cells[column.id] ?? ''}/${cells[inverse.id] ?? ''}`)
  }
  await set(column.id, one, two)
  await set(column.id, three, four)
  expect(await pairs()).toEqual(['乙/', '/甲', '丁/', '/丙'])
  await set(column.id, one, four)
  expect(await pairs()).toEqual(['丁/', '/', '/', '/甲'])
  await set(inverse.id, four, three)
  expect(await pairs()).toEqual(['/', '/', '丁/', '/丙'])
  await set(inverse.id, four, four)
  expect(await pairs()).toEqual(['/', '/', '/', '丁/丁'])
})
