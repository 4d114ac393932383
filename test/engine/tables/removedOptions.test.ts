import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import { valueOf } from '../support/valueOf.ts'

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

const options = (...names: string[]) => names.map((name, index) => ({ id: index + 1, name, color: 'blue' }))

async function tableOfSelects() {
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const column = async (name: string, type: 'singleSelect' | 'multipleSelect', names: string[]) =>
    valueOf(await engine.run('columns.create', { tableId: table.id, name, type, settings: { options: options(...names) } }))
  const source = await column('来源', 'singleSelect', ['展会', '网络', '电话'])
  const tags = await column('标签', 'multipleSelect', ['老客户', '大客户', '难缠'])
  const row = (sourceId: number, tagIds: string) => ({
    cells: [
      { columnId: source.id, value: sourceId },
      { columnId: tags.id, value: tagIds },
    ],
  })
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: table.id, rows: [row(1, '[1,3]'), row(3, '[3]'), row(2, '[1]')] }))
  const cells = async () =>
    Promise.all(
      ids.map(async (rowId) => {
        const found = valueOf(await engine.run('rows.get', { tableId: table.id, rowId })).cells
        return [found[source.id], found[tags.id]]
      }),
    )
  return { source, tags, cells }
}

test('cells of a removed option become empty, an option that takes its id comes to no row, and undo brings all back', async () => {
  const { source, tags, cells } = await tableOfSelects()
  const before = await cells()
  valueOf(await engine.run('columns.update', { columnId: source.id, settings: { options: options('展会', '网络') } }))
  valueOf(await engine.run('columns.update', { columnId: tags.id, settings: { options: options('老客户', '大客户') } }))
  expect(await cells()).toEqual([
    [1, '[1]'],
    [null, null],
    [2, '[1]'],
  ])

  valueOf(await engine.run('columns.update', { columnId: source.id, settings: { options: options('展会', '网络', '门店') } }))
  expect((await cells()).map(([value]) => value)).toEqual([1, null, 2])

  for (let step = 0; step < 3; step += 1) valueOf(await engine.run('history.undo', {}))
  expect(await cells()).toEqual(before)
})

test('an option that a scheme gives out is not removed', async () => {
  valueOf(await engine.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: false }))
  const { columns } = valueOf(await engine.run('base.describe', {}))
  const grade = columns.find((column) => column.role === 'customer.grade')
  if (grade?.type !== 'singleSelect') throw new Error('no grade')
  const answer = await engine.run('columns.update', { columnId: grade.id, settings: { options: grade.settings.options.slice(1) } })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'column.inUse' } })
})

test('a default goes with the option it gives out, and comes back with it', async () => {
  const { source, tags } = await tableOfSelects()
  const columnOf = async (id: number) => valueOf(await engine.run('base.describe', {})).columns.find((column) => column.id === id)
  const preset = (columnId: number, value: number | string) =>
    engine.run('columns.update', { columnId, defaultValue: { kind: 'value', value } }).then(valueOf)
  await preset(source.id, 2)
  await preset(tags.id, '[1,3]')
  const before = [await columnOf(source.id), await columnOf(tags.id)]
  const without = (id: number) => ({ options: options('老客户', '大客户', '难缠').filter((option) => option.id !== id) })
  valueOf(await engine.run('columns.update', { columnId: source.id, settings: without(2) }))
  // What the dialog sends: the default as it was before the option was taken away.
  valueOf(await engine.run('columns.update', { columnId: tags.id, settings: without(1), defaultValue: { kind: 'value', value: '[1,3]' } }))
  expect((await columnOf(source.id))?.defaultValue).toBe(null)
  expect((await columnOf(tags.id))?.defaultValue).toEqual({ kind: 'value', value: '[3]' })
  for (let step = 0; step < 2; step += 1) valueOf(await engine.run('history.undo', {}))
  expect([await columnOf(source.id), await columnOf(tags.id)]).toEqual(before)
})
