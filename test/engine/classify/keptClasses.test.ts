import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEngine } from '#main/engine/index.ts'
import { mondayOf } from '#shared/lib/days.ts'
import { classRuns, type ClassRun } from '#shared/model/classRun.ts'
import { contentOf } from '../support/contentOf.ts'
import { A, B, C, gradeBook, ruled } from '../support/gradeBook.ts'
import { standstillNow } from '../support/standstillNow.ts'
import { valueOf } from '../support/valueOf.ts'

const start = '2026-11-24'
const grades = (run: ClassRun, downgradeAfter: number) => gradeBook({ start, run, downgradeAfter })

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

test('a row that comes back keeps its class, unless it missed a run or a change of the rule: then it is classed as a new one', async () => {
  const book = await grades('month', 1)
  const id = await book.insert(300)
  await book.update(id, 50)
  const before = contentOf(book.path)
  await book.remove([id])
  await book.undo()
  expect(contentOf(book.path)).toEqual(before)
  await book.remove([id])
  await book.restoreLast()
  expect(await book.classes()).toEqual([A])
  await book.remove([id])
  // December began, and with it a run that found no such row.
  await book.turn(8)
  await book.restoreLast()
  expect(await book.classes()).toEqual([C])
  await book.update(id, 300)
  await book.remove([id])
  const bands = [{ from: null, optionId: B }]
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands } }))
  await book.undo()
  await book.undo()
  expect(await book.classes()).toEqual([C])
  await book.remove([id])
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands } }))
  await book.restoreLast()
  expect(await book.classes()).toEqual([B])
  await book.engine.close()
})

test('a clock that is put back makes no run and counts no day; runs go on from there', async () => {
  const monthly = await grades('month', 1)
  const id = await monthly.insert(300)
  await monthly.turn(7)
  await monthly.update(id, 50)
  for (const days of [-1, -40]) await monthly.turn(days)
  expect(await monthly.classes()).toEqual([A])
  await monthly.turn(41)
  expect(await monthly.classes()).toEqual([C])
  await monthly.engine.close()
  const daily = await grades('realTime', 4)
  const waiting = await daily.insert(300)
  await daily.update(waiting, 50)
  for (const days of [1, -1, -1]) await daily.turn(days)
  expect((await daily.explained(waiting))?.waiting).toMatchObject({ against: 2 })
  await daily.engine.close()
})

test('a row that comes back goes on waiting to go down; the days in the trash do not count', async () => {
  const book = await grades('realTime', 3)
  const id = await book.insert(300)
  await book.update(id, 50)
  await book.turn(1)
  expect((await book.explained(id))?.waiting).toMatchObject({ against: 2 })
  await book.remove([id])
  for (const days of [1, 1, 5]) await book.turn(days)
  await book.undo()
  expect(await book.classes()).toEqual([C])
  await book.engine.close()
})

test('a class that is taken away while its scheme is in the trash is nobody’s lock, and nobody keeps it, when the scheme comes back', async () => {
  const book = await grades('month', 1)
  const [locked = 0, kept = 0] = await book.insertAll([50, 150])
  valueOf(await book.engine.run('classes.lock', { schemeId: book.scheme.id, rowIds: [locked], optionId: B, reason: '谈判中', until: null }))
  const bands = book.rule.bands.filter(({ optionId }) => optionId !== B)
  await book.update(kept, 150)
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands } }))
  await book.undo()
  valueOf(await book.engine.run('schemes.delete', { schemeId: book.scheme.id }))
  const settings = { options: book.options.filter(({ id }) => id !== B) }
  const before = contentOf(book.path)
  valueOf(await book.engine.run('columns.update', { columnId: book.target, settings }))
  await book.undo()
  expect(contentOf(book.path)).toEqual(before)
  await book.redo()
  // Its rule still gives the class that is gone, so it stands still until it is told another.
  await book.restoreLast()
  const [cell] = await book.classes()
  expect(cell).toBeNull()
  expect(await standstillNow(book.engine, book.scheme.id)).toEqual({ kind: 'classesGone' })
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { ...book.rule, bands } }))
  expect(await book.classes()).toEqual([C, C])
  await book.engine.close()
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
})
