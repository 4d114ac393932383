import { expect, test } from 'vitest'
import { allFolded } from '#shared/model/folding.ts'
import { emptyRowQuery, emptyViewSettings, groupsInForce } from '#shared/model/view.ts'
import { newKanban } from '#shared/model/viewLayout.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Rows by a single select, as a kanban reads them: the heads first, then the cards of each lane by position. */
async function lanes() {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.followUps.id
  const columns = valueOf(await engine.run('base.describe', {})).columns.filter((column) => column.tableId === tableId)
  const layout = newKanban(columns, () => false)
  const query = { ...emptyRowQuery, groups: groupsInForce({ ...emptyViewSettings, layout }) }
  const read = async (within: string | null, offset = 0, limit = 1000) =>
    valueOf(await engine.run('rows.page', { tableId, query, columnIds: [layout.columnId ?? 0], within, offset, limit }))
  const heads = async () => {
    const page = valueOf(await engine.run('rows.page', { tableId, query, collapsed: [...allFolded], columnIds: [], offset: 0, limit: 1000 }))
    return page.items.flatMap((item) => (item.kind === 'group' ? [item] : []))
  }
  return { engine, tableId, columnId: layout.columnId ?? 0, query, read, heads }
}

test('the cards of all lanes are the rows of the list, each once and in its order', async () => {
  const { engine, tableId, columnId, read, heads } = await lanes()
  const rows = [null, 1, 2, null, 1, 1].map((value) => ({ cells: value === null ? [] : [{ columnId, value }] }))
  valueOf(await engine.run('rows.insert', { tableId, rows }))
  const whole = (await read(null)).items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))
  const all = await heads()
  expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(whole.length)
  expect(all.at(-1)?.value).toBeNull()
  const byLane = await Promise.all(
    all.map(async ({ key, count }) => {
      const page = await read(key)
      expect([page.total, page.rowCount]).toEqual([count, whole.length])
      // By position, one at a time, they are the same.
      const singly = await Promise.all(page.items.map(async (_, offset) => (await read(key, offset, 1)).items[0]))
      expect(singly).toEqual(page.items)
      return page.items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))
    }),
  )
  expect(byLane.flat()).toEqual(whole)
})

test('beyond the end of a lane, and in one that is gone, there is nothing', async () => {
  const { engine, tableId, columnId, read } = await lanes()
  valueOf(await engine.run('rows.insert', { tableId, rows: [{ cells: [{ columnId, value: 1 }] }] }))
  expect((await read('[1]', 50)).items).toEqual([])
  expect(await read('[999]')).toMatchObject({ total: 0, items: [] })
})

test('a card that was moved stands in its new lane, and undo brings it back', async () => {
  const { engine, tableId, columnId, read } = await lanes()
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows: [{ cells: [{ columnId, value: 1 }] }] }))
  const id = ids[0] ?? 0
  const isIn = async (key: string) => (await read(key)).items.some((item) => item.kind === 'row' && item.id === id)
  expect([await isIn('[1]'), await isIn('[2]')]).toEqual([true, false])
  valueOf(await engine.run('rows.update', { tableId, rows: [{ id, cells: [{ columnId, value: 2 }] }] }))
  expect([await isIn('[1]'), await isIn('[2]')]).toEqual([false, true])
  valueOf(await engine.run('history.undo', {}))
  expect([await isIn('[1]'), await isIn('[2]')]).toEqual([true, false])
})

test('where a card stands in its lane is the place at which the lane gives it', async () => {
  const { engine, tableId, columnId, query, read } = await lanes()
  const rows = [1, 2, null, 1, 2, 2].map((value) => ({ cells: value === null ? [] : [{ columnId, value }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows }))
  const placeOf = async (rowId: number, within: string) => valueOf(await engine.run('rows.position', { tableId, query, rowId, within })).position
  for (const key of ['[1]', '[2]', '[null]']) {
    const given = (await read(key)).items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))
    expect(await Promise.all(given.map((id) => placeOf(id, key)))).toEqual(given.map((_, place) => place))
  }
  expect(await placeOf(ids[0] ?? 0, '[2]')).toBeNull()
  expect(await placeOf(ids[0] ?? 0, '[999]')).toBeNull()
})
