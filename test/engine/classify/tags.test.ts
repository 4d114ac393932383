import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Filter } from '#shared/model/filter.ts'
import { readIds } from '#shared/model/idList.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-26'
const [big, silent, fresh, none] = [1, 2, 3, 4]
const options = [big, silent, fresh, none].map((id) => ({ id, name: `标签${id}`, color: 'blue' }))

/** Customers with an amount and the day of their last order; tags: big by either of two lines, silent by the day, fresh by both. */
async function tagsBook({ fallback = null, scope = null }: { fallback?: number | null; scope?: number | null } = {}) {
  const state = { today, time: '10:00:00' }
  const { engine, path } = temporaryBase({ clock: { today: () => state.today, now: () => `${state.today}T${state.time}` } })
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '客户' }))
  const column = async (name: string, type: 'number' | 'date' | 'checkbox') =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings: {} })).id
  const [amount, last, vip] = [await column('金额', 'number'), await column('末单', 'date'), await column('贵宾', 'checkbox')]
  const atLeast = (value: number): Filter => ({ kind: 'condition', columnId: amount, operator: 'greaterOrEqual', value })
  const rule: Rule = {
    kind: 'tags',
    rows: [
      { when: { kind: 'condition', columnId: last, operator: 'before', value: { kind: 'daysAgo', days: 180 } }, optionId: silent },
      { when: atLeast(1000), optionId: big },
      { when: { kind: 'condition', columnId: vip, operator: 'isChecked' }, optionId: big },
      {
        when: {
          kind: 'and',
          items: [atLeast(1), { kind: 'condition', columnId: last, operator: 'onOrAfter', value: { kind: 'daysAgo', days: 30 } }],
        },
        optionId: fresh,
      },
    ],
  }
  const scheme = valueOf(
    await engine.run('schemes.create', {
      tableId,
      code: 'tags',
      name: '标签',
      targetColumnId: null,
      newOptions: options,
      scope: scope === null ? null : atLeast(scope),
      rule,
      fallbackOptionId: fallback,
    }),
  )
  type Facts = { amount?: number | null; ago?: number | null; vip?: boolean }
  const cellsOf = (facts: Facts) => [
    ...('amount' in facts ? [{ columnId: amount, value: facts.amount ?? null }] : []),
    ...('ago' in facts ? [{ columnId: last, value: facts.ago == null ? null : addDays(today, -facts.ago) }] : []),
    ...('vip' in facts ? [{ columnId: vip, value: facts.vip ? 1 : null }] : []),
  ]
  const insert = async (rows: readonly Facts[]) =>
    valueOf(await engine.run('rows.insert', { tableId, rows: rows.map((facts) => ({ cells: cellsOf(facts), links: [] })) })).ids
  const update = async (ids: readonly number[], facts: Facts) =>
    valueOf(await engine.run('rows.update', { tableId, rows: ids.map((id) => ({ id, cells: cellsOf(facts) })) }))
  const rows = async (...columnIds: number[]) => {
    const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds, offset: 0, limit: 1000 }))
    return page.items.flatMap((item) => (item.kind === 'row' ? [{ id: item.id, cells: item.cells }] : []))
  }
  const tags = async (): Promise<CellValue[]> => (await rows(scheme.targetColumnId)).map(({ cells }) => cells[0] ?? null)
  const moves = async () =>
    valueOf(await engine.run('classes.moves', { schemeId: scheme.id, limit: 500 })).map((move) => [
      move.rowId,
      move.fromOptionId,
      move.toOptionId,
      move.cause,
    ])
  const explained = async (rowId: number) => valueOf(await engine.run('classes.explain', { tableId, rowId, schemeId: scheme.id }))[0]
  return { engine, path, state, tableId, scheme, rule, columns: { amount, last, vip }, insert, update, rows, tags, moves, explained }
}

test('every line that holds adds its tag, each once, in the order of the lines; without any the cell is empty', async () => {
  const book = await tagsBook()
  await book.insert([
    { amount: 5000, ago: 200, vip: true },
    { amount: 5000, ago: 3 },
    { amount: 5, ago: 3, vip: true },
    { amount: 5, ago: 90 },
    { amount: null, ago: null },
  ])
  expect(await book.tags()).toEqual(['[2,1]', '[1,3]', '[1,3]', null, null])
  expect(valueOf(await book.engine.run('classes.counts', { schemeId: book.scheme.id }))).toEqual([
    { optionId: big, count: 3, inScope: 3 },
    { optionId: silent, count: 1, inScope: 1 },
    { optionId: fresh, count: 2, inScope: 2 },
    { optionId: none, count: 0, inScope: 0 },
    { optionId: null, count: 2, inScope: 2 },
  ])
})

