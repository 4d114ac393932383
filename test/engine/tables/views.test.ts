import { expect, test } from 'vitest'
import { emptyViewSettings, viewSettingsSchema } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function book() {
  const { engine, path } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '客户' }))
  const make = async (name: string, personal = false) =>
    valueOf(await engine.run('views.create', { tableId, name, settings: emptyViewSettings, personal })).id
  const member = async (name: string) => valueOf(await engine.run('members.create', { name })).id
  const become = async (memberId: number | null) => valueOf(await engine.run('base.setActor', { memberId }))
  const names = async () => valueOf(await engine.run('base.describe', {})).views.map(({ name }) => name)
  return { engine, path, tableId, make, member, become, names }
}

const codeOf = (result: { ok: boolean; failure?: { code: string } }): string | undefined => (result.ok ? undefined : result.failure?.code)

test('a personal view is seen, changed and deleted by its owner alone', async () => {
  const { engine, make, member, become, names } = await book()
  await make('全部')
  expect(codeOf(await engine.run('views.create', { tableId: 1, name: '我的', settings: emptyViewSettings, personal: true }))).toBe('view.noOwner')
  const one = await member('王芳')
  const other = await member('李雷')
  await become(one)
  const own = await make('王芳的', true)
  expect(await names()).toEqual(['全部', '王芳的'])
  await become(other)
  expect(await names()).toEqual(['全部'])
  expect(codeOf(await engine.run('views.update', { viewId: own, name: '看看' }))).toBe('view.notFound')
  expect(codeOf(await engine.run('views.duplicate', { viewId: own, name: '看看' }))).toBe('view.notFound')
  expect(codeOf(await engine.run('views.delete', { viewId: own }))).toBe('view.notFound')
  await become(null)
  expect(await names()).toEqual(['全部'])
  await become(one)
  valueOf(await engine.run('views.delete', { viewId: own }))
  valueOf(await engine.run('history.undo', {}))
  expect(await names()).toEqual(['全部', '王芳的'])
})

test('the last view of all stays, whatever personal ones there are', async () => {
  const { engine, make, member, become } = await book()
  const all = await make('全部')
  await become(await member('王芳'))
  await make('我的', true)
  expect(codeOf(await engine.run('views.delete', { viewId: all }))).toBe('view.last')
})

test('a locked view keeps its arrangement, name and description, and a copy of it is free', async () => {
  const { engine, path, make } = await book()
  const view = await make('全部')
  await make('另一个')
  valueOf(await engine.run('views.update', { viewId: view, description: '给销售看' }))
  valueOf(await engine.run('views.setLocked', { viewId: view, locked: true }))
  const before = contentOf(path)
  const wide = { ...emptyViewSettings, rowHeight: 'tall' as const }
  expect(codeOf(await engine.run('views.update', { viewId: view, settings: wide }))).toBe('view.locked')
  expect(codeOf(await engine.run('views.update', { viewId: view, name: '新名字' }))).toBe('view.locked')
  expect(codeOf(await engine.run('views.update', { viewId: view, description: '别的' }))).toBe('view.locked')
  expect(codeOf(await engine.run('views.delete', { viewId: view }))).toBe('view.locked')
  expect(contentOf(path)).toEqual(before)
  const copy = valueOf(await engine.run('views.duplicate', { viewId: view, name: '副本' }))
  expect(copy).toMatchObject({ locked: false, description: '给销售看', settings: emptyViewSettings, ownerId: null, role: null })
  valueOf(await engine.run('views.update', { viewId: copy.id, settings: wide }))
  valueOf(await engine.run('views.setLocked', { viewId: view, locked: false }))
  expect(valueOf(await engine.run('views.update', { viewId: view, settings: wide })).settings.rowHeight).toBe('tall')
})

test('views are moved before one another, and undo puts them back', async () => {
  const { engine, make, names } = await book()
  const [a, b, c] = [await make('a'), await make('b'), await make('c')]
  valueOf(await engine.run('views.move', { viewId: c, beforeViewId: a }))
  expect(await names()).toEqual(['c', 'a', 'b'])
  valueOf(await engine.run('views.move', { viewId: a, beforeViewId: null }))
  expect(await names()).toEqual(['c', 'b', 'a'])
  valueOf(await engine.run('views.move', { viewId: a, beforeViewId: b }))
  expect(await names()).toEqual(['c', 'a', 'b'])
  valueOf(await engine.run('history.undo', {}))
  expect(await names()).toEqual(['c', 'b', 'a'])
  expect(codeOf(await engine.run('views.move', { viewId: a, beforeViewId: 999 }))).toBe('view.notFound')
})

test('a view from before there were kanbans is a grid; a copy of it can be a kanban, and a locked kanban keeps its lanes', async () => {
  const { engine, make } = await book()
  const grid = await make('全部')
  const { layout: _, ...old } = emptyViewSettings
  expect(viewSettingsSchema.parse(old).layout).toEqual({ kind: 'grid' })
  const layout = { kind: 'kanban' as const, columnId: 5, cardColumnIds: [1], sumColumnId: null, hideEmpty: false }
  const copy = valueOf(await engine.run('views.duplicate', { viewId: grid, name: '看板', layout }))
  expect(copy.settings).toEqual({ ...emptyViewSettings, layout })
  valueOf(await engine.run('views.setLocked', { viewId: copy.id, locked: true }))
  const settings = { ...copy.settings, layout: { ...layout, columnId: 6 } }
  expect(codeOf(await engine.run('views.update', { viewId: copy.id, settings }))).toBe('view.locked')
})
