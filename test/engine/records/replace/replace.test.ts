import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pattern } from '#shared/contract/replace.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { makeBook } from '../../support/book.ts'
import { contentOf } from '../../support/contentOf.ts'
import { temporaryBase } from '../../support/temporaryBase.ts'
import { valueOf } from '../../support/valueOf.ts'

const plain = { matchCase: false, wholeCell: false, regex: false }

async function followUpBook(rows: { content?: string; amount?: number; at?: string; result?: number }[]) {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.followUps.id
  const customer = valueOf(
    await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [{ columnId: book.name.id, value: '华东精密' }] }] }),
  )
  const { ids } = valueOf(
    await engine.run('rows.insert', {
      tableId,
      rows: rows.map((row) => ({
        cells: [
          { columnId: book.content.id, value: row.content ?? null },
          { columnId: book.amount.id, value: row.amount ?? null },
          { columnId: book.at.id, value: row.at ?? null },
          { columnId: book.result.id, value: row.result ?? null },
        ],
        links: [{ columnId: book.link.column.id, rowIds: customer.ids }],
      })),
    }),
  )
  const columnIds = [book.content, book.amount, book.at, book.result, book.link.column, book.statusThere].map(({ id }) => id)
  const scope = { tableId, query: emptyRowQuery, columnIds, between: null }
  const cells = async (columnId: number): Promise<CellValue[]> => {
    const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds: [columnId], offset: 0, limit: 100 }))
    return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells[0] ?? null] : []))
  }
  const preview = async (text: string, replacement: string, how: Partial<Pattern> = {}) =>
    valueOf(await engine.run('replace.preview', { ...scope, pattern: { ...plain, text, ...how }, replacement, only: null }))
  const replace = async (text: string, replacement: string, how: Partial<Pattern> = {}) =>
    valueOf(await engine.run('replace.run', { ...scope, pattern: { ...plain, text, ...how }, replacement, only: null }))
  return { engine, path, book, tableId, ids, scope, cells, preview, replace }
}

