import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KeepRule } from '#shared/contract/duplicates.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { anyWrite, perform } from '../support/randomWrites.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function companies() {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const run = engine.run
  const phone = valueOf(await run('columns.create', { tableId: book.customers.id, name: '电话', type: 'phone', settings: {} }))
  const add = async (name: CellValue, number: CellValue = null, status: CellValue = null): Promise<number> => {
    const cells = [
      { columnId: book.name.id, value: name },
      { columnId: phone.id, value: number },
      { columnId: book.status.id, value: status },
    ]
    return valueOf(await run('rows.insert', { tableId: book.customers.id, rows: [{ cells }] })).ids[0] ?? 0
  }
  const follow = async (customer: number, content: string): Promise<number> =>
    valueOf(
      await run('rows.insert', {
        tableId: book.followUps.id,
        rows: [{ cells: [{ columnId: book.content.id, value: content }], links: [{ columnId: book.link.column.id, rowIds: [customer] }] }],
      }),
    ).ids[0] ?? 0
  const row = async (id: number) => valueOf(await run('rows.get', { tableId: book.customers.id, rowId: id }))
  const ids = async () =>
    valueOf(await run('rows.page', { tableId: book.customers.id, query: emptyRowQuery, columnIds: [], offset: 0, limit: 1000 })).items.flatMap(
      (item) => (item.kind === 'row' ? [item.id] : []),
    )
  return { engine, path, run, book, phone, add, follow, row, ids, scope: { tableId: book.customers.id, columnIds: [book.name.id] } }
}

test('rows alike in the chosen columns stand together, the oldest first; empty cells are like none', async () => {
  const { run, phone, scope, add } = await companies()
  const a = await add('华东 精密', '138 0013 8000')
  await add('华南')
  const b = await add('华东精密', '+8613800138000')
  const c = await add('ＡＢＣ')
  const d = await add('abc ', '1')
  await add(null)
  await add(null)
  expect(valueOf(await run('rows.duplicates', scope))).toEqual({
    groups: [
      { rowIds: [a, b], count: 2, keepId: a, rows: [] },
      { rowIds: [c, d], count: 2, keepId: c, rows: [] },
    ],
    groupCount: 2,
    rowCount: 4,
  })
  const both = { ...scope, columnIds: [...scope.columnIds, phone.id] }
  expect(valueOf(await run('rows.duplicates', both)).groups).toEqual([{ rowIds: [a, b], count: 2, keepId: a, rows: [] }])
  expect(valueOf(await run('rows.duplicateMarks', { ...scope, rowIds: [a, c] })).rowIds).toEqual([a, c])
  expect(valueOf(await run('rows.duplicateMarks', { ...both, rowIds: [a, c, d] })).rowIds).toEqual([a])
  const [first] = valueOf(await run('rows.duplicates', { ...scope, cellColumnIds: [phone.id] })).groups
  expect(first?.rows).toEqual([
    { id: a, cells: ['138 0013 8000'] },
    { id: b, cells: ['+8613800138000'] },
  ])
  expect(valueOf(await run('rows.duplicates', { ...scope, limit: 1, offset: 1 })).groups).toEqual([{ rowIds: [c, d], count: 2, keepId: c, rows: [] }])
})

