import { expect, test } from 'vitest'
import { displayColumn } from '#shared/model/columns/display.ts'
import { writeIds } from '#shared/model/idList.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Follow-ups with a result each and several topics; customers collect both. */
async function collectingBook() {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const create = async (tableId: number, name: string, type: 'multipleSelect' | 'rollup' | 'lookup', settings: Record<string, unknown>) =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings }))
  const options = ['报价', '送货', '质量'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))
  const topics = await create(book.followUps.id, '话题', 'multipleSelect', { options })
  const rollup = { linkColumnId: book.link.inverse.id, function: 'collect', orderColumnId: null, filter: null }
  const results = await create(book.customers.id, '有过的结果', 'rollup', { ...rollup, targetColumnId: book.result.id })
  const talked = await create(book.customers.id, '谈过的话题', 'rollup', { ...rollup, targetColumnId: topics.id })
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [] }] }))
  const customer = ids[0] ?? 0
  const talk = async (result: number | null, about: number[]): Promise<number> => {
    const cells = [
      { columnId: book.result.id, value: result },
      { columnId: topics.id, value: writeIds(about) },
    ]
    const rows = [{ cells, links: [{ columnId: book.link.column.id, rowIds: [customer] }] }]
    return valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows })).ids[0] ?? 0
  }
  const cells = async () => {
    const row = valueOf(await engine.run('rows.get', { tableId: book.customers.id, rowId: customer }))
    return [row.cells[results.id], row.cells[talked.id]]
  }
  return { engine, book, topics, results, talked, customer, talk, cells }
}

test('each option once, of single and of multiple selects, with every edit and back by undo', async () => {
  const { engine, book, talk, cells } = await collectingBook()
  expect(await cells()).toEqual([null, null])
  await talk(2, [3, 1])
  const second = await talk(1, [1])
  await talk(2, [])
  expect(await cells()).toEqual(['[1,2]', '[1,3]'])
  valueOf(await engine.run('rows.delete', { tableId: book.followUps.id, rowIds: [second] }))
  expect(await cells()).toEqual(['[2]', '[1,3]'])
  valueOf(await engine.run('history.undo', {}))
  expect(await cells()).toEqual(['[1,2]', '[1,3]'])
})

test('what is collected shows, filters and groups as a multiple select with the options of the column it reads', async () => {
  const { engine, book, results, customer, talk } = await collectingBook()
  await talk(2, [])
  const base = valueOf(await engine.run('base.describe', {}))
  const shown = displayColumn(results, new Map(base.columns.map((column) => [column.id, column])))
  expect([shown.type, shown.type === 'multipleSelect' ? shown.settings.options.map(({ name }) => name) : []]).toEqual([
    'multipleSelect',
    ['有意向', '谈判中'],
  ])
  const page = async (optionId: number) => {
    const filter = { kind: 'condition' as const, columnId: results.id, operator: 'anyOf' as const, value: [optionId] }
    const query = { filter, sorts: [], groups: [{ columnId: results.id, direction: 'ascending' as const }], search: '' }
    return valueOf(await engine.run('rows.page', { tableId: book.customers.id, query, columnIds: [], offset: 0, limit: 10 }))
  }
  expect((await page(2)).items.flatMap((item) => (item.kind === 'row' ? [item.id] : []))).toEqual([customer])
  expect((await page(1)).rowCount).toBe(0)
})

test('what was collected becomes a multiple select of its own when the column is made plain', async () => {
  const { engine, book, results, customer, talk } = await collectingBook()
  await talk(2, [])
  await talk(1, [])
  valueOf(await engine.run('columns.convert', { columnId: results.id, to: { type: 'multipleSelect', settings: {} } }))
  const row = valueOf(await engine.run('rows.get', { tableId: book.customers.id, rowId: customer }))
  const column = valueOf(await engine.run('base.describe', {})).columns.find(({ id }) => id === results.id)
  const options = column?.type === 'multipleSelect' ? column.settings.options : []
  const ids: unknown = JSON.parse(String(row.cells[results.id]))
  expect(options.map(({ name }) => name)).toEqual(['有意向', '谈判中'])
  expect(ids).toEqual(options.map(({ id }) => id))
})
