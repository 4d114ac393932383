import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEngine, type Engine } from '#main/engine/index.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** A table of numbered rows, at a day that can be moved. */
async function numberedTable(pattern: string, day = '2026-03-30') {
  let today = day
  const clock = { today: () => today, now: () => `${today}T10:00:00` }
  const base = temporaryBase({ clock })
  let { engine } = base
  const table = valueOf(await engine.run('tables.create', { name: '合同' }))
  const note = valueOf(await engine.run('columns.create', { tableId: table.id, name: '说明', type: 'text', settings: {} }))
  const column = valueOf(await engine.run('columns.create', { tableId: table.id, name: '编号', type: 'autoNumber', settings: { pattern } }))
  const add = async (count = 1) =>
    valueOf(await engine.run('rows.insert', { tableId: table.id, rows: Array.from({ length: count }, () => ({ cells: [] })) })).ids
  const numbers = async () => {
    const page = valueOf(await engine.run('rows.page', { tableId: table.id, query: emptyRowQuery, columnIds: [column.id], offset: 0, limit: 500 }))
    return page.items.map((item) => (item.kind === 'row' ? item.cells[0] : null))
  }
  const set = (settings: Record<string, unknown>, renumber = false) => engine.run('columns.update', { columnId: column.id, settings, renumber })
  return {
    tableId: table.id,
    column,
    note,
    add,
    numbers,
    set,
    engine: () => engine,
    remove: async (rowIds: number[]) => valueOf(await engine.run('rows.delete', { tableId: table.id, rowIds })),
    goTo: async (next: string) => {
      today = next
      await engine.close()
      engine = openEngine(base.path, { clock })
    },
  }
}

const previewOf = async (engine: Engine, columnId: number, settings: { pattern: string; start?: number }, renumber = false) =>
  valueOf(await engine.run('columns.previewNumbers', { columnId, settings, renumber }))

test('numbers never come again: not after rows were deleted, not after the book was closed, not in another month', async () => {
  const { add, numbers, remove, goTo } = await numberedTable('HT{yyMM}-{01}')
  const ids = await add(3)
  await remove(ids.slice(1))
  await goTo('2026-03-31')
  await add()
  await goTo('2026-04-01')
  await add(2)
  expect(await numbers()).toEqual(['HT2603-01', 'HT2603-04', 'HT2604-01', 'HT2604-02'])
})

test('a count said to begin anew every year goes on over the months', async () => {
  const { add, numbers, set, goTo } = await numberedTable('HT{yyyyMM}-{01}')
  valueOf(await set({ restart: 'year' }))
  await add(2)
  await goTo('2026-04-01')
  await add()
  await goTo('2027-01-01')
  await add()
  expect(await numbers()).toEqual(['HT202603-01', 'HT202603-02', 'HT202604-03', 'HT202701-01'])
})

test('another pattern for new rows only: the others keep theirs, and the preview says what comes', async () => {
  const { add, numbers, set, engine, column } = await numberedTable('A{001}')
  await add(2)
  const settings = { pattern: '第{01}号', start: 50 }
  expect(await previewOf(engine(), column.id, settings)).toEqual({ rows: 2, first: [], next: ['第50号', '第51号', '第52号'] })
  valueOf(await set(settings))
  await add()
  // Back again: its count goes on.
  valueOf(await set({ pattern: 'A{001}', start: 1 }))
  await add()
  expect(await numbers()).toEqual(['A001', 'A002', '第50号', 'A003'])
})

test('of a pattern that would write the same texts, the count goes on', async () => {
  const { add, numbers, set, goTo } = await numberedTable('HT{yyyyMM}-{01}')
  await add(2)
  valueOf(await set({ restart: 'never' }))
  await add()
  valueOf(await set({ pattern: 'HT{yyyyMM}-{0001}', restart: 'month' }))
  await add()
  await goTo('2026-04-02')
  await add()
  expect(await numbers()).toEqual(['HT202603-01', 'HT202603-02', 'HT202603-03', 'HT202603-0004', 'HT202604-0001'])
})

