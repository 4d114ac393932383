import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('a number column made on a filled table numbers the rows that are there', async () => {
  const { engine } = temporaryBase({ clock: { today: () => '2026-11-22', now: () => '2026-11-22T10:00:00' } })
  const book = await makeBook(engine)
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows: [{ cells: [] }, { cells: [] }] }))
  const number = valueOf(
    await engine.run('columns.create', { tableId: book.followUps.id, name: '编号', type: 'autoNumber', settings: { pattern: 'GJ-{001}' } }),
  )
  valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows: [{ cells: [] }] }))
  const page = valueOf(
    await engine.run('rows.page', {
      tableId: book.followUps.id,
      query: { filter: null, sorts: [], groups: [], search: '' },
      columnIds: [number.id],
      offset: 0,
      limit: 10,
    }),
  )
  expect(page.items.map((item) => (item.kind === 'row' ? item.cells[0] : null))).toEqual(['GJ-001', 'GJ-002', 'GJ-003'])
  expect(ids).toHaveLength(2)
})

test('columns stay where they are put, however often one is put before another', async () => {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: 'T' }))
  const first = valueOf(await engine.run('columns.create', { tableId: table.id, name: 'first', type: 'text', settings: {} }))
  const last = valueOf(await engine.run('columns.create', { tableId: table.id, name: 'last', type: 'text', settings: {} }))
  const names: string[] = []
  for (let index = 0; index < 70; index += 1) {
    names.push(`c${index}`)
    valueOf(await engine.run('columns.create', { tableId: table.id, name: `c${index}`, type: 'text', settings: {}, beforeColumnId: last.id }))
  }
  const { columns } = valueOf(await engine.run('base.describe', {}))
  expect(columns.map((column) => column.name)).toEqual([first.name, ...names, last.name])
})

test('what a link leads to cannot be changed by its settings', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const changed = valueOf(
    await engine.run('columns.update', { columnId: book.link.column.id, settings: { linkId: 99, otherTableId: 77, multiple: true } }),
  )
  expect(changed.settings).toMatchObject({ otherTableId: book.customers.id, multiple: true })
})

test('a column restored under a name taken meanwhile gets a name of its own', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  valueOf(await engine.run('columns.delete', { columnId: book.status.id }))
  valueOf(await engine.run('columns.create', { tableId: book.customers.id, name: '状态', type: 'text', settings: {} }))
  const [item] = valueOf(await engine.run('trash.list', {}))
  valueOf(await engine.run('trash.restore', { entryId: item?.entryId ?? 0 }))
  const names = valueOf(await engine.run('base.describe', {})).columns.map((column) => column.name)
  expect(names).toContain('状态')
  expect(names).toContain('状态 2')
})
