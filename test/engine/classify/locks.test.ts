import { expect, test } from 'vitest'
import { openEngine } from '#main/engine/index.ts'
import { addDays } from '#shared/lib/days.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-24'

/** A book with one customer who is normal, by a potential of 100, and the scheme of importance. */
async function smallBook() {
  const book = await customerBook({ today })
  valueOf(await book.engine.run('base.turnDay', {}))
  const id = await book.insert('customer', { 'customer.name': '华东精密', 'customer.annualPotential': 100 })
  const schemeId = book.scheme('importance').id
  const important = book.option('customer.importance', 'important')
  const lock = (input: { rowIds?: number[]; optionId?: number | null; reason?: string; until?: string | null } = {}) =>
    book.engine.run('classes.lock', { schemeId, rowIds: [id], optionId: important, reason: '老板的朋友', until: null, ...input })
  const unlock = () => book.engine.run('classes.unlock', { schemeId, rowIds: [id] })
  const explained = async () =>
    valueOf(await book.engine.run('classes.explain', { tableId: book.table('customer'), rowId: id })).find((each) => each.schemeId === schemeId)
  return { book, id, schemeId, important, lock, unlock, explained, importance: () => classOf(book, id) }
}

async function classOf(book: CustomerBook, id: number): Promise<string | null> {
  const rows = await book.rows('customer', ['customer.importance'])
  return book.codeOf('customer.importance', rows.find((row) => row.id === id)?.cell('customer.importance') ?? null)
}

test('a locked row keeps its class whatever the rule says, and is given back to the rule', async () => {
  const { book, id, lock, unlock, importance } = await smallBook()
  expect(await importance()).toBe('normal')
  expect(valueOf(await lock())).toEqual({ locked: 1 })
  expect(await importance()).toBe('important')
  await book.update('customer.annualPotential', id, 200)
  valueOf(await book.engine.run('schemes.run', { schemeId: null }))
  valueOf(await book.engine.run('base.recompute', {}))
  expect(await importance()).toBe('important')
  expect(valueOf(await lock())).toEqual({ locked: 0 })
  expect(valueOf(await unlock())).toEqual({ unlocked: 1 })
  expect(await importance()).toBe('normal')
  expect(valueOf(await unlock())).toEqual({ unlocked: 0 })
})

test('a lock with a last day is over when the next day begins', async () => {
  const { book, lock, importance, explained } = await smallBook()
  valueOf(await lock({ until: addDays(today, 1) }))
  book.state.today = addDays(today, 1)
  valueOf(await book.engine.run('base.turnDay', {}))
  expect([await importance(), (await explained())?.lock?.until]).toEqual(['important', addDays(today, 1)])
  book.state.today = addDays(today, 2)
  valueOf(await book.engine.run('base.turnDay', {}))
  expect([await importance(), (await explained())?.lock]).toEqual(['normal', null])
})

test('a day names the locks that ran out since the last one, and a clock that is put back those in force again', async () => {
  const { book, lock, importance } = await smallBook()
  const others = [await book.insert('customer', { 'customer.name': '乙' }), await book.insert('customer', { 'customer.name': '丙' })]
  const columnId = book.column('customer.importance').id
  const named: number[][] = []
  book.engine.onChanged(({ tables }) => {
    named.push(tables.flatMap((table) => (table.columnIds.includes(columnId) ? (table.rowIds ?? []) : [])))
  })
  // The lock in the class of the rule shows too when it is over.
  valueOf(await lock({ until: addDays(today, 1) }))
  valueOf(await lock({ rowIds: others, optionId: book.option('customer.importance', 'normal'), until: addDays(today, 3) }))
  const turnTo = async (day: string) => {
    named.length = 0
    book.state.today = day
    valueOf(await book.engine.run('base.turnDay', {}))
    return [...new Set(named.flat())]
  }
  expect(await turnTo(addDays(today, 1))).toEqual([])
  expect((await turnTo(addDays(today, 2))).length).toBe(1)
  expect(await turnTo(addDays(today, 3))).toEqual([])
  expect(await turnTo(addDays(today, 9))).toEqual(others)
  expect(await turnTo(addDays(today, 10))).toEqual([])
  expect(await importance()).toBe('normal')
  expect((await turnTo(today)).length).toBe(3)
  expect(await importance()).toBe('important')
})

