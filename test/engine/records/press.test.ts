import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OperationInput } from '#shared/contract/engine.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const clock = { today: () => '2026-11-26', now: () => '2026-11-26T09:30:15' }

/** Two customers, and a way to make buttons that work on them. */
async function shop() {
  const { engine, path } = temporaryBase({ clock })
  const book = await makeBook(engine)
  const run = engine.run
  const { id: tableId } = book.customers
  const next = valueOf(await run('columns.create', { tableId, name: '下次联系', type: 'date', settings: {} }))
  const owner = valueOf(await run('columns.create', { tableId, name: '负责人', type: 'member', settings: {} }))
  const member = valueOf(await run('members.create', { name: '李雷' }))
  valueOf(await run('base.setActor', { memberId: member.id }))
  const rows = ['华东精密', '李 & 王'].map((each) => ({ cells: [{ columnId: book.name.id, value: each }] }))
  const { ids } = valueOf(await run('rows.insert', { tableId, rows }))
  const rowId = ids[0] ?? 0
  const button = async (settings: Record<string, unknown>, name = '标记已联系') =>
    valueOf(await run('columns.create', { tableId, name, type: 'button', settings })).id
  const press = (columnId: number, id = rowId) => run('rows.press', { tableId, rowId: id, columnId })
  const cells = async (id = rowId) => valueOf(await run('rows.get', { tableId, rowId: id })).cells
  return { engine, path, run, ...book, tableId, next, owner, member, ids, rowId, button, press, cells }
}

type Shop = Awaited<ReturnType<typeof shop>>

const contacted = ({ status, next, owner, at, content, link }: Shop) => [
  {
    kind: 'setCells',
    cells: [
      { columnId: status.id, kind: 'value', value: 2 },
      { columnId: next.id, kind: 'today', days: 7 },
      { columnId: owner.id, kind: 'me' },
    ],
  },
  {
    kind: 'addLinked',
    linkColumnId: link.inverse.id,
    cells: [
      { columnId: content.id, kind: 'value', value: '电话联系' },
      { columnId: at.id, kind: 'now', days: 0 },
    ],
    open: true,
  },
]

/** Refused with this code, and the base holds what it held. */
async function refused(shopped: Shop, columnId: number, code: string, rowId = shopped.rowId): Promise<string> {
  const before = contentOf(shopped.path)
  const answer = await shopped.press(columnId, rowId)
  expect(contentOf(shopped.path)).toEqual(before)
  if (answer.ok) throw new Error('was not refused')
  expect(answer.failure.code).toBe(code)
  return answer.failure.message['zh-CN']
}

test('one press sets cells, adds a linked row to be written on, and is one step of undo with the name of the button', async () => {
  const s = await shop()
  const columnId = await s.button({ actions: contacted(s) })
  const before = contentOf(s.path)
  const pressed = valueOf(await s.press(columnId))
  expect(pressed).toMatchObject({ label: '标记已联系', updated: 3, added: 1, addresses: [], open: { tableId: s.followUps.id, title: '电话联系' } })
  expect(await s.cells()).toMatchObject({ [s.status.id]: 2, [s.next.id]: '2026-12-03', [s.owner.id]: s.member.id, [s.count.id]: 1 })
  const added = valueOf(await s.run('rows.get', { tableId: s.followUps.id, rowId: pressed.open?.id ?? 0 }))
  expect(added.cells[s.at.id]).toBe('2026-11-26T09:30')
  expect(added.links[s.link.column.id]?.map(({ title }) => title)).toEqual(['华东精密'])

  const [entry] = valueOf(await s.run('history.list', {}))
  expect(entry).toMatchObject({ operation: 'rows.press', summary: { label: '标记已联系', added: 1, linked: 1 } })
  const after = contentOf(s.path)
  expect(valueOf(await s.run('history.state', {}))).toEqual({ undo: 'rows.press', redo: null, undoLabel: '标记已联系' })
  valueOf(await s.run('history.undo', {}))
  expect(contentOf(s.path)).toEqual(before)
  expect(valueOf(await s.run('history.state', {}))).toMatchObject({ redo: 'rows.press', redoLabel: '标记已联系' })
  valueOf(await s.run('history.redo', {}))
  expect(contentOf(s.path)).toEqual(after)
  const { items } = valueOf(await s.run('history.row', { tableId: s.tableId, rowId: s.rowId }))
  expect(items.filter(({ operation }) => operation === 'rows.press').every(({ label }) => label === '标记已联系')).toBe(true)
})