test('rows that no line takes have the tag of the rest, rows out of scope none', async () => {
  const book = await tagsBook({ fallback: none, scope: 10 })
  await book.insert([{ amount: 5000 }, { amount: 50 }, { amount: 5, vip: true }])
  expect(await book.tags()).toEqual(['[1]', '[4]', null])
})

test('tags go into a multiple select, and classes into a single one', async () => {
  const book = await tagsBook()
  const target = async (type: 'singleSelect' | 'multipleSelect') =>
    valueOf(await book.engine.run('columns.create', { tableId: book.tableId, name: type, type, settings: { options } })).id
  const [one, many] = [await target('singleSelect'), await target('multipleSelect')]
  const create = async (targetColumnId: number, rule: Rule) => {
    const made = await book.engine.run('schemes.create', {
      tableId: book.tableId,
      code: 'x',
      name: 'x',
      targetColumnId,
      scope: null,
      rule,
      fallbackOptionId: null,
    })
    return made.ok ? 'made' : made.failure.code
  }
  const table: Rule = { kind: 'decisionTable', rows: [] }
  expect(await create(one, book.rule)).toBe('scheme.takesMany')
  expect(await create(many, table)).toBe('scheme.takesOne')
  expect(await create(many, book.rule)).toBe('made')
  expect(await create(one, table)).toBe('made')
})

test('tags come and go with their facts and with the days, and the log tells each; the first of a new row are untold', async () => {
  const book = await tagsBook()
  const [id = 0] = await book.insert([{ amount: 2000, ago: 20 }])
  expect([await book.tags(), await book.moves()]).toEqual([['[1,3]'], []])
  await book.update([id], { amount: 500 })
  expect(await book.tags()).toEqual(['[3]'])
  book.state.today = addDays(today, 170)
  valueOf(await book.engine.run('base.turnDay', {}))
  expect(await book.tags()).toEqual(['[2]'])
  await book.update([id], { vip: true })
  expect(await book.moves()).toEqual([
    [id, null, big, 'edit'],
    [id, fresh, null, 'day'],
    [id, null, silent, 'day'],
    [id, big, null, 'edit'],
  ])
  const explanation = await book.explained(id)
  expect(explanation?.optionIds).toEqual([silent, big])
  expect(explanation?.reason).toMatchObject({
    kind: 'tags',
    tags: [
      { optionId: silent, lines: [0] },
      { optionId: big, lines: [2] },
    ],
  })
  // A row that comes back from the trash has its tags as before: nobody gained them.
  valueOf(await book.engine.run('rows.delete', { tableId: book.tableId, rowIds: [id] }))
  valueOf(await book.engine.run('history.undo', {}))
  expect(await book.tags()).toEqual(['[2,1]'])
  expect(await book.moves()).toHaveLength(4)
})

test('a change of many rows tells what each gained and lost, a row without tags among them; an import of many tells nothing', async () => {
  const book = await tagsBook()
  const ids = await book.insert(Array.from({ length: 1500 }, (_, index) => ({ amount: index % 3 === 0 ? 2000 : 5, ago: index % 2 === 0 ? 3 : 90 })))
  expect(await book.moves()).toEqual([])
  book.state.time = '10:00:05'
  await book.update(ids, { amount: 3000 })
  const groups = valueOf(await book.engine.run('classes.moveGroups', { schemeId: book.scheme.id }))
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ count: 1000, flows: [{ fromOptionId: null, toOptionId: big, count: 1000 }] })
  valueOf(await book.engine.run('history.undo', {}))
  const [taken] = valueOf(await book.engine.run('classes.moveGroups', { schemeId: book.scheme.id }))
  expect(taken).toMatchObject({ count: 1000, flows: [{ fromOptionId: big, toOptionId: null, count: 1000 }] })
})