test('texts, numbers, days and options are replaced as a person reads them; links and computed cells stay and are counted', async () => {
  const { book, cells, preview, replace, engine, path } = await followUpBook([
    { content: '报价 A1', amount: 1284300, at: '2024-01-05T09:00', result: 1 },
    { content: '无', amount: 20, at: '2025-02-01T09:00', result: 2 },
  ])
  const before = contentOf(path)
  expect(await preview('华东', '华南')).toMatchObject({ count: 0, fixedCount: 2 })
  expect((await preview('1,284', '2,284')).changes).toMatchObject([
    { rowNumber: 1, columnId: book.amount.id, from: '￥1,284,300.00', to: '￥2,284,300.00' },
  ])
  expect(await replace('1,284', '2,284')).toEqual({ replaced: 1, refused: 0 })
  expect(await cells(book.amount.id)).toEqual([2284300, 20])
  expect(await replace('2024-01', '2024-03')).toEqual({ replaced: 1, refused: 0 })
  expect(await cells(book.at.id)).toEqual(['2024-03-05T09:00', '2025-02-01T09:00'])
  expect(await replace('有意向', '谈判中')).toEqual({ replaced: 1, refused: 0 })
  expect(await cells(book.result.id)).toEqual([2, 2])
  for (let undone = 0; undone < 3; undone += 1) valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('a result its column cannot hold is listed with its reason and left alone', async () => {
  const { book, cells, preview, replace } = await followUpBook([{ at: '2024-02-28T09:00', result: 1 }, { at: '2024-03-28T09:00' }])
  const made = await preview('28', '30')
  expect(made.refused).toMatchObject([
    { rowNumber: 1, columnId: book.at.id, from: '2024-02-28 09:00', to: '2024-02-30 09:00', reason: 'invalidDate' },
  ])
  expect(await replace('28', '30')).toEqual({ replaced: 1, refused: 1 })
  expect(await cells(book.at.id)).toEqual(['2024-02-28T09:00', '2024-03-30T09:00'])
  expect((await preview('有意向', '没有的选项')).refused).toMatchObject([{ reason: 'unknownOption' }])
})

test.each<[string, Partial<Pattern>, string, string, (string | null)[]]>([
  ['abc', {}, 'x', 'the case does not count', ['x-x', 'xd', 'a.c']],
  ['abc', { matchCase: true }, 'x', 'unless it is asked for', ['ABC-x', 'xd', 'a.c']],
  ['abcd', { wholeCell: true }, 'x', 'the whole cell', ['ABC-abc', 'x', 'a.c']],
  ['a.c', {}, '$&', 'signs stand for themselves, in the replacement too', ['ABC-abc', 'abcd', '$&']],
  ['(a)(b)c', { regex: true }, '$2$1', 'groups are named in the replacement', ['BA-ba', 'bad', 'a.c']],
  ['^a', { regex: true }, '', 'an expression knows where a cell begins', ['BC-abc', 'bcd', '.c']],
  ['.*', { regex: true, wholeCell: true }, '', 'what becomes empty is an empty cell', [null, null, null]],
])('%s %j → %s: %s', async (text, how, replacement, _why, expected) => {
  const { book, cells, replace } = await followUpBook([{ content: 'ABC-abc' }, { content: 'abcd' }, { content: 'a.c' }])
  await replace(text, replacement, how)
  expect(await cells(book.content.id)).toEqual(expected)
})

test('an expression that would never end elsewhere is answered; one that cannot be read says why', async () => {
  const { engine, scope } = await followUpBook([{ content: `${'a'.repeat(60)}!` }])
  const pattern = { ...plain, text: '(a+)+$', regex: true }
  const found = await engine.run('find.cells', { ...scope, pattern, at: null, after: null })
  expect(valueOf(found)).toEqual({ count: 0, found: null })
  const around = await engine.run('find.cells', { ...scope, pattern: { ...plain, text: '(?=a)', regex: true }, at: null, after: null })
  expect(around.ok ? 'done' : around.failure.code).toBe('find.unsupportedExpression')
  const wrong = await engine.run('find.cells', { ...scope, pattern: { ...plain, text: '(a', regex: true }, at: null, after: null })
  expect(wrong.ok ? 'done' : wrong.failure.code).toBe('find.badExpression')
})

test('finding counts the cells, goes on from a cell and around, and keeps to the rows and columns chosen', async () => {
  const { engine, book, ids, scope } = await followUpBook([{ content: '报价', result: 2 }, { content: '回访' }, { content: '报价二', result: 2 }])
  const find = async (more: object) =>
    valueOf(await engine.run('find.cells', { ...scope, pattern: { ...plain, text: '价' }, at: null, after: null, ...more }))
  expect(await find({})).toEqual({ count: 2, found: { at: 0, rowIndex: 0, rowId: ids[0], columnId: book.content.id } })
  expect(await find({ at: 1 })).toMatchObject({ found: { at: 1, rowId: ids[2] } })
  expect(await find({ at: 2 })).toMatchObject({ found: { at: 0 } })
  expect(await find({ after: { rowIndex: 0, columnId: book.result.id } })).toMatchObject({ found: { at: 1 } })
  expect(await find({ after: { rowIndex: 2, columnId: book.result.id } })).toMatchObject({ found: { at: 0 } })
  expect(await find({ between: { first: ids[2], last: ids[1] } })).toMatchObject({ count: 1, found: { rowIndex: 2 } })
  expect(await find({ columnIds: [book.result.id] })).toEqual({ count: 0, found: null })
  valueOf(
    await engine.run('rows.update', { tableId: scope.tableId, rows: [{ id: ids[1] ?? 0, cells: [{ columnId: book.content.id, value: '问价' }] }] }),
  )
  expect(await find({})).toMatchObject({ count: 3 })
})

test('one cell alone is replaced', async () => {
  const { engine, book, ids, scope, cells } = await followUpBook([{ content: '报价' }, { content: '报价' }])
  const only = { rowId: ids[1] ?? 0, columnId: book.content.id }
  expect(valueOf(await engine.run('replace.run', { ...scope, pattern: { ...plain, text: '价' }, replacement: '喜', only }))).toEqual({
    replaced: 1,
    refused: 0,
  })
  expect(await cells(book.content.id)).toEqual(['报价', '报喜'])
})

test('a cancelled replacement leaves the base as it was', async () => {
  const { engine, scope, path } = await followUpBook(Array.from({ length: 1200 }, () => ({ content: '报价' })))
  const before = contentOf(path)
  let asked = 0
  const answer = await engine.run(
    'replace.run',
    { ...scope, pattern: { ...plain, text: '价' }, replacement: '喜', only: null },
    { cancelled: () => (asked += 1) > 1 },
  )
  expect(answer.ok ? 'done' : answer.failure.code).toBe('cancelled')
  expect(contentOf(path)).toEqual(before)
})

test('the preview says exactly what happens, and undo is exact', async () => {
  const anyCell = fc.record({
    content: fc.string({ unit: fc.constantFrom(...'ab12 报价.'), maxLength: 6 }),
    amount: fc.integer({ min: -3000, max: 3000 }),
    at: fc.constantFrom('2024-01-05T09:00', '2024-02-29T10:12', '2025-11-20T16:00'),
    result: fc.constantFrom(1, 2),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCell, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('a', '1', '2', '0', '报', '.', '意向', '-'),
      fc.constantFrom('', '9', 'b', '谈判中', '1'),
      async (rows, text, replacement) => {
        const { engine, path, preview, replace, scope } = await followUpBook(rows)
        const before = contentOf(path)
        const read = async () => {
          const page = valueOf(
            await engine.run('replace.preview', { ...scope, pattern: { ...plain, text: '.+', regex: true }, replacement: '\u0001', only: null }),
          )
          return new Map([...page.changes, ...page.refused].map((cell) => [`${cell.rowId}/${cell.columnId}`, cell.from]))
        }
        const was = await read()
        const said = await preview(text, replacement)
        expect(await replace(text, replacement)).toEqual({ replaced: said.count, refused: said.refusedCount })
        const is = await read()
        const changed = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key))
        expect(changed.every((key) => said.changes.some((change) => `${change.rowId}/${change.columnId}` === key))).toBe(true)
        for (const change of said.changes) expect(was.get(`${change.rowId}/${change.columnId}`)).toBe(change.from)
        if (said.count > 0) valueOf(await engine.run('history.undo', {}))
        expect(contentOf(path)).toEqual(before)
        await engine.close()
      },
    ),
    { numRuns: 20 },
  )
})
