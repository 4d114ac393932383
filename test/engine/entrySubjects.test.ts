import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
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

test('an entry of the log tells the row and the cell it changed, and the row it took away', async () => {
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const name = valueOf(await engine.run('columns.create', { tableId: table.id, name: '名称', type: 'text', settings: {} }))
  valueOf(await engine.run('tables.setPrimary', { tableId: table.id, columnId: name.id }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: table.id, rows: [{ cells: [{ columnId: name.id, value: '甲' }] }] }))
  const rowId = ids[0] ?? 0
  valueOf(await engine.run('rows.update', { tableId: table.id, rows: [{ id: rowId, cells: [{ columnId: name.id, value: '乙' }] }] }))
  const subjects = async () => {
    const entries = valueOf(await engine.run('history.list', {}))
    const read = valueOf(await engine.run('history.subjects', { entryIds: entries.map(({ id }) => id) }))
    return entries.map(({ id }) => read.find(({ entryId }) => entryId === id))
  }
  const [updated, added] = await subjects()
  expect(updated).toMatchObject({ what: 'updated', rowId, title: '乙', count: 1, cells: [{ columnId: name.id, from: '甲', to: '乙' }] })
  expect(added).toMatchObject({ what: 'added', rowId, title: '乙' })
  expect((await subjects()).at(-1)).toMatchObject({ kind: 'thing', name: '客户' })

  const phone = valueOf(await engine.run('columns.create', { tableId: table.id, name: '电话', type: 'phone', settings: {} }))
  const { uniques = [] } = valueOf(await engine.run('tables.addUnique', { tableId: table.id, columnIds: [name.id, phone.id] }))
  expect((await subjects())[0]).toMatchObject({ kind: 'thing', name: '名称 + 电话' })
  valueOf(await engine.run('tables.removeUnique', { tableId: table.id, uniqueId: uniques[0]?.id ?? 0 }))
  expect((await subjects())[0]).toMatchObject({ kind: 'thing', name: '名称 + 电话' })

  valueOf(await engine.run('rows.delete', { tableId: table.id, rowIds: [rowId] }))
  expect((await subjects())[0]).toMatchObject({ what: 'removed', rowId: null, title: '乙', count: 1 })
})