test('a label of its own stands in the history, and outlives a change of the button', async () => {
  const s = await shop()
  const columnId = await s.button({ label: ' 联系过了 ', actions: contacted(s) })
  expect(valueOf(await s.press(columnId)).label).toBe('联系过了')
  valueOf(await s.run('columns.update', { columnId, settings: { label: '别的' } }))
  expect(valueOf(await s.run('history.list', {})).map(({ summary }) => summary.label)).toContain('联系过了')
})

test('addresses hold what the row said when it was pressed; with nothing written there is no step of undo', async () => {
  const s = await shop()
  const address = ['https://example.com/?q=', { columnId: s.name.id }, '&n=', { columnId: s.count.id }]
  const columnId = await s.button({ actions: [{ kind: 'openUrl', address }] })
  const steps = valueOf(await s.run('history.list', {})).length
  expect(valueOf(await s.press(columnId, s.ids[1]))).toMatchObject({
    addresses: ['https://example.com/?q=%E6%9D%8E%20%26%20%E7%8E%8B&n=0'],
    updated: 0,
  })
  expect(valueOf(await s.run('history.list', {}))).toHaveLength(steps)
})

test('no address, or an unsafe one, is told in a sentence, and what the other actions would do is not done', async () => {
  const s = await shop()
  const site = valueOf(await s.run('columns.create', { tableId: s.tableId, name: '主页', type: 'text', settings: {} }))
  const columnId = await s.button({ actions: [...contacted(s), { kind: 'openUrl', address: [{ columnId: site.id }] }] })
  expect(await refused(s, columnId, 'button.noAddress')).toContain('「主页」是空的')
  for (const bad of ['javascript:alert(1)', 'file:///etc/passwd', 'https://user@evil.com/']) {
    valueOf(await s.run('rows.update', { tableId: s.tableId, rows: [{ id: s.rowId, cells: [{ columnId: site.id, value: bad }] }] }))
    expect(await refused(s, columnId, 'button.badAddress')).toContain(bad)
  }
})

test('rules of the columns hold, and nothing is half-written', async () => {
  const s = await shop()
  const set = (columnId: number, value: string | number | null) => ({ kind: 'setCells', cells: [{ columnId, kind: 'value', value }] })
  const add = (cells: object[], open = false) => ({ kind: 'addLinked', linkColumnId: s.link.inverse.id, cells, open })
  const first = set(s.next.id, '2026-01-01')
  const wrong = await s.button({ actions: [first, set(s.next.id, '不是日期')] }, '一')
  await refused(s, wrong, 'cell.invalid')

  valueOf(await s.run('columns.update', { columnId: s.amount.id, validation: { kind: 'number', min: 100, max: null } }))
  const small = await s.button({ actions: [first, add([{ columnId: s.amount.id, kind: 'value', value: 5 }])] }, '二')
  await refused(s, small, 'cell.tooSmall')

  valueOf(await s.run('columns.update', { columnId: s.name.id, required: true }))
  await refused(s, await s.button({ actions: [first, set(s.name.id, null)] }, '三'), 'cell.required')

  valueOf(await s.run('columns.update', { columnId: s.content.id, required: true }))
  await refused(s, await s.button({ actions: [first, add([])] }, '四'), 'cell.required')
  expect(valueOf(await s.press(await s.button({ actions: [first, add([], true)] }, '五'))).open).not.toBeNull()

  valueOf(await s.run('tables.addUnique', { tableId: s.tableId, columnIds: [s.name.id] }))
  await refused(s, await s.button({ actions: [first, set(s.name.id, '李 & 王')] }, '六'), 'row.duplicate')
})