test('all rows numbered anew, each as of the day it was made; one step back brings the old ones', async () => {
  const { add, numbers, set, remove, engine, column, goTo } = await numberedTable('{1}')
  const ids = await add(3)
  await remove(ids.slice(0, 1))
  await goTo('2026-04-01')
  await add()
  expect(await numbers()).toEqual(['2', '3', '4'])
  const settings = { pattern: 'HT{yyMM}-{01}', start: 10 }
  const preview = await previewOf(engine(), column.id, settings, true)
  expect(preview).toEqual({ rows: 3, first: ['HT2603-10', 'HT2603-11', 'HT2604-10'], next: ['HT2604-11', 'HT2604-12', 'HT2604-13'] })
  const before = valueOf(await engine().run('history.list', { limit: 50 })).length
  valueOf(await set(settings, true))
  expect(valueOf(await engine().run('history.list', { limit: 50 }))).toHaveLength(before + 1)
  expect(await numbers()).toEqual(preview.first)
  await add()
  expect((await numbers()).at(-1)).toBe(preview.next[0])
  valueOf(await engine().run('history.undo', {}))
  valueOf(await engine().run('history.undo', {}))
  expect(await numbers()).toEqual(['2', '3', '4'])
  await add()
  expect((await numbers()).at(-1)).toBe('5')
})

test('rows out of the trash get another number where theirs was given anew meanwhile', async () => {
  const { add, numbers, set, remove, engine } = await numberedTable('{1}')
  const ids = await add(4)
  await remove(ids.slice(1, 2))
  valueOf(await set({}, true))
  expect(await numbers()).toEqual(['1', '2', '3'])
  const [item] = valueOf(await engine().run('trash.list', {}))
  valueOf(await engine().run('trash.restore', { entryId: item?.entryId ?? 0 }))
  expect(new Set(await numbers())).toEqual(new Set(['1', '2', '3', '4']))
  await add()
  expect(new Set(await numbers())).toEqual(new Set(['1', '2', '3', '4', '5']))
})

test('a pattern that cannot be read is refused, whatever makes the column', async () => {
  const { set, engine, column, tableId } = await numberedTable('A{01}')
  expect(await set({ pattern: 'A{yyy}{01}' })).toMatchObject({ ok: false, failure: { code: 'column.numberPattern' } })
  expect(await engine().run('columns.create', { tableId, name: '又', type: 'autoNumber', settings: { pattern: '{1}{1}' } })).toMatchObject({
    ok: false,
    failure: { code: 'column.numberPattern' },
  })
  expect(await engine().run('columns.convert', { columnId: column.id, to: { type: 'text' } })).toMatchObject({ ok: true })
  expect(
    await engine().run('columns.convert', { columnId: column.id, to: { type: 'autoNumber', settings: { pattern: '{', start: 1 } } }),
  ).toMatchObject({ ok: false, failure: { code: 'column.numberPattern' } })
})

const patterns = ['{1}', 'A{01}', 'A{yyyyMM}-{01}', 'A{yyyy}{MM}-{001}', '{yy}{1}', 'A{MM}{1}', 'B']
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat({ max: 5 }) }),
  fc.record({ kind: fc.constant('restore' as const), at: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
  fc.record({
    kind: fc.constant('set' as const),
    pattern: fc.constantFrom(...patterns),
    start: fc.integer({ min: 0, max: 12 }),
    restart: fc.constantFrom('never' as const, 'year' as const, 'month' as const),
    renumber: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('day' as const), day: fc.constantFrom('2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01') }),
)

test('no two rows have the same number, whatever is added, deleted, restored, renumbered, undone, and on whatever day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const { add, numbers, set, engine, goTo, tableId } = await numberedTable('{1}')
      const ids = await add(2)
      for (const each of steps) {
        if (each.kind === 'add') ids.push(...(await add(each.count)))
        else if (each.kind === 'remove') await engine().run('rows.delete', { tableId, rowIds: ids.slice(each.at, each.at + 1) })
        else if (each.kind === 'set') {
          const { pattern, start, restart, renumber } = each
          await set({ pattern, start, restart }, renumber)
        } else if (each.kind === 'day') await goTo(each.day)
        else if (each.kind === 'restore') {
          const item = valueOf(await engine().run('trash.list', {}))[each.at]
          if (item !== undefined) await engine().run('trash.restore', { entryId: item.entryId })
        } else await engine().run(each.kind === 'undo' ? 'history.undo' : 'history.redo', {})
        // An undo may take the column itself.
        const all = (await numbers()).filter((number) => number !== null)
        expect(all).toEqual([...new Set(all)])
      }
    }),
    { numRuns: 60 },
  )
})
