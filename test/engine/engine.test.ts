import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { valueOf } from './support/valueOf.ts'

let folder: string
let engine: Engine

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kebu-'))
  createBase(join(folder, 'a.kebu'))
  engine = openEngine(join(folder, 'a.kebu'))
})

afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

async function customersAndFollowUps() {
  const customers = valueOf(await engine.run('tables.create', { name: '客户' }))
  const followUps = valueOf(await engine.run('tables.create', { name: '跟进记录' }))
  const name = valueOf(await engine.run('columns.create', { tableId: customers.id, name: '客户名称', type: 'text', settings: {} }))
  const content = valueOf(await engine.run('columns.create', { tableId: followUps.id, name: '跟进内容', type: 'longText', settings: {} }))
  const at = valueOf(await engine.run('columns.create', { tableId: followUps.id, name: '跟进时间', type: 'dateTime', settings: {} }))
  const link = valueOf(
    await engine.run('columns.createLink', {
      tableId: followUps.id,
      name: '客户',
      multiple: false,
      otherTableId: customers.id,
      otherName: '跟进记录',
      otherMultiple: true,
    }),
  )
  const last = valueOf(
    await engine.run('columns.create', {
      tableId: customers.id,
      name: '最近跟进时间',
      type: 'rollup',
      settings: { linkColumnId: link.inverse.id, targetColumnId: at.id, function: 'max', orderColumnId: null, filter: null },
    }),
  )
  return { customers, followUps, name, content, at, link, last }
}

test('adding a follow-up brings 最近跟进时间 up to date; undo takes both back, also after a restart', async () => {
  const { customers, followUps, name, content, at, link, last } = await customersAndFollowUps()
  const {
    ids: [customerId = 0],
  } = valueOf(await engine.run('rows.insert', { tableId: customers.id, rows: [{ cells: [{ columnId: name.id, value: '华东精密' }] }] }))
  const before = valueOf(await engine.run('rows.get', { tableId: customers.id, rowId: customerId }))
  expect(before.cells[last.id]).toBeNull()
  valueOf(
    await engine.run('rows.insert', {
      tableId: followUps.id,
      rows: [
        {
          cells: [
            { columnId: content.id, value: '电话回访' },
            { columnId: at.id, value: '2026-11-20T10:00' },
          ],
          links: [{ columnId: link.column.id, rowIds: [customerId] }],
        },
      ],
    }),
  )
  const after = valueOf(await engine.run('rows.get', { tableId: customers.id, rowId: customerId }))
  expect(after.cells[last.id]).toBe('2026-11-20T10:00')
  expect(after.cells[link.inverse.id]).toBe('电话回访')
  expect(valueOf(await engine.run('rows.find', { tableIds: null, text: '精密' })).map((row) => row.title)).toContain('华东精密')
  await engine.close()
  engine = openEngine(join(folder, 'a.kebu'))
  expect(valueOf(await engine.run('history.state', {}))).toEqual({ undo: 'rows.insert', redo: null })
  valueOf(await engine.run('history.undo', {}))
  const undone = valueOf(await engine.run('rows.get', { tableId: customers.id, rowId: customerId }))
  expect(undone.cells).toEqual(before.cells)
  valueOf(await engine.run('history.redo', {}))
  expect(valueOf(await engine.run('rows.get', { tableId: customers.id, rowId: customerId })).cells).toEqual(after.cells)
})

test('a page answers rows by position, groups and all', async () => {
  const { customers, name } = await customersAndFollowUps()
  valueOf(
    await engine.run('rows.insert', {
      tableId: customers.id,
      rows: ['张三', '李四', '王五', '阿里', 'Zoe', 'adam', '客户10', '客户9'].map((value) => ({ cells: [{ columnId: name.id, value }] })),
    }),
  )
  const page = valueOf(
    await engine.run('rows.page', {
      tableId: customers.id,
      columnIds: [name.id],
      offset: 0,
      limit: 100,
      query: { ...emptyRowQuery, sorts: [{ columnId: name.id, direction: 'ascending' }] },
    }),
  )
  expect(page.items.map((item) => (item.kind === 'row' ? item.cells[0] : null))).toEqual([
    'adam',
    'Zoe',
    '阿里',
    '客户9',
    '客户10',
    '李四',
    '王五',
    '张三',
  ])
})
