import { expect, test } from 'vitest'
import { emptyRowQuery } from '#shared/model/view.ts'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('a scheme put on a filled column is taken back with all that people had written there', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const rows = [1, 2, 3, null].map((value) => ({ cells: [{ columnId: book.status.id, value }] }))
  valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows }))
  const before = contentOf(path)
  const rule = { kind: 'bands' as const, metric: { kind: 'column' as const, columnId: book.count.id }, bands: [{ from: null, optionId: 1 }] }
  const scheme = valueOf(
    await engine.run('schemes.create', {
      tableId: book.customers.id,
      code: 'byCount',
      name: '按次数',
      targetColumnId: book.status.id,
      rule,
      fallbackOptionId: null,
    }),
  )
  expect(valueOf(await engine.run('classes.counts', { schemeId: scheme.id })).find((each) => each.optionId === 1)?.count).toBe(4)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('classes that a column brought back from the trash makes anew are taken back with it', async () => {
  const { engine, path } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '客户' }))
  const column = async (name: string, type: 'number' | 'singleSelect', settings: Record<string, unknown>) =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings })).id
  const [first, second] = [await column('甲', 'number', {}), await column('乙', 'number', {})]
  const grade = await column('级', 'singleSelect', { options: [1, 2].map((id) => ({ id, name: `第${id}类`, color: 'blue' })) })
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows: [{ cells: [{ columnId: first, value: 1 }] }] }))
  const rule = {
    kind: 'bands' as const,
    metric: { kind: 'largest' as const, columnIds: [first, second] },
    bands: [
      { from: null, optionId: 1 },
      { from: 10, optionId: 2 },
    ],
  }
  valueOf(await engine.run('schemes.create', { tableId, code: 'g', name: '级', targetColumnId: grade, rule, fallbackOptionId: null }))
  valueOf(await engine.run('base.recompute', {}))
  valueOf(await engine.run('columns.delete', { columnId: second }))
  const [deleted] = valueOf(await engine.run('history.list', { limit: 1 }))
  valueOf(await engine.run('rows.update', { tableId, rows: [{ id: ids[0] ?? 0, cells: [{ columnId: first, value: 20 }] }] }))
  const standing = contentOf(path)
  const graded = async () => {
    const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds: [grade], offset: 0, limit: 1 }))
    return page.items.map((item) => (item.kind === 'row' ? item.cells[0] : null))
  }
  expect(await graded()).toEqual([1])
  valueOf(await engine.run('trash.restore', { entryId: deleted?.id ?? 0, rowIds: null }))
  expect(await graded()).toEqual([2])
  const restored = contentOf(path)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(standing)
  valueOf(await engine.run('history.redo', {}))
  expect(contentOf(path)).toEqual(restored)
})
