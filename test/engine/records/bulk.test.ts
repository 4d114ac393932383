import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BulkAction } from '#shared/model/bulk/bulkAction.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnType } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const options = ['甲', '乙', '丙'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))

async function list(type: ColumnType, values: CellValue[], settings: Record<string, unknown> = {}) {
  const { engine, path } = temporaryBase()
  const run = engine.run
  const tableId = valueOf(await run('tables.create', { name: '表' })).id
  const title = valueOf(await run('columns.create', { tableId, name: '名称', type: 'text', settings: {} }))
  const column = valueOf(await run('columns.create', { tableId, name: '列', type, settings }))
  const rows = values.map((value, at) => ({
    cells: [
      { columnId: title.id, value: `第${at}行` },
      { columnId: column.id, value },
    ],
  }))
  valueOf(await run('rows.insert', { tableId, rows }))
  const cells = async () =>
    valueOf(await run('rows.page', { tableId, query: emptyRowQuery, columnIds: [column.id], offset: 0, limit: 1000 })).items.map((item) =>
      item.kind === 'row' ? (item.cells[0] ?? null) : null,
    )
  /** Does it, having asked before what it would do, and undoes it: answers the cells there were in between. */
  const after = async (action: BulkAction, how: { onlyEmpty?: boolean; filter?: Filter | null } = {}) => {
    const input = {
      tableId,
      rows: { kind: 'where' as const, filter: how.filter ?? null },
      columnId: column.id,
      action,
      onlyEmpty: how.onlyEmpty ?? false,
    }
    const before = contentOf(path)
    const { examples, ...counts } = valueOf(await run('rows.previewBulk', input))
    expect(contentOf(path)).toEqual(before)
    expect(valueOf(await run('rows.bulk', input))).toEqual(counts)
    expect(examples).toHaveLength(counts.changed)
    const found = await cells()
    if (counts.changed > 0) valueOf(await run('history.undo', {}))
    expect(contentOf(path)).toEqual(before)
    return { cells: found, ...counts }
  }
  return { engine, run, path, tableId, title, column, cells, after }
}

test('a value is set, cleared, or filled in where nothing is', async () => {
  const { after, title } = await list('number', [1, null, 3])
  expect(await after({ kind: 'set', value: 3 })).toMatchObject({ cells: [3, 3, 3], rows: 3, changed: 2 })
  expect(await after({ kind: 'set', value: 9 }, { onlyEmpty: true })).toMatchObject({ cells: [1, 9, 3], changed: 1 })
  expect(await after({ kind: 'clear' })).toMatchObject({ cells: [null, null, null], changed: 2 })
  const filter: Filter = { kind: 'condition', columnId: title.id, operator: 'is', value: '第2行' }
  expect(await after({ kind: 'set', value: 9 }, { filter })).toMatchObject({ cells: [1, null, 9], rows: 1, changed: 1 })
})

test('numbers are added and multiplied to the last decimal; money to the cent; dates move by days', async () => {
  const plain = await list('number', [0.1, null, 1e308])
  expect(await plain.after({ kind: 'calculate', operator: 'add', amount: 0.2 })).toMatchObject({ cells: [0.3, null, 1e308], refused: 0 })
  expect(await plain.after({ kind: 'calculate', operator: 'multiply', amount: 10 })).toMatchObject({ cells: [1, null, 1e308], refused: 1 })
  const money = await list('number', [10.05], { format: 'currency', symbol: '￥' })
  expect((await money.after({ kind: 'calculate', operator: 'multiply', amount: 1.1 })).cells).toEqual([11.06])
  const days = await list('date', ['2024-02-28', null])
  expect((await days.after({ kind: 'calculate', operator: 'add', amount: 2 })).cells).toEqual(['2024-03-01', null])
  const times = await list('dateTime', ['2024-12-31T10:30'])
  expect((await times.after({ kind: 'calculate', operator: 'add', amount: 1 })).cells).toEqual(['2025-01-01T10:30'])
  expect((await days.after({ kind: 'calculate', operator: 'multiply', amount: 2 })).refused).toBe(1)
})

test('text is written before and after, options are added and removed', async () => {
  const text = await list('text', ['华东', null])
  expect((await text.after({ kind: 'write', place: 'before', text: '【老】' })).cells).toEqual(['【老】华东', '【老】'])
  expect((await text.after({ kind: 'write', place: 'after', text: '（停）' })).cells).toEqual(['华东（停）', '（停）'])
  const several = await list('multipleSelect', ['[1]', '[2,1]', null], { options })
  expect((await several.after({ kind: 'addOptions', optionIds: [1, 3] })).cells).toEqual(['[1,3]', '[2,1,3]', '[1,3]'])
  expect((await several.after({ kind: 'removeOptions', optionIds: [1] })).cells).toEqual([null, '[2]', null])
})