test('the row that stays takes over follow-ups and fills what it lacks; one undo brings all back', async () => {
  const { run, path, scope, phone, book, add, follow, row, ids } = await companies()
  const kept = await add('华东')
  const first = await add('华东', '1', 2)
  const second = await add('华东 ', '2')
  await follow(kept, '一')
  const moved = [await follow(first, '二'), await follow(second, '三')]
  const before = contentOf(path)
  expect(valueOf(await run('rows.mergeDuplicates', { ...scope, keep: 'oldest' }))).toEqual({ groups: 1, removed: 2 })
  expect(await ids()).toEqual([kept])
  const { cells, links } = await row(kept)
  expect([cells[phone.id], cells[book.status.id], cells[book.count.id]]).toEqual(['1', 2, 3])
  expect(links[book.link.inverse.id]?.map((ref) => ref.id)).toEqual(expect.arrayContaining(moved))
  const after = contentOf(path)
  valueOf(await run('base.recompute', {}))
  expect(contentOf(path)).toEqual(after)
  valueOf(await run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
  valueOf(await run('history.redo', {}))
  expect(contentOf(path)).toEqual(after)
})

test('which row stays follows the rule, or the hand', async () => {
  const { run, scope, add, follow, ids } = await companies()
  const plain = await add('甲')
  const full = await add('甲', '1', 1)
  const linked = await add('甲', '2')
  await follow(linked, '一')
  const keeping = async (keep: KeepRule, groups: number[][] | null = null, keepIds: number[] = []) => {
    const told = valueOf(await run('rows.duplicates', { ...scope, keep })).groups.map(({ keepId }) => keepId)
    valueOf(await run('rows.mergeDuplicates', { ...scope, keep, groups, keepIds }))
    const left = await ids()
    valueOf(await run('history.undo', {}))
    // What is told beforehand is what happens.
    if (groups === null && keepIds.length === 0) expect(left).toEqual(told)
    return left
  }
  expect(await keeping('oldest')).toEqual([plain])
  expect(await keeping('newest')).toEqual([linked])
  expect(await keeping('mostFilled')).toEqual([full])
  expect(await keeping('mostLinked')).toEqual([linked])
  expect(await keeping('oldest', [[plain, full, linked]], [full])).toEqual([full])
  expect(await keeping('oldest', [[plain, full]])).toEqual([plain, linked])

  const first = await add('乙')
  const second = await add('乙')
  expect(await keeping('oldest')).toEqual([plain, first])
  // All groups at once, one of them by hand; a row chosen in a group that is none any more does no harm.
  expect(await keeping('oldest', null, [second, 999])).toEqual([plain, second])
  expect((await run('rows.mergeDuplicates', { ...scope, keep: 'oldest', keepIds: [first, second] })).ok).toBe(false)
  expect(await ids()).toEqual([plain, full, linked, first, second])
})

test('the row that stays is among those shown, however late it comes', async () => {
  const { run, phone, scope, add } = await companies()
  for (let made = 0; made < 30; made += 1) await add('甲')
  const full = await add('甲', '1', 1)
  const [group] = valueOf(await run('rows.duplicates', { ...scope, keep: 'mostFilled', cellColumnIds: [phone.id] })).groups
  expect([group?.keepId, group?.count, group?.rows.length]).toEqual([full, 31, 21])
  expect(group?.rows.at(-1)).toEqual({ id: full, cells: ['1'] })
})

test('a group with a row that is gone, or a row in two groups, is refused whole', async () => {
  const { run, path, scope, add } = await companies()
  const a = await add('甲')
  const b = await add('甲')
  const before = contentOf(path)
  const merge = (groups: number[][]) => run('rows.mergeDuplicates', { ...scope, keep: 'oldest', groups })
  for (const groups of [
    [[a, 999]],
    [
      [a, b],
      [b, a],
    ],
  ])
    expect((await merge(groups)).ok).toBe(false)
  expect(contentOf(path)).toEqual(before)
})

test('links of a table to itself stay within the rows that are left', async () => {
  const { engine, run, scope, add, path, book } = await companies()
  const parent = valueOf(
    await run('columns.createLink', {
      tableId: book.customers.id,
      name: '上级',
      multiple: false,
      otherTableId: book.customers.id,
      otherName: '下级',
      otherMultiple: true,
    }),
  )
  const a = await add('甲')
  const b = await add('甲')
  const c = await add('丙')
  valueOf(await run('rows.setLinks', { linkColumnId: parent.column.id, rowId: b, rowIds: [a] }))
  valueOf(await run('rows.setLinks', { linkColumnId: parent.column.id, rowId: c, rowIds: [b] }))
  const before = contentOf(path)
  valueOf(await run('rows.mergeDuplicates', { ...scope, keep: 'oldest' }))
  const links = async (id: number) => valueOf(await engine.run('rows.get', { tableId: book.customers.id, rowId: id })).links[parent.column.id]
  expect((await links(c))?.map((ref) => ref.id)).toEqual([a])
  expect(await links(a)).toEqual([])
  valueOf(await run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('whatever the book holds, merging and undoing leaves it as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyWrite, { minLength: 5, maxLength: 20 }),
      fc.constantFrom('oldest' as const, 'newest' as const, 'mostFilled' as const, 'mostLinked' as const),
      fc.constantFrom('customers' as const, 'followUps' as const),
      async (writes, keep, which) => {
        const { engine, path } = temporaryBase()
        const book = await makeBook(engine)
        for (const write of writes.filter((each) => each.kind !== 'deleteColumn')) await perform(engine, book, write)
        const columnId = which === 'customers' ? book.name.id : book.content.id
        const scope = { tableId: book[which].id, columnIds: [columnId] }
        const { rowCount, groupCount } = valueOf(await engine.run('rows.duplicates', scope))
        const before = contentOf(path)
        expect(valueOf(await engine.run('rows.mergeDuplicates', { ...scope, keep })).removed).toBe(rowCount - groupCount)
        expect(valueOf(await engine.run('rows.duplicates', scope)).groupCount).toBe(0)
        const after = contentOf(path)
        valueOf(await engine.run('base.recompute', {}))
        expect(contentOf(path)).toEqual(after)
        if (groupCount > 0) valueOf(await engine.run('history.undo', {}))
        expect(contentOf(path)).toEqual(before)
        await engine.close()
      },
    ),
    { numRuns: 40 },
  )
})
