import { expect, test } from 'vitest'
import type { Group } from '#shared/model/group.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('rows stand in groups of the row they link to, and of what is looked up there, with what their rows add up to', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const customers = ['乙公司', '甲公司'].map((name, at) => ({
    cells: [
      { columnId: book.name.id, value: name },
      { columnId: book.status.id, value: at + 1 },
    ],
  }))
  const [second = 0, first = 0] = valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: customers })).ids
  const followUp = (customer: number | null, amount: number) => ({
    cells: [{ columnId: book.amount.id, value: amount }],
    links: customer === null ? [] : [{ columnId: book.link.column.id, rowIds: [customer] }],
  })
  const rows = [followUp(second, 1), followUp(first, 10), followUp(null, 100), followUp(first, 0.1)]
  const made = valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows })).ids

  const list = async (groups: Group[], collapsed: string[] = []) => {
    const query = { filter: null, sorts: [], groups, search: '' }
    const page = valueOf(await engine.run('rows.page', { tableId: book.followUps.id, query, collapsed, columnIds: [], offset: 0, limit: 100 }))
    const heads = page.items.filter((item) => item.kind === 'group')
    const statistics = [{ columnId: book.amount.id, statistic: 'sum' as const }]
    const keys = heads.map(({ key }) => key)
    const sums = valueOf(await engine.run('rows.subtotals', { tableId: book.followUps.id, query, statistics, keys }))
    return { page, heads, lines: heads.map(({ value, count }, at) => [value, count, sums[at]?.[0]]) }
  }
  const byLink: Group = { columnId: book.link.column.id, direction: 'ascending' }
  const linked = await list([byLink])
  expect(linked.lines).toEqual([
    ['甲公司', 2, 10.1],
    ['乙公司', 1, 1],
    [null, 1, 100],
  ])
  // A row of the group, to read off what a new one has to hold.
  expect(linked.heads.map(({ firstRowId }) => firstRowId)).toEqual([made[1], made[0], made[2]])
  expect((await list([{ ...byLink, order: { by: 'statistic', columnId: book.amount.id, statistic: 'sum' } }])).lines.map(([value]) => value)).toEqual(
    ['乙公司', '甲公司', null],
  )
  expect((await list([{ columnId: book.statusThere.id, direction: 'descending' }])).lines).toEqual([
    [2, 2, 10.1],
    [1, 1, 1],
    [null, 1, 100],
  ])

  // All folded at once, then one of them opened.
  const folded = await list([byLink], ['*'])
  expect(folded.page.items.map(({ kind }) => kind)).toEqual(['group', 'group', 'group'])
  const opened = await list([byLink], ['*', '["甲公司"]'])
  expect(opened.page.items.map(({ kind }) => kind)).toEqual(['group', 'row', 'row', 'group', 'group'])

  // What was counted is counted again after an edit.
  const edit = { id: made[0] ?? 0, cells: [{ columnId: book.amount.id, value: 5 }] }
  valueOf(await engine.run('rows.update', { tableId: book.followUps.id, rows: [edit] }))
  expect((await list([byLink])).lines[1]).toEqual(['乙公司', 1, 5])
})

test('texts that sort alike are groups of their own, each in one piece', async () => {
  const { engine } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '表' }))
  const name = valueOf(await engine.run('columns.create', { tableId, name: '名称', type: 'text', settings: {} })).id
  const rows = ['a', 'A', 'a', 'A', ''].map((value) => ({ cells: [{ columnId: name, value }] }))
  valueOf(await engine.run('rows.insert', { tableId, rows }))
  const query = { filter: null, sorts: [], groups: [{ columnId: name, direction: 'ascending' as const }], search: '' }
  const page = valueOf(await engine.run('rows.page', { tableId, query, columnIds: [], offset: 0, limit: 100 }))
  expect(page.items.flatMap((item) => (item.kind === 'group' ? [[item.value, item.count]] : []))).toEqual([
    ['A', 2],
    ['a', 2],
    [null, 1],
  ])
})
