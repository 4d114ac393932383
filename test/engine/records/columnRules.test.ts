import { expect, test } from 'vitest'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnType } from '#shared/model/column.ts'
import type { Preset, Validation } from '#shared/model/columnRules.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

type Made = { type: ColumnType; settings?: Record<string, unknown>; required?: boolean; defaultValue?: Preset; validation?: Validation }

async function tableOf(columns: readonly Made[]) {
  const clock = { today: () => '2026-11-26', now: () => '2026-11-26T10:20:30' }
  const { engine, path } = temporaryBase({ clock })
  const me = valueOf(await engine.run('members.create', { name: '李雷' })).id
  valueOf(await engine.run('base.setActor', { memberId: me }))
  const tableId = valueOf(await engine.run('tables.create', { name: '表' })).id
  const ids: number[] = []
  for (const [place, { settings = {}, ...made }] of columns.entries()) {
    ids.push(valueOf(await engine.run('columns.create', { tableId, name: `列${place}`, settings, ...made })).id)
  }
  const insert = (cells: Record<number, CellValue>) => engine.run('rows.insert', { tableId, rows: [{ cells: cellsOf(cells) }] })
  const cellsOf = (cells: Record<number, CellValue>) => Object.entries(cells).map(([place, value]) => ({ columnId: ids[Number(place)] ?? 0, value }))
  const rows = async () => {
    const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds: ids, offset: 0, limit: 100 }))
    return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []))
  }
  return { engine, path, tableId, ids, me, insert, cellsOf, rows }
}

const options = [
  { id: 1, name: '新建', color: 'blue' },
  { id: 2, name: '成交', color: 'green' },
]

test('a new row gets the defaults of what it says nothing of; what is said stays, an empty cell too', async () => {
  const book = await tableOf([
    { type: 'text', defaultValue: { kind: 'value', value: '待定' } },
    { type: 'date', defaultValue: { kind: 'today' } },
    { type: 'dateTime', defaultValue: { kind: 'now' } },
    { type: 'member', defaultValue: { kind: 'me' } },
    { type: 'members', defaultValue: { kind: 'me' } },
    { type: 'singleSelect', settings: { options }, defaultValue: { kind: 'value', value: 1 } },
    { type: 'checkbox', defaultValue: { kind: 'value', value: 1 } },
  ])
  valueOf(await book.insert({}))
  valueOf(await book.insert({ 0: '有话', 1: null, 5: 2 }))
  const filled = ['待定', '2026-11-26', '2026-11-26T10:20', book.me, `[${book.me}]`, 1, 1]
  expect(await book.rows()).toEqual([filled, ['有话', null, '2026-11-26T10:20', book.me, `[${book.me}]`, 2, 1]])
  const rows = [{ cells: [] }, { cells: book.cellsOf({ 0: '两行' }) }]
  valueOf(await book.engine.run('rows.insert', { tableId: book.tableId, rows }))
  expect((await book.rows()).slice(2).map((cells) => cells[0])).toEqual(['待定', '两行'])
})

test('undo, redo and the trash bring back what was there, not the defaults', async () => {
  const book = await tableOf([{ type: 'text', defaultValue: { kind: 'value', value: '待定' } }, { type: 'number' }])
  const { ids } = valueOf(await book.insert({ 0: null, 1: 5 }))
  const before = contentOf(book.path)
  valueOf(await book.engine.run('rows.delete', { tableId: book.tableId, rowIds: ids }))
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  valueOf(await book.engine.run('history.undo', {}))
  valueOf(await book.engine.run('history.redo', {}))
  expect(await book.rows()).toEqual([[null, 5]])
})

test('a default of an option that is gone makes an empty cell, and one that is no value of the column is refused', async () => {
  const book = await tableOf([{ type: 'singleSelect', settings: { options }, defaultValue: { kind: 'value', value: 1 } }, { type: 'number' }])
  const [select = 0, number = 0] = book.ids
  valueOf(await book.engine.run('columns.update', { columnId: select, settings: { options: options.slice(1) }, defaultValue: null }))
  valueOf(await book.insert({}))
  expect(await book.rows()).toEqual([[null, null]])
  for (const defaultValue of [{ kind: 'value', value: '三' }, { kind: 'today' }, { kind: 'me' }] as const) {
    expect(await book.engine.run('columns.update', { columnId: number, defaultValue })).toMatchObject({
      ok: false,
      failure: { code: 'column.invalid' },
    })
  }
})

test('a required cell is never emptied; a row a person begins may wait', async () => {
  const book = await tableOf([{ type: 'text', required: true }])
  const { ids } = valueOf(await book.insert({ 0: '甲' }))
  const required = { ok: false, failure: { code: 'cell.required' } }
  expect(await book.insert({ 0: null })).toMatchObject(required)
  expect(await book.insert({ 0: '' })).toMatchObject(required)
  const emptied = [{ id: ids[0] ?? 0, cells: book.cellsOf({ 0: null }) }]
  expect(await book.engine.run('rows.update', { tableId: book.tableId, rows: emptied })).toMatchObject(required)
  const all = { tableId: book.tableId, filter: null, columnId: book.ids[0] ?? 0, value: null }
  expect(await book.engine.run('rows.updateWhere', all)).toMatchObject(required)
  expect(await book.insert({})).toMatchObject(required)
  valueOf(await book.engine.run('rows.insert', { tableId: book.tableId, rows: [{ cells: [] }], begun: true }))
  expect(await book.rows()).toEqual([['甲'], [null]])
})

test('numbers, texts and days against the rule of their column are refused with a sentence, and nothing is written', async () => {
  const book = await tableOf([
    { type: 'number', validation: { kind: 'number', min: 0, max: 100 } },
    { type: 'text', validation: { kind: 'text', maxLength: 5, pattern: '[A-Z]\\d+', message: '请填字母加数字' } },
    { type: 'dateTime', validation: { kind: 'date', from: '2026-01-01', to: '2026-12-31' } },
  ])
  valueOf(await book.insert({ 0: 0, 1: 'A1234', 2: '2026-12-31T23:59' }))
  valueOf(await book.insert({ 0: 100, 1: null, 2: '2026-01-01T00:00' }))
  const why = async (cells: Record<number, CellValue>) => {
    const answer = await book.insert(cells)
    return answer.ok ? null : [answer.failure.code, answer.failure.message['zh-CN']]
  }
  expect(await why({ 0: -1 })).toEqual(['cell.tooSmall', '「列0」不能小于（早于）0.00。'])
  expect((await why({ 0: 100.5 }))?.[0]).toBe('cell.tooLarge')
  expect(await why({ 1: 'a1' })).toEqual(['cell.ownRule', '请填字母加数字'])
  expect((await why({ 1: 'A12345' }))?.[0]).toBe('cell.tooLong')
  expect((await why({ 2: '2027-01-01T00:00' }))?.[0]).toBe('cell.tooLarge')
  expect((await book.rows()).length).toBe(2)
})

test('a rule of another kind and a pattern that cannot be read are no rules', async () => {
  const book = await tableOf([{ type: 'text' }])
  const columnId = book.ids[0] ?? 0
  const rules: Validation[] = [
    { kind: 'number', min: 0, max: 1 },
    { kind: 'text', maxLength: null, pattern: '(a', message: '' },
  ]
  for (const validation of rules) {
    expect(await book.engine.run('columns.update', { columnId, validation })).toMatchObject({ ok: false, failure: { code: 'column.invalid' } })
  }
})