test('a preview counts each tag, and how many rows would gain and lose it', async () => {
  const book = await tagsBook()
  await book.insert([{ amount: 5000, ago: 3 }, { amount: 800, ago: 3 }, { amount: 800, ago: 200 }, {}])
  const rows = book.rule.kind === 'tags' ? book.rule.rows : []
  const [first, , vip, last] = rows
  const changed: Rule = { kind: 'tags', rows: [first, vip, last].flatMap((row) => row ?? []) }
  const atLeast700: Filter = { kind: 'condition', columnId: book.columns.amount, operator: 'between', value: { from: 700, to: 900 } }
  const draft = {
    tableId: book.tableId,
    targetColumnId: book.scheme.targetColumnId,
    scope: null,
    rule: { ...changed, rows: [...changed.rows, { when: atLeast700, optionId: none }] },
    fallbackOptionId: null,
  }
  const preview = valueOf(await book.engine.run('schemes.preview', draft))
  for (const { fromOptionId, toOptionId, count } of preview.moves) {
    expect(valueOf(await book.engine.run('schemes.previewRows', { ...draft, fromOptionId, toOptionId }))).toHaveLength(count)
  }
  expect({ ...preview, counts: new Map(preview.counts.map(({ optionId, count }) => [optionId, count])) }).toMatchObject({
    rows: 4,
    counts: new Map([
      [fresh, 2],
      [silent, 1],
      [none, 2],
      [null, 1],
    ]),
    moves: [
      { fromOptionId: null, toOptionId: none, count: 2 },
      { fromOptionId: big, toOptionId: null, count: 1 },
    ],
    moved: 3,
  })
})

test('a person fixes the tags of a row, all of them; undone, done again and given back it is exactly as it was', async () => {
  const book = await tagsBook()
  const [id = 0] = await book.insert([{ amount: 5000, ago: 3 }])
  const before = contentOf(book.path)
  const lock = (optionIds: number[], more: { optionId?: number | null; reason?: string } = {}) =>
    book.engine.run('classes.lock', { schemeId: book.scheme.id, rowIds: [id], optionId: null, optionIds, reason: '老客户', until: null, ...more })
  valueOf(await lock([none, big, big]))
  expect(await book.tags()).toEqual(['[1,4]'])
  await book.update([id], { amount: 1 })
  expect(await book.tags()).toEqual(['[1,4]'])
  expect((await book.explained(id))?.lock).toMatchObject({ optionId: null, optionIds: [big, none], ruledOptionIds: [fresh] })
  expect(await book.moves()).toEqual([
    [id, null, none, 'person'],
    [id, fresh, null, 'person'],
  ])
  valueOf(await book.engine.run('history.undo', {}))
  const locked = contentOf(book.path)
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  valueOf(await book.engine.run('history.redo', {}))
  expect(contentOf(book.path)).toEqual(locked)
  valueOf(await lock([]))
  expect(await book.tags()).toEqual([null])
  expect(valueOf(await lock([]))).toEqual({ locked: 0 })
  valueOf(await book.engine.run('classes.unlock', { schemeId: book.scheme.id, rowIds: [id] }))
  expect(await book.tags()).toEqual(['[1,3]'])
  const code = async (answer: ReturnType<typeof lock>) => {
    const result = await answer
    return result.ok ? 'locked' : result.failure.code
  }
  expect(await code(lock([99]))).toBe('column.invalid')
  expect(await code(lock([big], { optionId: big }))).toBe('column.invalid')
  expect(await code(lock([big], { reason: '' }))).toBe('class.reasonMissing')
})

test('a tag that a line gives stays; one that none gives any more goes from cells and locks, and undo brings it back', async () => {
  const book = await tagsBook()
  const ids = await book.insert([{ amount: 5000 }, { amount: 5000, ago: 3 }])
  const target = { columnId: book.scheme.targetColumnId, settings: { options: options.filter(({ id }) => id !== big) } }
  const refused = await book.engine.run('columns.update', target)
  expect(refused.ok ? null : refused.failure.code).toBe('column.inUse')
  valueOf(
    await book.engine.run('classes.lock', {
      schemeId: book.scheme.id,
      rowIds: ids.slice(0, 1),
      optionId: null,
      optionIds: [big, none],
      reason: '老客户',
      until: null,
    }),
  )
  const before = contentOf(book.path)
  const rows = book.rule.kind === 'tags' ? book.rule.rows.filter(({ optionId }) => optionId !== big) : []
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule: { kind: 'tags', rows }, options: target.settings.options }))
  expect(await book.tags()).toEqual([null, '[3]'])
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})

