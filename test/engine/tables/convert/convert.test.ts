import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OperationInput } from '#shared/contract/engine.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import type { Filter } from '#shared/model/filter.ts'
import { emptyRowQuery, emptyViewSettings, type ViewSettings } from '#shared/model/view.ts'
import { makeBook } from '../../support/book.ts'
import { contentOf } from '../../support/contentOf.ts'
import { customerBook } from '../../support/customerBook.ts'
import { anyWrite, perform } from '../../support/randomWrites.ts'
import { temporaryBase } from '../../support/temporaryBase.ts'
import { valueOf } from '../../support/valueOf.ts'

/** A table of companies and one of customers that name them by text. */
async function namedBook(names: (string | null)[], companies: string[]) {
  const { engine, path } = temporaryBase()
  const run = engine.run
  const own = valueOf(await run('tables.create', { name: '客户' })).id
  const other = valueOf(await run('tables.create', { name: '公司' })).id
  const name = valueOf(await run('columns.create', { tableId: own, name: '公司', type: 'text', settings: {} }))
  const title = valueOf(await run('columns.create', { tableId: other, name: '公司名', type: 'text', settings: {} }))
  if (companies.length > 0) {
    valueOf(await run('rows.insert', { tableId: other, rows: companies.map((value) => ({ cells: [{ columnId: title.id, value }] })) }))
  }
  valueOf(await run('rows.insert', { tableId: own, rows: names.map((value) => ({ cells: [{ columnId: name.id, value }] })) }))
  const cells = async (tableId: number, columnId: number) =>
    valueOf(await run('rows.page', { tableId, query: emptyRowQuery, columnIds: [columnId], offset: 0, limit: 100 })).items.map((item) =>
      item.kind === 'row' ? item.cells[0] : null,
    )
  const linked = (link: Partial<NonNullable<OperationInput<'columns.convert'>['link']>> = {}): OperationInput<'columns.convert'> => ({
    columnId: name.id,
    to: { type: 'link' },
    link: { otherTableId: other, otherName: '客户', ...link },
    onLoss: 'empty',
  })
  return { engine, path, own, other, name, title, cells, linked }
}

test('names become links: several in a cell, ambiguous and unknown ones listed', async () => {
  const { engine, own, name, cells, linked } = await namedBook(
    ['华东', '华东、华南', ' ＡＢＣ ', '双子', '没有', null, '甲、乙公司'],
    ['华东', '华南', 'abc', '双子', '双子', '甲、乙公司'],
  )
  const preview = valueOf(await engine.run('columns.previewConversion', linked()))
  expect(preview).toMatchObject({ rows: 7, empty: 1, same: 4, changed: 0, lost: 2 })
  expect(preview.firstLost.map(({ before, reason }) => [before, reason])).toEqual([
    ['双子', 'ambiguous'],
    ['没有', 'unknown'],
  ])
  valueOf(await engine.run('columns.convert', linked()))
  expect(await cells(own, name.id)).toEqual(['华东', '华东、华南', 'abc', null, null, null, '甲、乙公司'])
})