test('a deleted column stops the button with its reason, and undo brings it back; renaming changes nothing', async () => {
  const s = await shop()
  const columnId = await s.button({ actions: contacted(s) })
  valueOf(await s.run('columns.update', { columnId: s.next.id, name: '下一次' }))
  for (const used of [s.next, s.content, s.link.inverse]) {
    const dependents = valueOf(await s.run('base.dependents', { kind: 'column', id: used.id }))
    expect(dependents).toContainEqual({ kind: 'button', id: columnId, name: '标记已联系', tableName: '客户' })
    valueOf(await s.run('columns.delete', { columnId: used.id }))
    await refused(s, columnId, 'button.columnGone')
    valueOf(await s.run('history.undo', {}))
  }
  // The settings of a stopped button can still be read and renamed.
  valueOf(await s.run('columns.delete', { columnId: s.next.id }))
  valueOf(await s.run('columns.update', { columnId, name: '联系' }))
  valueOf(await s.run('history.undo', {}))
  valueOf(await s.run('history.undo', {}))
  expect(valueOf(await s.press(columnId)).updated).toBe(3)
})

test('an option that is gone, and a column of another type, stop the button too', async () => {
  const s = await shop()
  const columnId = await s.button({ actions: contacted(s) })
  expect(valueOf(await s.run('base.dependents', { kind: 'option', id: s.status.id, optionId: 2 })).map(({ name }) => name)).toContain('标记已联系')
  valueOf(await s.run('columns.update', { columnId: s.status.id, settings: { options: [{ id: 1, name: '新建', color: 'blue' }] } }))
  await refused(s, columnId, 'button.cannotFill')
  valueOf(await s.run('history.undo', {}))
  const told = valueOf(await s.run('columns.previewConversion', { columnId: s.next.id, to: { type: 'text' } })).references
  expect(told).toContainEqual({ kind: 'column', name: '标记已联系', effect: 'stopped' })
  valueOf(await s.run('columns.convert', { columnId: s.next.id, to: { type: 'number' }, onLoss: 'empty' }))
  await refused(s, columnId, 'button.cannotFill')
})

test('a condition says for which rows it can be pressed, and pages say so', async () => {
  const s = await shop()
  const condition = { kind: 'condition', columnId: s.status.id, operator: 'noneOf', value: [2] }
  const columnId = await s.button({ actions: contacted(s), condition })
  const shown = async () => {
    const page = valueOf(
      await s.run('rows.page', { tableId: s.tableId, query: emptyRowQuery, columnIds: [s.name.id, columnId], offset: 0, limit: 10 }),
    )
    return page.items.map((item) => (item.kind === 'row' ? item.cells[1] : null))
  }
  expect(await shown()).toEqual([1, 1])
  valueOf(await s.press(columnId))
  expect(await shown()).toEqual([0, 1])
  expect((await s.cells())[columnId]).toBe(0)
  await refused(s, columnId, 'button.notForRow')
  valueOf(await s.press(columnId, s.ids[1]))

  valueOf(await s.run('columns.delete', { columnId: s.status.id }))
  await refused(s, columnId, 'button.conditionGone', s.ids[1])
})

test('what is no row, no button, or another table is refused', async () => {
  const s = await shop()
  const columnId = await s.button({ actions: contacted(s) })
  await refused(s, columnId, 'row.notFound', 9999)
  await refused(s, 9999, 'column.notFound')
  await refused(s, s.name.id, 'column.notFound')
  expect((await s.run('rows.press', { tableId: s.followUps.id, rowId: 1, columnId })).ok).toBe(false)
  await refused(s, await s.button({}, '空'), 'button.noActions')
})