test('locking and unlocking are undone and done again; a row comes back from the trash with its lock', async () => {
  const { book, id, lock, unlock, importance } = await smallBook()
  const before = contentOf(book.path)
  valueOf(await lock({ optionId: null }))
  expect(await importance()).toBeNull()
  const locked = contentOf(book.path)
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  valueOf(await book.engine.run('history.redo', {}))
  expect(contentOf(book.path)).toEqual(locked)
  valueOf(await unlock())
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(locked)
  valueOf(await book.engine.run('rows.delete', { tableId: book.table('customer'), rowIds: [id] }))
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(locked)
  valueOf(await book.engine.run('rows.delete', { tableId: book.table('customer'), rowIds: [id] }))
  const [entry] = valueOf(await book.engine.run('trash.list', {}))
  valueOf(await book.engine.run('trash.restore', { entryId: entry?.entryId ?? 0 }))
  expect(await importance()).toBeNull()
  valueOf(await book.engine.run('rows.delete', { tableId: book.table('customer'), rowIds: [id] }))
  valueOf(await book.engine.run('trash.empty', {}))
  expect(contentOf(book.path)['locks']).toEqual([])
})

test('of merged rows the one that stays keeps its own lock; taken back, each has what it had', async () => {
  const { book, id, lock, importance } = await smallBook()
  const other = await book.insert('customer', { 'customer.name': '华东精密' })
  valueOf(await lock({ reason: '留下的' }))
  valueOf(await lock({ rowIds: [other], optionId: null, reason: '并掉的' }))
  const before = contentOf(book.path)
  valueOf(
    await book.engine.run('rows.mergeDuplicates', {
      tableId: book.table('customer'),
      columnIds: [book.column('customer.name').id],
      keep: 'oldest',
      keepIds: [id],
      groups: [[id, other]],
      moveLinks: true,
      fillEmpty: true,
    }),
  )
  expect(await importance()).toBe('important')
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})

test('the explanation, the page and the moves say who locked what and why', async () => {
  const { book, id, schemeId, important, lock, unlock, explained } = await smallBook()
  const { id: memberId } = valueOf(await book.engine.run('members.create', { name: '李雷' }))
  valueOf(await book.engine.run('base.setActor', { memberId }))
  valueOf(await lock({ reason: '大客户谈判', until: '2026-12-31' }))
  const normal = book.option('customer.importance', 'normal')
  const explanation = await explained()
  expect(explanation).toMatchObject({ optionId: important, lock: { reason: '大客户谈判', until: '2026-12-31', by: memberId, ruledOptionId: normal } })
  expect(explanation?.reason.kind).toBe('percentile')
  const columnId = book.column('customer.importance').id
  const page = async () =>
    valueOf(
      await book.engine.run('rows.page', { tableId: book.table('customer'), query: emptyRowQuery, columnIds: [columnId], offset: 0, limit: 9 }),
    ).items.map((item) => (item.kind === 'row' ? item.locked : null))
  expect(await page()).toEqual([[columnId]])
  expect(valueOf(await book.engine.run('rows.get', { tableId: book.table('customer'), rowId: id })).locked).toEqual([columnId])
  valueOf(await unlock())
  await book.update('customer.annualPotential', id, 50_000)
  expect(await page()).toEqual([undefined])
  const moves = valueOf(await book.engine.run('classes.moves', { schemeId }))
  expect(moves.map(({ cause, actorId, lock: said, fromOptionId, toOptionId }) => ({ cause, actorId, said, fromOptionId, toOptionId }))).toEqual([
    { cause: 'edit', actorId: memberId, said: null, fromOptionId: normal, toOptionId: important },
    { cause: 'person', actorId: memberId, said: null, fromOptionId: important, toOptionId: normal },
    { cause: 'person', actorId: memberId, said: { reason: '大客户谈判', until: '2026-12-31' }, fromOptionId: normal, toOptionId: important },
  ])
  expect(moves[0]?.values).toContainEqual({ columnId: book.column('customer.annualPotential').id, value: 50_000 })
  const ofRow = valueOf(await book.engine.run('classes.movesOfRow', { tableId: book.table('customer'), rowId: id }))
  expect(ofRow.filter((move) => move.schemeId === schemeId)).toEqual(moves)
})

