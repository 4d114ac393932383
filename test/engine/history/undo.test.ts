import { expect, test } from 'vitest'
import { emptyViewSettings } from '#shared/model/view.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('undo passes over how a view is arranged, and takes back its name', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const view = valueOf(await engine.run('views.create', { tableId: book.customers.id, name: '全部', settings: emptyViewSettings }))
  valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [{ columnId: book.name.id, value: '甲' }] }] }))
  valueOf(await engine.run('history.undo', {}))
  valueOf(await engine.run('views.update', { viewId: view.id, settings: { ...emptyViewSettings, rowHeight: 'tall' } }))
  expect(valueOf(await engine.run('history.state', {}))).toEqual({ undo: 'views.create', redo: 'rows.insert' })
  valueOf(await engine.run('history.redo', {}))
  const viewNow = valueOf(await engine.run('base.describe', {})).views.find((each) => each.id === view.id)
  expect(viewNow?.settings.rowHeight).toBe('tall')
  valueOf(await engine.run('views.update', { viewId: view.id, name: '所有客户' }))
  valueOf(await engine.run('history.undo', {}))
  expect(valueOf(await engine.run('base.describe', {})).views.find((each) => each.id === view.id)?.name).toBe('全部')
})