test('while a column it reads is away the tags stand still; back again they are right', async () => {
  const book = await tagsBook()
  const [id = 0] = await book.insert([{ amount: 5000, ago: 3 }])
  valueOf(await book.engine.run('columns.delete', { columnId: book.columns.vip }))
  await book.update([id], { amount: 5 })
  expect(await book.tags()).toEqual(['[1,3]'])
  valueOf(await book.engine.run('history.undo', {}))
  valueOf(await book.engine.run('history.undo', {}))
  await book.update([id], { amount: 5 })
  expect(await book.tags()).toEqual(['[3]'])
})

test('rows, and a scheme, that come back go on from the tags the log has', async () => {
  const book = await tagsBook()
  const { engine, tableId, scheme } = book
  valueOf(await engine.run('base.turnDay', {}))
  const [id = 0] = await book.insert([{ amount: 2000, ago: 200 }])
  const update = async (rule: Rule) => valueOf(await engine.run('schemes.update', { schemeId: scheme.id, rule }))
  const undo = async () => valueOf(await engine.run('history.undo', {}))
  const redo = async () => valueOf(await engine.run('history.redo', {}))
  const bigOnly: Rule = { kind: 'tags', rows: scheme.rule.kind === 'tags' ? scheme.rule.rows.slice(1, 2) : [] }
  valueOf(await engine.run('rows.delete', { tableId, rowIds: [id] }))
  await update(bigOnly)
  const [entry] = valueOf(await engine.run('trash.list', {}))
  valueOf(await engine.run('trash.restore', { entryId: entry?.entryId ?? 0 }))
  const steps = async () => (await book.moves()).map(([, from, to]) => [from, to]).toReversed()
  expect(await steps()).toEqual([[silent, null]])
  for (let step = 0; step < 3; step += 1) await undo()
  for (let step = 0; step < 3; step += 1) await redo()
  expect(await steps()).toEqual([
    [silent, null],
    [null, silent],
    [silent, null],
  ])
  const day = scheme.rule.kind === 'tags' && scheme.rule.rows[0]?.when.kind === 'condition' ? scheme.rule.rows[0].when.columnId : 0
  for (let step = 0; step < 3; step += 1) await undo()
  const before = await steps()
  valueOf(await engine.run('columns.delete', { columnId: day }))
  await update(bigOnly)
  await undo()
  await undo()
  expect(await steps()).toEqual([...before, [silent, null], [null, silent]])
  await engine.close()
})

test('a column that stops holding several options stops the scheme', async () => {
  const book = await tagsBook()
  await book.insert([{ amount: 5000 }])
  valueOf(await book.engine.run('columns.convert', { columnId: book.scheme.targetColumnId, to: { type: 'singleSelect', settings: {} } }))
  const scheme = valueOf(await book.engine.run('base.describe', {})).schemes.find(({ id }) => id === book.scheme.id)
  expect(scheme?.enabled).toBe(false)
})

test('nothing goes from tag to tag: there is no migration, and runs by periods are those of classes', async () => {
  const book = await tagsBook()
  const migration = await book.engine.run('classes.migration', { schemeId: book.scheme.id, from: '2026-01-01', to: today })
  expect(migration.ok ? null : migration.failure.code).toBe('scheme.noMigration')
  valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, run: 'month', downgradeAfter: 3 }))
  const [id = 0] = await book.insert([{ amount: 5000 }])
  await book.update([id], { amount: 5 })
  expect(await book.tags()).toEqual([null])
})

const index = fc.nat({ max: 20 })
const facts = fc.record(
  {
    amount: fc.option(fc.constantFrom(0, 1, 999, 1000, 5000)),
    ago: fc.option(fc.constantFrom(-1, 0, 29, 30, 31, 179, 180, 181, 400)),
    vip: fc.boolean(),
  },
  { requiredKeys: [] },
)
const anyEdit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('update' as const), row: index, facts }) },
  fc.record({ kind: fc.constant('insert' as const), facts }),
  fc.record({ kind: fc.constant('remove' as const), row: index }),
  fc.record({ kind: fc.constant('lock' as const), row: index, tags: fc.subarray(options.map(({ id }) => id)) }),
  fc.record({ kind: fc.constant('unlock' as const), row: index }),
  fc.record({ kind: fc.constant('lines' as const), order: fc.shuffledSubarray([0, 1, 2, 3]) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 29, 151) }),
)
type Edit = typeof anyEdit extends fc.Arbitrary<infer Each> ? Each : never
type Book = Awaited<ReturnType<typeof tagsBook>>