test('settings that no press could ever carry out are not saved', async () => {
  const s = await shop()
  const settings: Record<string, unknown>[] = [
    { actions: [{ kind: 'setCells', cells: [{ columnId: s.count.id, kind: 'value', value: 1 }] }] },
    { actions: [{ kind: 'setCells', cells: [{ columnId: s.content.id, kind: 'value', value: '别的表' }] }] },
    { actions: [{ kind: 'setCells', cells: [{ columnId: s.name.id, kind: 'today', days: 1 }] }] },
    { actions: [{ kind: 'setCells', cells: [{ columnId: s.next.id, kind: 'today', days: 0.5 }] }] },
    { actions: [{ kind: 'addLinked', linkColumnId: s.name.id, cells: [], open: true }] },
    { actions: [{ kind: 'addLinked', linkColumnId: s.link.column.id, cells: [], open: true }] },
    { actions: [{ kind: 'openUrl', address: [{ columnId: s.content.id }] }] },
    { actions: [{ kind: 'run', command: 'rm' }] },
    { condition: { kind: 'condition', columnId: s.content.id, operator: 'isEmpty' } },
  ]
  for (const each of settings) {
    const answer = await s.run('columns.create', { tableId: s.tableId, name: '不行', type: 'button', settings: each })
    expect(answer.ok ? each : answer.failure.code).toBe('column.invalid')
  }
})

test('a button holds nothing: it is not written into, read by others, exported, or what rows are called by', async () => {
  const s = await shop()
  const columnId = await s.button({ actions: contacted(s) })
  const attempts: (() => Promise<{ ok: boolean }>)[] = [
    () => s.run('rows.update', { tableId: s.tableId, rows: [{ id: s.rowId, cells: [{ columnId, value: 'x' }] }] }),
    () => s.run('tables.setPrimary', { tableId: s.tableId, columnId }),
    () => s.run('tables.addUnique', { tableId: s.tableId, columnIds: [columnId] }),
    () =>
      s.run('columns.create', {
        tableId: s.followUps.id,
        name: '查找',
        type: 'lookup',
        settings: { linkColumnId: s.link.column.id, targetColumnId: columnId },
      }),
    () => s.run('columns.create', { tableId: s.tableId, name: '公式', type: 'formula', settings: { source: '{标记已联系}' } }),
    () => s.run('columns.convert', { columnId: s.name.id, to: { type: 'button' }, onLoss: 'empty' } satisfies OperationInput<'columns.convert'>),
  ]
  const before = contentOf(s.path)
  for (const attempt of attempts) expect((await attempt()).ok).toBe(false)
  expect(contentOf(s.path)).toEqual(before)
  expect((await s.cells())[columnId]).toBeNull()

  const path = join(temporaryFolder(), '客户.csv')
  const exported = { tableId: s.tableId, query: emptyRowQuery, columnIds: [s.name.id, columnId], path }
  valueOf(await s.run('export.view', { ...exported, format: 'csv', encoding: 'utf-8', lang: 'zh-CN' }))
  expect(readFileSync(path, 'utf8')).toBe('\uFEFF客户名称\r\n华东精密\r\n李 & 王\r\n')

  const sorted = {
    ...emptyRowQuery,
    sorts: [{ columnId, direction: 'descending' as const }],
    groups: [{ columnId, direction: 'ascending' as const }],
  }
  const page = valueOf(await s.run('rows.page', { tableId: s.tableId, query: sorted, columnIds: [], offset: 0, limit: 10 }))
  expect(page.items.map((item) => item.kind)).toEqual(['row', 'row'])
})

test('converted into a button a column loses all, and says so; back from it everything is empty', async () => {
  const s = await shop()
  const id = s.status.id
  valueOf(await s.run('rows.update', { tableId: s.tableId, rows: [{ id: s.rowId, cells: [{ columnId: id, value: 1 }] }] }))
  const input = { columnId: id, to: { type: 'button' as const } }
  expect(valueOf(await s.run('columns.previewConversion', input))).toMatchObject({ lost: 1, empty: 1, same: 0, changed: 0 })
  expect(await s.run('columns.convert', { ...input, onLoss: 'stop' })).toMatchObject({ ok: false, failure: { code: 'column.wouldLose' } })
  valueOf(await s.run('columns.convert', { ...input, onLoss: 'empty' }))
  expect(valueOf(await s.run('columns.previewConversion', { columnId: id, to: { type: 'text' } }))).toMatchObject({ empty: 2, lost: 0 })
})
