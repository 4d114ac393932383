import { expect, test } from 'vitest'
import { emptyViewSettings } from '#shared/model/view.ts'
import { makeBook } from '../support/book.ts'
import { customerBook } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

async function smallBook() {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const of = async (kind: 'column' | 'table' | 'view' | 'option', id: number, optionId: number | null = null) =>
    valueOf(await engine.run('base.dependents', { kind, id, optionId })).map((each) => `${each.kind} ${each.tableName}·${each.name}`)
  return { engine, book, of }
}

test('what reads a column is said: rollups, lookups, their order and conditions, filters, sorts, groups and charts', async () => {
  const { engine, book, of } = await smallBook()
  const settings = { ...emptyViewSettings, sorts: [{ columnId: book.amount.id, direction: 'ascending' as const }] }
  valueOf(await engine.run('views.create', { tableId: book.followUps.id, name: '大单', settings }))
  expect(await of('column', book.amount.id)).toEqual(['column 客户·合计', 'column 客户·各次金额', 'view 跟进记录·大单'])
  expect(await of('column', book.at.id)).toEqual(['column 客户·最近时间', 'column 客户·最近内容', 'column 客户·最近谈判'])
  expect(await of('column', book.result.id)).toEqual(['column 客户·最近谈判'])
  expect(await of('column', book.number.id)).toEqual([])
})

test('the lanes of a kanban depend on their column, what its cards show does not', async () => {
  const { engine, book, of } = await smallBook()
  const layout = { kind: 'kanban' as const, columnId: book.result.id, cardColumnIds: [book.number.id], sumColumnId: null, hideEmpty: false }
  valueOf(await engine.run('views.create', { tableId: book.followUps.id, name: '看板', settings: { ...emptyViewSettings, layout } }))
  expect(await of('column', book.result.id)).toContain('view 跟进记录·看板')
  expect(await of('column', book.number.id)).toEqual([])
})

test('the other side of a link and the name of the rows are said', async () => {
  const { book, of } = await smallBook()
  const link = await of('column', book.link.column.id)
  expect(link[0]).toBe('otherSide 客户·跟进记录')
  expect(link).toContain('column 跟进记录·客户状态')
  expect(link).toContain('column 客户·合计')
  const name = await of('column', book.name.id)
  expect(name).toContain('title 客户·客户')
  // Links to the rows go on, under the rows' new names.
  expect(name).not.toContain(`column 跟进记录·${book.link.column.name}`)
})

test('a table names what stands in other tables', async () => {
  const { book, of } = await smallBook()
  const found = await of('table', book.followUps.id)
  expect(found).toContain('otherSide 客户·跟进记录')
  expect(found).toContain('column 客户·合计')
  expect(found.some((each) => each.includes('跟进记录·客户状态'))).toBe(false)
})

test('an option names the conditions that ask for it', async () => {
  const { book, of } = await smallBook()
  expect(await of('option', book.result.id, 2)).toEqual(['column 客户·最近谈判'])
  expect(await of('option', book.result.id, 1)).toEqual([])
})

test('an option names formulas that compare with its name, options that follow it, the default, views and their colours', async () => {
  const { engine, book, of } = await smallBook()
  const tableId = book.customers.id
  const { id: statusId } = book.status
  const formula = (name: string, source: string) => engine.run('columns.create', { tableId, name, type: 'formula', settings: { source } })
  valueOf(await formula('成了', 'IF({状态} = "已成交", 1, 0)'))
  valueOf(await formula('状态文字', '{状态} & "洽谈中"'))
  const stages = [{ id: 1, name: '首单', color: 'blue' }]
  const cascade = { parentColumnId: statusId, offered: { '3': [1] } }
  valueOf(await engine.run('columns.create', { tableId, name: '阶段', type: 'singleSelect', settings: { options: stages, cascade } }))
  valueOf(await engine.run('columns.update', { columnId: statusId, defaultValue: { kind: 'value', value: 3 } }))
  const done = { kind: 'condition', columnId: statusId, operator: 'anyOf', value: [3] } as const
  const there = { kind: 'condition', columnId: book.statusThere.id, operator: 'anyOf', value: [3] } as const
  const colors = [{ kind: 'filter', filter: done, color: 'red', target: { kind: 'row' } }] as const
  valueOf(await engine.run('views.create', { tableId, name: '上色', settings: { ...emptyViewSettings, colors: [...colors] } }))
  valueOf(await engine.run('views.create', { tableId: book.followUps.id, name: '成交的', settings: { ...emptyViewSettings, filter: there } }))
  expect(await of('option', statusId, 3)).toEqual([
    'column 客户·成了',
    'cascade 客户·阶段',
    'default 客户·状态',
    'colors 客户·上色',
    'view 跟进记录·成交的',
  ])
  expect(await of('option', statusId, 2)).toEqual(['column 客户·状态文字'])
  expect(await of('option', statusId, 1)).toEqual([])
})