test('a preview leaves locked rows where they are', async () => {
  const { book, schemeId, lock } = await smallBook()
  const scheme = book.scheme('importance')
  if (scheme.rule.kind !== 'percentile') throw new Error('not a percentile')
  const draft = { ...scheme, rule: { ...scheme.rule, percentile: null, minimum: 1 } }
  expect(valueOf(await book.engine.run('schemes.preview', draft)).moved).toBe(1)
  valueOf(await lock({ optionId: book.option('customer.importance', 'normal') }))
  expect(valueOf(await book.engine.run('schemes.preview', draft)).moved).toBe(0)
  valueOf(await book.engine.run('schemes.update', { schemeId, rule: draft.rule }))
  expect(valueOf(await book.engine.run('classes.counts', { schemeId })).map(({ count }) => count)).toEqual([0, 1])
})

test('what cannot be is refused with a sentence: no reason, a day that is over, a class of another column, a scheme that is off', async () => {
  const { book, schemeId, lock } = await smallBook()
  const codeOf = (answer: Awaited<ReturnType<typeof lock>>): string | null => (answer.ok ? null : answer.failure.code)
  expect(codeOf(await lock({ reason: '  ' }))).toBe('class.reasonMissing')
  expect(codeOf(await lock({ until: addDays(today, -1) }))).toBe('class.untilPast')
  expect(codeOf(await lock({ optionId: 999 }))).toBe('column.invalid')
  expect(codeOf(await lock({ rowIds: [999] }))).toBe('row.notFound')
  valueOf(await book.engine.run('schemes.update', { schemeId, enabled: false }))
  expect(codeOf(await lock())).toBe('scheme.stands')
})

test('many rows at once, and after the base was opened again', async () => {
  const { book, schemeId, important } = await smallBook()
  const rows = Array.from({ length: 1500 }, (_, index) => ({
    cells: [
      { columnId: book.column('customer.name').id, value: `客户${index}` },
      { columnId: book.column('customer.annualPotential').id, value: index % 2 },
    ],
  }))
  const { ids } = valueOf(await book.engine.run('rows.insert', { tableId: book.table('customer'), rows }))
  const before = contentOf(book.path)
  expect(valueOf(await book.engine.run('classes.lock', { schemeId, rowIds: [...ids], optionId: important, reason: '展会', until: null }))).toEqual({
    locked: 1500,
  })
  await book.engine.close()
  const again = openEngine(book.path, { clock: book.clock })
  const counts = valueOf(await again.run('classes.counts', { schemeId }))
  expect(counts.find(({ optionId }) => optionId === important)?.count).toBe(1500)
  expect(valueOf(await again.run('classes.moves', { schemeId, limit: 1 }))).toMatchObject([{ cause: 'person' }])
  valueOf(await again.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  await again.close()
})

test('rows that were locked in a class are given back to the rule when it is removed, until that is undone', async () => {
  const { book, schemeId, lock, importance } = await smallBook()
  const column = book.column('customer.importance')
  const options = book.options('customer.importance')
  const change = async (to: typeof options) => valueOf(await book.engine.run('columns.update', { columnId: column.id, settings: { options: to } }))
  const special = { id: 99, name: '特别', color: 'red' as const }
  await change([...options, special])
  valueOf(await lock({ optionId: special.id }))
  const before = contentOf(book.path)
  await change(options)
  expect(await importance()).toBe('normal')
  await change([...options, { ...special, name: '后来的' }])
  valueOf(await book.engine.run('schemes.run', { schemeId }))
  expect(await importance()).toBe('normal')
  valueOf(await book.engine.run('history.undo', {}))
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})
