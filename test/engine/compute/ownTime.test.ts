import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Half an hour after midnight in Shanghai, where Greenwich is still at the day before. */
const justAfterMidnight = new Date('2026-11-25T16:30:05Z')
const zone = process.env['TZ']

beforeEach(() => {
  process.env['TZ'] = 'Asia/Shanghai'
  vi.useFakeTimers({ toFake: ['Date'], now: justAfterMidnight })
})
afterEach(() => {
  vi.useRealTimers()
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** A row made at that time and changed an hour later, by the clock of the computer. */
async function book() {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const column = async (name: string, type: 'text' | 'createdTime' | 'modifiedTime' | 'dateTime' | 'formula', settings = {}) =>
    valueOf(await engine.run('columns.create', { tableId: table.id, name, type, settings }))
  const name = await column('名称', 'text')
  const created = await column('创建', 'createdTime')
  const modified = await column('修改', 'modifiedTime')
  const formulas = [
    'DATE(YEAR({创建}), MONTH({创建}), DAY({创建}))',
    'DATE(YEAR({修改}), MONTH({修改}), DAY({修改}))',
    'YEAR({创建}) * 10000 + MONTH({创建}) * 100 + DAY({创建})',
    'HOUR({创建})',
    'DATEDIF({创建}, TODAY(), "D")',
    'IF(DATE(YEAR({创建}), MONTH({创建}), DAY({创建})) = TODAY(), 1, 0)',
    'IF({创建} <= NOW(), 1, 0)',
    'HOUR(NOW()) * 10000 + MINUTE(NOW()) * 100 + SECOND(NOW())',
  ]
  const computed: { id: number }[] = []
  for (const [at, source] of formulas.entries()) computed.push(await column(`公式${at}`, 'formula', { source }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: table.id, rows: [{ cells: [{ columnId: name.id, value: '甲' }] }] }))
  vi.setSystemTime(new Date(justAfterMidnight.getTime() + 3_600_000))
  valueOf(await engine.run('rows.update', { tableId: table.id, rows: ids.map((id) => ({ id, cells: [{ columnId: name.id, value: '甲公司' }] })) }))
  const cells = async () => {
    const columnIds = [created.id, modified.id, ...computed.map(({ id }) => id)]
    const page = valueOf(await engine.run('rows.page', { tableId: table.id, query: emptyRowQuery, columnIds, offset: 0, limit: 10 }))
    return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []))[0] ?? []
  }
  const count = async (filter: Filter) =>
    valueOf(await engine.run('rows.page', { tableId: table.id, query: { ...emptyRowQuery, filter }, columnIds: [], offset: 0, limit: 10 })).rowCount
  return { engine, tableId: table.id, created, modified, cells, count }
}

test('the times of a row are those of the wall, in formulas too', async () => {
  // What the test stands on: the zone holds, and the two days differ.
  expect([new Date().getHours(), new Date().getUTCHours()]).toEqual([0, 16])
  const { cells } = await book()
  expect(await cells()).toEqual(['2026-11-26T00:30:05', '2026-11-26T01:30:05', '2026-11-26', '2026-11-26', 20_261_126, 0, 0, 1, 1, 3005])
})

test('filters, groups and charts by day put the row into the day of the wall', async () => {
  const { engine, tableId, created, modified, count } = await book()
  for (const { id: columnId } of [created, modified]) {
    expect(await count({ kind: 'condition', columnId, operator: 'onDate', value: { kind: 'today' } })).toBe(1)
    expect(await count({ kind: 'condition', columnId, operator: 'onDate', value: { kind: 'yesterday' } })).toBe(0)
    expect(await count({ kind: 'condition', columnId, operator: 'within', value: { kind: 'today' } })).toBe(1)
    expect(await count({ kind: 'condition', columnId, operator: 'before', value: { kind: 'today' } })).toBe(0)
    expect(await count({ kind: 'condition', columnId, operator: 'onOrAfter', value: { kind: 'exact', date: '2026-11-26' } })).toBe(1)
    const query = { ...emptyRowQuery, groups: [{ columnId, direction: 'ascending' as const, unit: 'day' as const }] }
    const page = valueOf(await engine.run('rows.page', { tableId, query, columnIds: [], offset: 0, limit: 10 }))
    const [head] = page.items.filter((item) => item.kind === 'group')
    expect(head?.value).toBe('2026-11-26')
    const scope = { tableId, filter: null, measure: { kind: 'count' as const } }
    const { groups } = valueOf(await engine.run('stats.group', { ...scope, dimensions: [{ columnId, unit: 'day' }] }))
    expect(groups.map(({ keys }) => keys)).toEqual([['2026-11-26']])
  }
})

test('what is done is told at the same time in the history: an instant, shown on the wall', async () => {
  const { engine, tableId } = await book()
  const { items } = valueOf(await engine.run('history.row', { tableId, rowId: 1 }))
  const days = items.map(({ at }) => new Date(at).toLocaleDateString('sv-SE'))
  expect(new Set(days)).toEqual(new Set(['2026-11-26']))
})