test('missing rows are made on request, each once, and go again with undo', async () => {
  const { engine, path, other, own, name, title, cells, linked } = await namedBook(['华东', '华南；华东', '华南'], ['华东'])
  const before = contentOf(path)
  const preview = valueOf(await engine.run('columns.previewConversion', linked({ createMissing: true })))
  expect(preview).toMatchObject({ same: 3, lost: 0, newRows: { first: ['华南'], count: 1 } })
  expect(valueOf(await engine.run('columns.convert', linked({ createMissing: true })))).toMatchObject({ newRows: 1 })
  expect(await cells(other, title.id)).toEqual(['华东', '华南'])
  expect(await cells(own, name.id)).toEqual(['华东', '华南、华东', '华南'])
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('a link to one row keeps the first name; a row that may be linked once is given once', async () => {
  const { engine, own, name, cells, linked } = await namedBook(['华东、华南', '华东', '新'], ['华东', '华南'])
  const input = linked({ multiple: false, otherMultiple: false, createMissing: true })
  expect(valueOf(await engine.run('columns.previewConversion', input))).toMatchObject({ same: 1, changed: 1, lost: 1 })
  valueOf(await engine.run('columns.convert', input))
  expect(await cells(own, name.id)).toEqual(['华东', null, '新'])
})

test('a link becomes text of all its titles, more than its cell shows, and comes back', async () => {
  const companies = Array.from({ length: 30 }, (_, index) => `公司${index}`)
  const { engine, path, own, name, cells, linked } = await namedBook([companies.join('、')], companies)
  valueOf(await engine.run('columns.convert', linked()))
  const before = contentOf(path)
  valueOf(await engine.run('columns.convert', { columnId: name.id, to: { type: 'text' } }))
  expect(await cells(own, name.id)).toEqual([companies.join('、')])
  expect(valueOf(await engine.run('base.describe', {})).columns.map((column) => column.type)).toEqual(['text', 'text'])
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('what would be lost stops the conversion unless it may be emptied', async () => {
  const { engine, path, name } = await namedBook(['12', '约一百'], [])
  const before = contentOf(path)
  const refused = await engine.run('columns.convert', { columnId: name.id, to: { type: 'number' } })
  expect(refused.ok ? null : refused.failure.code).toBe('column.wouldLose')
  expect(contentOf(path)).toEqual(before)
})

test('text becomes a select whose options are made, each with a colour', async () => {
  const { engine, name } = await namedBook(['甲', '乙', '甲 ', null], [])
  const to = { type: 'singleSelect' as const }
  expect(valueOf(await engine.run('columns.previewConversion', { columnId: name.id, to }))).toMatchObject({
    newOptions: ['甲', '乙'],
    same: 3,
    lost: 0,
  })
  expect(valueOf(await engine.run('columns.previewConversion', { columnId: name.id, to, makeOptions: false }))).toMatchObject({
    newOptions: [],
    lost: 3,
  })
  const { column } = valueOf(await engine.run('columns.convert', { columnId: name.id, to }))
  expect(column.type === 'singleSelect' && column.settings.options.map((option) => option.color)).toEqual(['blue', 'orange'])
})

test('views keep the column and lose only conditions that fit no more; rollups are read anew', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [] }] }))
  const rows = [100, 250.5].map((value) => ({
    cells: [{ columnId: book.amount.id, value }],
    links: [{ columnId: book.link.column.id, rowIds: ids }],
  }))
  valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows }))
  const filter = {
    kind: 'and' as const,
    items: [
      { kind: 'condition' as const, columnId: book.amount.id, operator: 'greater' as const, value: 10 },
      { kind: 'condition' as const, columnId: book.amount.id, operator: 'isNotEmpty' as const },
    ],
  }
  const sorts = [{ columnId: book.amount.id, direction: 'ascending' as const }]
  const view = valueOf(
    await engine.run('views.create', { tableId: book.followUps.id, name: '大额', settings: { ...emptyViewSettings, filter, sorts } }),
  )
  const before = contentOf(path)
  const input = { columnId: book.amount.id, to: { type: 'text' as const } }
  const { references } = valueOf(await engine.run('columns.previewConversion', input))
  expect(references).toContainEqual({ kind: 'view', name: '大额', effect: 'filterCut' })
  expect(references).toContainEqual({ kind: 'column', name: '客户·合计', effect: 'recomputed' })
  valueOf(await engine.run('columns.convert', input))
  const base = valueOf(await engine.run('base.describe', {}))
  expect(base.views.find((each) => each.id === view.id)?.settings).toMatchObject({ filter: { items: [{ operator: 'isNotEmpty' }] }, sorts })
  const after = contentOf(path)
  valueOf(await engine.run('base.recompute', {}))
  expect(contentOf(path)).toEqual(after)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('colour rules that fit no more go, the others stay; views of other tables are asked too; undo brings all back', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const { id: columnId } = book.amount
  const row = { kind: 'row' } as const
  const large: Filter = { kind: 'condition', columnId, operator: 'greater', value: 100 }
  const filled: Filter = { kind: 'condition', columnId, operator: 'isNotEmpty' }
  const named: Filter = { kind: 'condition', columnId: book.content.id, operator: 'isNotEmpty' }
  const all = (...items: Filter[]): Filter => ({ kind: 'and', items })
  const linked = (value: Filter): Filter => ({ kind: 'condition', columnId: book.link.inverse.id, operator: 'linkedAny', value })
  const gone: ColorRule[] = [
    { kind: 'scale', columnId, colors: ['yellow', 'red'], ends: 'extremes', target: row },
    { kind: 'filter', filter: large, color: 'red', target: row },
  ]
  const kept: ColorRule[] = [
    { kind: 'filter', filter: named, color: 'blue', target: { kind: 'cells', columnIds: [columnId] } },
    { kind: 'duplicates', columnId, color: 'blue', target: row },
  ]
  const both = (filter: Filter): ColorRule => ({ kind: 'filter', filter, color: 'green', target: row })
  const viewOf = async (tableId: number, name: string, settings: Partial<ViewSettings>) =>
    valueOf(await engine.run('views.create', { tableId, name, settings: { ...emptyViewSettings, ...settings } })).id
  const view = await viewOf(book.followUps.id, '上色', { colors: [...gone, both(all(large, filled)), ...kept] })
  const other = await viewOf(book.customers.id, '大客户', { filter: linked(all(large, filled)) })
  const before = contentOf(path)
  const input = { columnId, to: { type: 'text' as const } }
  const { references } = valueOf(await engine.run('columns.previewConversion', input))
  expect(references).toContainEqual({ kind: 'colors', name: '上色', effect: 'rulesCut' })
  expect(references).toContainEqual({ kind: 'view', name: '客户·大客户', effect: 'filterCut' })
  valueOf(await engine.run('columns.convert', input))
  const { views } = valueOf(await engine.run('base.describe', {}))
  const settingsOf = (id: number) => views.find((each) => each.id === id)?.settings
  expect(settingsOf(view)?.colors).toEqual([both(all(filled)), ...kept])
  expect(settingsOf(other)?.filter).toEqual(linked(all(filled)))
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('a class column is frozen into text and its scheme stands still, until undo', async () => {
  const book = await customerBook({ today: '2026-11-26', sample: true })
  const grade = book.column('customer.grade')
  const before = contentOf(book.path)
  const { references, same, lost } = valueOf(await book.engine.run('columns.previewConversion', { columnId: grade.id, to: { type: 'text' } }))
  expect(references).toContainEqual({ kind: 'scheme', name: book.scheme('grade').name, effect: 'stopped' })
  expect(same).toBeGreaterThan(0)
  expect(lost).toBe(0)
  valueOf(await book.engine.run('columns.convert', { columnId: grade.id, to: { type: 'text' } }))
  const base = valueOf(await book.engine.run('base.describe', {}))
  expect(base.schemes.find((scheme) => scheme.code === 'grade')?.enabled).toBe(false)
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})

test('numbers typed by hand become an automatic numbering that goes on after them', async () => {
  const { engine, own, name, cells } = await namedBook(['KH-0007', null, '旧编号'], [])
  valueOf(await engine.run('columns.convert', { columnId: name.id, to: { type: 'autoNumber', settings: { pattern: 'KH-{0001}' } } }))
  valueOf(await engine.run('rows.insert', { tableId: own, rows: [{ cells: [] }] }))
  expect(await cells(own, name.id)).toEqual(['KH-0007', 'KH-0008', '旧编号', 'KH-0009'])
})

test('a conversion that is cancelled leaves the base as it was', async () => {
  const { engine, path, name } = await namedBook(['1', '2'], [])
  const before = contentOf(path)
  const stopped = await engine.run('columns.convert', { columnId: name.id, to: { type: 'number' } }, { cancelled: () => true })
  expect(stopped.ok ? null : stopped.failure.code).toBe('cancelled')
  expect(contentOf(path)).toEqual(before)
})

test('whatever is done after a conversion, taking all of it back restores the base', async () => {
  const targets = ['number', 'text', 'longText', 'singleSelect', 'multipleSelect', 'date', 'dateTime', 'autoNumber', 'link'] as const
  const which = fc.constantFrom(
    'content' as const,
    'amount' as const,
    'at' as const,
    'result' as const,
    'status' as const,
    'sum' as const,
    'statusThere' as const,
  )
  const conversion = fc.record({ which, target: fc.constantFrom(...targets) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyWrite, { minLength: 3, maxLength: 8 }),
      conversion,
      fc.array(anyWrite, { maxLength: 6 }),
      async (first, chosen, then) => {
        const { engine, path } = temporaryBase()
        const book = await makeBook(engine)
        for (const write of first) await perform(engine, book, write)
        const columns = new Set(valueOf(await engine.run('base.describe', {})).columns.map((column) => column.id))
        if (!columns.has(book[chosen.which].id)) return
        const before = contentOf(path)
        const to = { type: chosen.target }
        const link = chosen.target === 'link' ? { otherTableId: book.customers.id, otherName: '反向', createMissing: true } : null
        valueOf(await engine.run('columns.convert', { columnId: book[chosen.which].id, to, link, onLoss: 'empty' }))
        const entries = async () => valueOf(await engine.run('history.list', { limit: 200 })).filter((entry) => !entry.undone).length
        const done = await entries()
        // Writes that know the column by its old type are refused, which is as good as any.
        for (const write of then) await perform(engine, book, write).catch(() => undefined)
        const after = contentOf(path)
        valueOf(await engine.run('base.recompute', {}))
        expect(contentOf(path)).toEqual(after)
        for (let left = (await entries()) - done; left >= 0; left -= 1) valueOf(await engine.run('history.undo', {}))
        expect(contentOf(path)).toEqual(before)
        await engine.close()
      },
    ),
    { numRuns: 40 },
  )
})

test('a kanban whose lanes become texts is told before, and stays as it is for another column', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const layout = { kind: 'kanban' as const, columnId: book.status.id, cardColumnIds: null, sumColumnId: null, hideEmpty: false }
  const settings = { ...emptyViewSettings, layout }
  const { id } = valueOf(await engine.run('views.create', { tableId: book.customers.id, name: '看板', settings }))
  const { references } = valueOf(await engine.run('columns.previewConversion', { columnId: book.status.id, to: { type: 'text' } }))
  expect(references).toContainEqual({ kind: 'view', name: '看板', effect: 'stopped' })
  valueOf(await engine.run('columns.convert', { columnId: book.status.id, to: { type: 'text' } }))
  const view = valueOf(await engine.run('base.describe', {})).views.find((each) => each.id === id)
  expect(view?.settings.layout).toEqual(layout)
})
