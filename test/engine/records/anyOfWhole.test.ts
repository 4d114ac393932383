import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Two customers with a follow-up each of another result, and the condition that takes either of both results. */
async function twoCustomers() {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const rows = ['华东精密', '华南贸易'].map((value) => ({ cells: [{ columnId: book.name.id, value }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows }))
  const is = (value: number) => ({ kind: 'condition' as const, columnId: book.result.id, operator: 'anyOf' as const, value: [value] })
  const either = { kind: 'or' as const, items: [is(1), is(2)] }
  for (const [place, id] of ids.entries()) {
    const cells = [
      { columnId: book.content.id, value: place === 0 ? '报价' : '回访' },
      { columnId: book.result.id, value: place + 1 },
    ]
    const links = [{ columnId: book.link.column.id, rowIds: [id] }]
    valueOf(await engine.run('rows.insert', { tableId: book.followUps.id, rows: [{ cells, links }] }))
  }
  return { engine, book, ids, either }
}

test('a rollup with one of several conditions looks at linked rows alone', async () => {
  const { engine, book, ids, either } = await twoCustomers()
  const settings = { linkColumnId: book.link.inverse.id, targetColumnId: null, function: 'count', orderColumnId: null, filter: either }
  const rollup = valueOf(await engine.run('columns.create', { tableId: book.customers.id, name: '有结果', type: 'rollup', settings }))
  for (const rowId of ids) {
    const { cells } = valueOf(await engine.run('rows.get', { tableId: book.customers.id, rowId }))
    expect(cells[rollup.id]).toBe(1)
  }
})

test('a search looks within the rows that pass one of several conditions', async () => {
  const { engine, book, either } = await twoCustomers()
  const query = { filter: either, sorts: [], groups: [], search: '回访' }
  const page = valueOf(await engine.run('rows.page', { tableId: book.followUps.id, query, columnIds: [], offset: 0, limit: 10 }))
  expect(page.rowCount).toBe(1)
})