async function perform(book: Book, edit: Edit): Promise<void> {
  const { engine, scheme } = book
  const all = 'row' in edit ? await book.rows() : []
  const id = 'row' in edit ? all[edit.row % Math.max(1, all.length)]?.id : undefined
  switch (edit.kind) {
    case 'insert':
      return void (await book.insert([edit.facts]))
    case 'update':
      return id === undefined ? undefined : void (await book.update([id], edit.facts))
    case 'remove':
      if (id !== undefined) valueOf(await engine.run('rows.delete', { tableId: book.tableId, rowIds: [id] }))
      return
    case 'lock': {
      const given = { schemeId: scheme.id, optionId: null, optionIds: edit.tags, reason: '人说的', until: null }
      if (id !== undefined) valueOf(await engine.run('classes.lock', { ...given, rowIds: [id] }))
      return
    }
    case 'unlock':
      if (id !== undefined) valueOf(await engine.run('classes.unlock', { schemeId: scheme.id, rowIds: [id] }))
      return
    case 'lines': {
      const rows = book.rule.kind === 'tags' ? book.rule.rows : []
      const rule = { kind: 'tags' as const, rows: edit.order.flatMap((place) => rows[place] ?? []) }
      return void valueOf(await engine.run('schemes.update', { schemeId: scheme.id, rule }))
    }
    case 'undo':
      // The scheme itself stays.
      if (valueOf(await engine.run('history.state', {})).undo !== 'schemes.create') await engine.run('history.undo', {})
      return
    case 'redo':
      return void (await engine.run('history.redo', {}))
    case 'days':
      book.state.today = addDays(book.state.today, edit.days)
      valueOf(await engine.run('base.turnDay', {}))
  }
}

/** The tags by what the lines say in plain words; of a locked row those that were given. */
async function expectRight(book: Book): Promise<void> {
  const { schemes } = valueOf(await book.engine.run('base.describe', {}))
  const rule = schemes.find(({ id }) => id === book.scheme.id)?.rule
  const given = book.rule.kind === 'tags' ? book.rule.rows : []
  const lines = rule?.kind === 'tags' ? rule.rows.map((row) => given.findIndex((one) => JSON.stringify(one) === JSON.stringify(row))) : []
  const { amount, last, vip } = book.columns
  for (const row of await book.rows(amount, last, vip, book.scheme.targetColumnId)) {
    const [money, day, isVip, found = null] = row.cells
    const holds = [
      typeof day === 'string' && day < addDays(book.state.today, -180),
      typeof money === 'number' && money >= 1000,
      isVip === 1,
      typeof money === 'number' && money >= 1 && typeof day === 'string' && day >= addDays(book.state.today, -30),
    ]
    const held = new Set(lines.flatMap((line) => (holds[line] === true ? [given[line]?.optionId] : [])))
    // A tag stands where the first line that names it does, whichever of its lines holds.
    const tags = [...new Set(lines.flatMap((line) => given[line]?.optionId ?? []))].filter((tag) => held.has(tag))
    const lock = (await book.explained(row.id))?.lock ?? null
    expect({ id: row.id, tags: readIds(found) }).toEqual({ id: row.id, tags: lock?.optionIds ?? tags })
    // The log, read backwards, never tells of a tag that came twice without going.
    const told = valueOf(await book.engine.run('classes.movesOfRow', { tableId: book.tableId, rowId: row.id }))
    for (const tag of options.map(({ id }) => id)) {
      const [latest] = told.filter((move) => move.fromOptionId === tag || move.toOptionId === tag)
      if (latest !== undefined) expect({ tag, has: latest.toOptionId === tag }).toEqual({ tag, has: readIds(found).includes(tag) })
    }
  }
}

test('after any edits, undone orders and passing days, tags are what the lines say, and the log ends with what is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 14 }), async (edits) => {
      const book = await tagsBook()
      await book.insert([{ amount: 5000, ago: 3 }, { amount: 10, ago: 200, vip: true }, {}])
      for (const edit of edits) {
        await perform(book, edit)
        await expectRight(book)
      }
      expect(valueOf(await book.engine.run('schemes.run', { schemeId: null }))).toEqual({ moved: 0 })
      const incremental = contentOf(book.path)
      valueOf(await book.engine.run('base.recompute', {}))
      expect(contentOf(book.path)).toEqual(incremental)
      await book.engine.close()
    }),
    { numRuns: 40 },
  )
})
