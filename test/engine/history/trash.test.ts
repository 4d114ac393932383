import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openEngine } from '#main/engine/index.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function bookWithRows(count: number) {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const tableId = book.customers.id
  const rows = Array.from({ length: count }, (_, index) => ({ cells: [{ columnId: book.name.id, value: `第 ${index + 1} 位` }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows }))
  const trash = async () => valueOf(await engine.run('trash.list', {}))
  return { engine, path, book, tableId, ids, trash }
}

test('one row out of a large deletion comes back with its links, and the rest stays', async () => {
  const { engine, path, book, tableId, ids, trash } = await bookWithRows(1500)
  const [first = 0, second = 0] = ids
  valueOf(
    await engine.run('rows.insert', {
      tableId: book.followUps.id,
      rows: [{ cells: [], links: [{ columnId: book.link.column.id, rowIds: [second] }] }],
    }),
  )
  valueOf(await engine.run('rows.delete', { tableId, rowIds: ids }))
  const [item] = await trash()
  expect(item).toMatchObject({ kind: 'rows', count: 1500, titles: ['第 1 位', '第 2 位', '第 3 位', '第 4 位', '第 5 位'] })
  const entryId = item?.entryId ?? 0
  const gone = valueOf(await engine.run('trash.rows', { entryId, tableId, offset: 1, limit: 2 }))
  expect(gone).toEqual({
    total: 1500,
    rows: [
      { id: second, title: '第 2 位' },
      { id: second + 1, title: '第 3 位' },
    ],
  })
  const before = contentOf(path)
  expect(valueOf(await engine.run('trash.restore', { entryId, rowIds: [second] }))).toEqual({ restored: 1 })
  const back = valueOf(await engine.run('rows.get', { tableId, rowId: second }))
  expect(back.title).toBe('第 2 位')
  expect(back.links[book.link.inverse.id]).toHaveLength(1)
  expect(await trash()).toMatchObject([{ kind: 'rows', count: 1499 }])
  expect(valueOf(await engine.run('trash.rows', { entryId, tableId, limit: 1 })).rows).toEqual([{ id: first, title: '第 1 位' }])
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})

test('columns, views, schemes and tables stand in the trash, and come back', async () => {
  const book = await customerBook({ today: '2026-11-20' })
  const { engine } = book
  const tableId = book.table('customer')
  const view = valueOf(await engine.run('views.create', { tableId, name: '临时', settings: emptyViewSettings }))
  valueOf(await engine.run('schemes.delete', { schemeId: book.scheme('importance').id }))
  valueOf(await engine.run('views.delete', { viewId: view.id }))
  valueOf(await engine.run('columns.delete', { columnId: book.column('customer.note').id }))
  const items = valueOf(await engine.run('trash.list', {}))
  expect(items.map((item) => item.kind)).toEqual(['column', 'view', 'scheme'])
  for (const item of items) valueOf(await engine.run('trash.restore', { entryId: item.entryId }))
  expect(valueOf(await engine.run('trash.list', {}))).toEqual([])
})

test('emptying the trash takes columns, tables and kept rows out of the file, and nothing before it can be undone', async () => {
  const { engine, path, book, tableId, ids, trash } = await bookWithRows(400)
  const extra = valueOf(await engine.run('tables.create', { name: '临时表' }))
  valueOf(await engine.run('columns.create', { tableId: extra.id, name: '名称', type: 'text', settings: {} }))
  valueOf(await engine.run('rows.delete', { tableId, rowIds: ids.slice(0, 300) }))
  const [deletion] = await trash()
  valueOf(await engine.run('columns.delete', { columnId: book.status.id }))
  valueOf(await engine.run('tables.delete', { tableId: extra.id }))
  const before = contentOf(path)
  const weight = valueOf(await engine.run('trash.weigh', {}))
  expect(weight).toMatchObject({ rows: 300, columns: 1, tables: 1, views: 0, schemes: 0 })
  expect(weight.steps).toBeGreaterThan(5)
  expect(valueOf(await engine.run('trash.empty', {}))).toEqual(weight)
  expect(await trash()).toEqual([])
  expect(valueOf(await engine.run('history.state', {}))).toEqual({ undo: null, redo: null })
  const undone = await engine.run('history.undo', {})
  expect(undone.ok ? null : undone.failure.code).toBe('history.nothing')
  const restored = await engine.run('trash.restore', { entryId: deletion?.entryId ?? 0 })
  expect(restored.ok ? null : restored.failure.code).toBe('history.nothing')
  expect(valueOf(await engine.run('history.list', {}))[0]?.operation).toBe('trash.empty')
  // The life of a deleted row is still told.
  expect(valueOf(await engine.run('history.row', { tableId, rowId: ids[0] ?? 0 })).items.map(({ change }) => change)).toEqual(['deleted', 'created'])

  const database = new Database(path, { readonly: true })
  const names = database.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all()
  expect(names).not.toContain(`t${extra.id}`)
  expect(names).not.toContain(`s${extra.id}`)
  const columns = database.prepare<[], string>(`select name from pragma_table_info('t${tableId}')`).pluck().all()
  expect(columns).not.toContain(`c${book.status.id}`)
  expect(columns).toContain(`c${book.name.id}`)
  expect(database.prepare('select count(*) from kebu_schema where deleted = 1').pluck().get()).toBe(0)
  const kept = database.prepare<[], Buffer>('select change from kebu_log').pluck().all()
  expect(kept.every((change) => !change.toString('utf8').includes('第 1 位'))).toBe(true)
  database.close()
  const { [`t${tableId}`]: was, ...others } = before
  expect(contentOf(path)).toMatchObject({ schema: others['schema'] })
  expect(was).toHaveLength(100)

  // Life goes on: what is done afterwards can be undone, also after the base was opened anew.
  valueOf(await engine.run('rows.delete', { tableId, rowIds: ids.slice(300, 302) }))
  await engine.close()
  const again = openEngine(path)
  valueOf(await again.run('history.undo', {}))
  expect(valueOf(await again.run('base.describe', {})).rowCounts[tableId]).toBe(100)
  valueOf(await again.run('base.recompute', {}))
  await again.close()
})
