import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEngine } from '#main/engine/index.ts'
import { addDays, mondayOf } from '#shared/lib/days.ts'
import { classRuns, type ClassRun } from '#shared/model/classRun.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const start = '2026-11-24'
/** Best first: A from 200, B from 100, C below; nothing of an empty amount. */
const [A, B, C] = [1, 2, 3]
const ruled = (amount: number | null): number | null => (amount === null ? null : amount >= 200 ? A : amount >= 100 ? B : C)

async function grades(run: ClassRun, downgradeAfter: number) {
  const state = { today: start }
  const clock = { today: () => state.today, now: () => `${state.today}T10:00:00` }
  const { engine, path } = temporaryBase({ clock })
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const amount = valueOf(await engine.run('columns.create', { tableId: table.id, name: '金额', type: 'number', settings: {} })).id
  const options = ['A', 'B', 'C'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))
  const target = valueOf(await engine.run('columns.create', { tableId: table.id, name: '等级', type: 'singleSelect', settings: { options } })).id
  const bands = [
    { from: null, optionId: C },
    { from: 100, optionId: B },
    { from: 200, optionId: A },
  ]
  const rule = { kind: 'bands' as const, metric: { kind: 'column' as const, columnId: amount }, bands }
  valueOf(await engine.run('base.turnDay', {}))
  const scheme = valueOf(
    await engine.run('schemes.create', {
      tableId: table.id,
      code: 'grade',
      name: '等级',
      targetColumnId: target,
      rule,
      fallbackOptionId: null,
      run,
      downgradeAfter,
    }),
  )
  const tableId = table.id
  const cells = (value: number | null) => [{ columnId: amount, value }]
  return {
    engine,
    path,
    clock,
    state,
    tableId,
    scheme,
    rule,
    insert: async (value: number | null) => valueOf(await engine.run('rows.insert', { tableId, rows: [{ cells: cells(value) }] })).ids[0] ?? 0,
    update: async (id: number, value: number | null) => valueOf(await engine.run('rows.update', { tableId, rows: [{ id, cells: cells(value) }] })),
    turn: async (days: number) => {
      state.today = addDays(state.today, days)
      valueOf(await engine.run('base.turnDay', {}))
    },
    classes: async () =>
      valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds: [target], offset: 0, limit: 99 })).items.map((item) =>
        item.kind === 'row' ? item.cells[0] : null,
      ),
    explained: async (rowId: number) => valueOf(await engine.run('classes.explain', { tableId, rowId }))[0],
    undo: async () => valueOf(await engine.run('history.undo', {})),
    redo: async () => valueOf(await engine.run('history.redo', {})),
  }
}

test('a monthly scheme leaves classes until the month turns, and gives a new row one at once', async () => {
  const book = await grades('month', 1)
  const id = await book.insert(300)
  await book.update(id, 50)
  expect(await book.classes()).toEqual([A])
  expect(await book.explained(id)).toMatchObject({ optionId: A, waiting: { ruledOptionId: C, against: 0, after: 1 } })
  expect(valueOf(await book.engine.run('classes.standing', { schemeId: book.scheme.id })).lastRun).toBe(start)
  await book.turn(6)
  await book.insert(150)
  expect(await book.classes()).toEqual([A, B])
  await book.turn(1)
  expect(await book.classes()).toEqual([C, B])
  expect((await book.explained(id))?.waiting).toBeNull()
  const moves = valueOf(await book.engine.run('classes.moves', { schemeId: book.scheme.id }))
  expect(moves.map(({ cause, fromOptionId, toOptionId }) => [cause, fromOptionId, toOptionId])).toEqual([['day', A, C]])
})

test('the run of a month is made when the base is opened after it, and on demand; what was run on demand is taken back', async () => {
  const book = await grades('month', 1)
  const id = await book.insert(300)
  await book.update(id, 50)
  const before = contentOf(book.path)
  expect(valueOf(await book.engine.run('schemes.run', { schemeId: book.scheme.id }))).toEqual({ moved: 1 })
  expect(await book.classes()).toEqual([C])
  await book.undo()
  expect(contentOf(book.path)).toEqual(before)
  await book.redo()
  expect(await book.classes()).toEqual([C])
  await book.undo()
  await book.engine.close()
  book.state.today = '2027-02-03'
  const again = openEngine(book.path, { clock: book.clock })
  valueOf(await again.run('base.turnDay', {}))
  expect(valueOf(await again.run('classes.counts', { schemeId: book.scheme.id })).map(({ count }) => count)).toEqual([0, 0, 1])
  await again.close()
})

test('a row goes down after so many days that agree, up at once, and says how far it is', async () => {
  const book = await grades('realTime', 3)
  const id = await book.insert(300)
  await book.update(id, 50)
  expect(await book.explained(id)).toMatchObject({ optionId: A, waiting: { ruledOptionId: C, against: 1, after: 3 } })
  await book.turn(1)
  expect(await book.explained(id)).toMatchObject({ optionId: A, waiting: { against: 2 } })
  await book.update(id, 250)
  await book.update(id, 120)
  expect(await book.explained(id)).toMatchObject({ optionId: A, waiting: { ruledOptionId: B, against: 1 } })
  await book.turn(1)
  await book.turn(5)
  expect(await book.classes()).toEqual([B])
  await book.update(id, 200)
  expect(await book.classes()).toEqual([A])
})