test('another column is copied as people read it; what does not fit stays as it is', async () => {
  const { run, tableId, title, after } = await list('number', [5, 6, 7])
  const rows = valueOf(await run('rows.find', { tableIds: [tableId], text: '', limit: 10 }))
    .map((row) => row.id)
    .sort((a, b) => a - b)
  const texts = ['12', '三', '￥1,200']
  valueOf(await run('rows.update', { tableId, rows: rows.map((id, at) => ({ id, cells: [{ columnId: title.id, value: texts[at] ?? null }] })) }))
  expect(await after({ kind: 'copy', fromColumnId: title.id })).toMatchObject({ cells: [12, 6, 1200], refused: 1, changed: 2 })
})

test('links are made and taken away for many rows at once', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const customers = ['甲', '乙'].map((value) => ({ cells: [{ columnId: book.name.id, value }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: customers }))
  const first = ids[0] ?? 0
  const second = ids[1] ?? 0
  const contents = ['一', '二', '三'].map((value, at) => ({
    cells: [{ columnId: book.content.id, value }],
    links: at === 0 ? [{ columnId: book.link.column.id, rowIds: [first] }] : [],
  }))
  valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows: contents }))
  const before = contentOf(path)
  const counts = async () =>
    [first, second].map(async (rowId) => valueOf(await engine.run('rows.get', { tableId: book.customers.id, rowId })).cells[book.count.id])
  const bulk = (action: BulkAction, onlyEmpty = false) =>
    engine.run('rows.bulk', { tableId: book.followUps.id, rows: { kind: 'where', filter: null }, columnId: book.link.column.id, action, onlyEmpty })
  expect(valueOf(await bulk({ kind: 'link', rowIds: [second] }, true))).toEqual({ rows: 3, changed: 2, refused: 0 })
  expect(await Promise.all(await counts())).toEqual([1, 2])
  valueOf(await bulk({ kind: 'link', rowIds: [second] }))
  expect(await Promise.all(await counts())).toEqual([0, 3])
  valueOf(await bulk({ kind: 'unlink', rowIds: null }))
  expect(await Promise.all(await counts())).toEqual([0, 0])
  for (let step = 0; step < 3; step += 1) valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('what a column cannot hold is refused before anything is written', async () => {
  const { run, path, tableId, column, title } = await list('number', [1])
  const before = contentOf(path)
  const rows = { kind: 'where' as const, filter: null }
  const unfit: BulkAction[] = [
    { kind: 'set', value: '一' },
    { kind: 'write', place: 'after', text: 'x' },
    { kind: 'addOptions', optionIds: [1] },
  ]
  for (const action of unfit) {
    expect((await run('rows.bulk', { tableId, rows, columnId: column.id, action })).ok).toBe(false)
  }
  expect((await run('rows.bulk', { tableId, rows, columnId: title.id, action: { kind: 'copy', fromColumnId: 9999 } })).ok).toBe(false)
  expect((await run('rows.bulk', { tableId, rows: { kind: 'ids', rowIds: [1] }, columnId: 9999, action: { kind: 'clear' } })).ok).toBe(false)
  expect(contentOf(path)).toEqual(before)
})

test('all rows of a filter are deleted, and come back with undo', async () => {
  const { run, path, tableId, column, cells } = await list('number', [1, 2, 3, null])
  const before = contentOf(path)
  const filter: Filter = { kind: 'condition', columnId: column.id, operator: 'greater', value: 1 }
  expect(valueOf(await run('rows.deleteWhere', { tableId, filter }))).toEqual({ removed: 2 })
  expect(await cells()).toEqual([1, null])
  valueOf(await run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('whatever is done in bulk, the preview says it and undo takes it back', async () => {
  const action: fc.Arbitrary<BulkAction> = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)) }),
    fc.record({ kind: fc.constant('clear' as const) }),
    fc.record({
      kind: fc.constant('calculate' as const),
      operator: fc.constantFrom('add' as const, 'multiply' as const),
      amount: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
  )
  const values = fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(values, action, fc.boolean(), async (numbers, chosen, onlyEmpty) => {
      const { after, engine } = await list('number', numbers)
      await after(chosen, { onlyEmpty })
      await engine.close()
    }),
    { numRuns: 30 },
  )
})