test('a view names the links it limits, a column the links and colours that ask for it', async () => {
  const { engine, book, of } = await smallBook()
  const filter = { kind: 'condition', columnId: book.status.id, operator: 'anyOf', value: [2] } as const
  const colors = [{ kind: 'option', columnId: book.status.id, target: { kind: 'row' } }] as const
  const settings = { ...emptyViewSettings, colors: [...colors] }
  const view = valueOf(await engine.run('views.create', { tableId: book.customers.id, name: '洽谈中', settings }))
  expect(await of('view', view.id)).toEqual([])
  const pick = { viewId: view.id, filter, match: [] }
  valueOf(await engine.run('columns.update', { columnId: book.link.column.id, settings: { pick } }))
  expect(await of('view', view.id)).toEqual(['link 跟进记录·客户'])
  expect(await of('option', book.status.id, 2)).toEqual(['link 跟进记录·客户'])
  expect(await of('column', book.status.id)).toEqual(['column 跟进记录·客户状态', 'link 跟进记录·客户', 'colors 客户·洽谈中'])
})

test('a button is named by the columns it fills and the options it gives', async () => {
  const { engine, book, of } = await smallBook()
  const tableId = book.customers.id
  const options = [1, 2].map((id) => ({ id, name: `标签 ${id}`, color: 'blue' }))
  const tags = valueOf(await engine.run('columns.create', { tableId, name: '标签', type: 'multipleSelect', settings: { options } }))
  const cells = [
    { kind: 'value', columnId: book.status.id, value: 3 },
    { kind: 'value', columnId: tags.id, value: '[2]' },
  ]
  valueOf(await engine.run('columns.create', { tableId, name: '成交', type: 'button', settings: { actions: [{ kind: 'setCells', cells }] } }))
  expect(await of('column', tags.id)).toEqual(['button 客户·成交'])
  expect(await of('option', book.status.id, 3)).toEqual(['button 客户·成交'])
  expect(await of('option', tags.id, 2)).toEqual(['button 客户·成交'])
  expect(await of('option', tags.id, 1)).toEqual([])
})

test("another member's own view is not told of", async () => {
  const { engine, book, of } = await smallBook()
  const [one, other] = [
    valueOf(await engine.run('members.create', { name: '李雷' })),
    valueOf(await engine.run('members.create', { name: '韩梅梅' })),
  ]
  valueOf(await engine.run('base.setActor', { memberId: one.id }))
  const settings = { ...emptyViewSettings, sorts: [{ columnId: book.status.id, direction: 'ascending' as const }] }
  valueOf(await engine.run('views.create', { tableId: book.customers.id, name: '我的', settings, personal: true }))
  expect(await of('column', book.status.id)).toContain('view 客户·我的')
  valueOf(await engine.run('base.setActor', { memberId: other.id }))
  expect(await of('column', book.status.id)).not.toContain('view 客户·我的')
})

test('schemes of the customer book are said', async () => {
  const book = await customerBook({ today: '2026-11-20' })
  const id = book.column('customer.annualPotential').id
  const found = valueOf(await book.engine.run('base.dependents', { kind: 'column', id }))
  expect(found.some((each) => each.kind === 'scheme')).toBe(true)
})