test('edits, kept classes and counted days are taken back and done again as they were', async () => {
  const book = await grades('realTime', 2)
  const id = await book.insert(100)
  const states = [contentOf(book.path)]
  for (const amount of [300, 50, null, 150]) {
    await book.update(id, amount)
    states.push(contentOf(book.path))
  }
  for (const state of states.slice(0, -1).toReversed()) {
    await book.undo()
    expect(contentOf(book.path)).toEqual(state)
  }
  for (const state of states.slice(1)) {
    await book.redo()
    expect(contentOf(book.path)).toEqual(state)
  }
  // What a day moved meanwhile is not moved back by taking back an older edit.
  await book.update(id, 50)
  await book.turn(1)
  expect(await book.classes()).toEqual([C])
  await book.undo()
  expect(await book.classes()).toEqual([B])
})

test('a changed rule takes its classes at once; another name, a deleted row that comes back and a lock leave what is kept', async () => {
  const book = await grades('quarter', 2)
  const id = await book.insert(300)
  await book.update(id, 50)
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, name: '客户等级' }))
  valueOf(await book.engine.run('base.recompute', {}))
  expect(await book.classes()).toEqual([A])
  valueOf(await book.engine.run('rows.delete', { tableId: book.tableId, rowIds: [id] }))
  const [entry] = valueOf(await book.engine.run('trash.list', {}))
  valueOf(await book.engine.run('trash.restore', { entryId: entry?.entryId ?? 0 }))
  expect(await book.classes()).toEqual([A])
  const lock = { schemeId: book.scheme.id, rowIds: [id], optionId: B, reason: '谈判中', until: null }
  valueOf(await book.engine.run('classes.lock', lock))
  expect(await book.classes()).toEqual([B])
  valueOf(await book.engine.run('classes.unlock', { schemeId: book.scheme.id, rowIds: [id] }))
  expect(await book.classes()).toEqual([A])
  const before = contentOf(book.path)
  const draft = { ...book.scheme, rule: { ...book.rule, bands: [{ from: null, optionId: B }] } }
  expect(valueOf(await book.engine.run('schemes.preview', draft)).moved).toBe(1)
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: draft.rule }))
  expect(await book.classes()).toEqual([B])
  await book.undo()
  expect(contentOf(book.path)).toEqual(before)
})

const anyEdit = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), amount: fc.constantFrom(null, 50, 100, 150, 250) }),
  fc.record({ kind: fc.constant('change' as const), row: fc.nat(9), amount: fc.constantFrom(null, 50, 100, 150, 250) }),
  fc.record({ kind: fc.constant('day' as const), days: fc.constantFrom(1, 1, 1, 6, 31, 95) }),
  fc.record({ kind: fc.constant('run' as const) }),
)

/** The period a day lies in, told otherwise than the engine does. */
const periodOf = (run: ClassRun, day: string): string => {
  const [year, month] = day.split('-').map(Number)
  if (run === 'month') return `${year} ${month}`
  if (run === 'quarter') return `${year} ${[0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][month ?? 0]}`
  return run === 'week' ? mondayOf(day) : day
}

type Row = { amount: number | null; shown: number | null; against: number; counted: string }

/** One look at a row by its scheme, as the definition says it in words. */
function look(row: Row, after: number, period: string): void {
  const says = ruled(row.amount)
  if (says !== null && row.shown !== null && says > row.shown) {
    if (row.counted !== period) row.against += 1
    row.counted = period
    if (row.against < after) return
  }
  Object.assign(row, { shown: says, against: 0, counted: '' })
}

test('after any edits, days and runs every class is that of a simulation row by row', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...classRuns),
      fc.integer({ min: 1, max: 3 }),
      fc.array(anyEdit, { minLength: 3, maxLength: 14 }),
      async (run, after, edits) => {
        const book = await grades(run, after)
        const rows: (Row & { id: number })[] = []
        let last = periodOf(run, start)
        for (const edit of edits) {
          const period = periodOf(run, book.state.today)
          const lookAt = (row: Row) => {
            // Between runs only a row without a class gets one.
            if (run === 'realTime' || row.shown === null) look(row, after, period)
          }
          if (edit.kind === 'add') {
            const row = { id: await book.insert(edit.amount), amount: edit.amount, shown: null, against: 0, counted: '' }
            lookAt(row)
            rows.push(row)
          } else if (edit.kind === 'change') {
            const row = rows[edit.row % Math.max(1, rows.length)]
            if (row === undefined) continue
            await book.update(row.id, edit.amount)
            row.amount = edit.amount
            lookAt(row)
          } else if (edit.kind === 'run') {
            valueOf(await book.engine.run('schemes.run', { schemeId: book.scheme.id }))
            for (const row of rows) look(row, after, period)
          } else {
            await book.turn(edit.days)
            const next = periodOf(run, book.state.today)
            if (run === 'realTime' || next !== last) for (const row of rows) look(row, after, next)
            last = next
          }
          expect(await book.classes()).toEqual(rows.map(({ shown }) => shown))
        }
        await book.engine.close()
      },
    ),
    { numRuns: 25 },
  )
}, 240_000)
