import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { rowsOfClass, unclassifiedRows, unclassifiedWithAll, unclassifiedWithout } from '#shared/model/unclassified.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-03-01'

// Since when classes are known is told by the log, which has the time of the machine.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T10:00:00`) }))
afterEach(() => void vi.useRealTimers())

async function rowsOf(book: CustomerBook, { tableId }: Scheme, filter: Filter): Promise<number> {
  const query = { filter, sorts: [], groups: [], search: '' }
  return valueOf(await book.engine.run('rows.page', { tableId, query, columnIds: [], offset: 0, limit: 1 })).rowCount
}

test('each count is that of the rows that a click shows, for every scheme of the sample book', async () => {
  const book = await customerBook({ today, sample: true })
  const missing = []
  for (const scheme of book.base.schemes) {
    const found = valueOf(await book.engine.run('classes.unclassified', { schemeId: scheme.id }))
    expect(found.inScope).toBe(scheme.scope === null ? 60 : await rowsOf(book, scheme, scheme.scope))
    expect(found.rows).toBe(await rowsOf(book, scheme, unclassifiedRows(scheme)))
    expect(found.complete).toBe(await rowsOf(book, scheme, unclassifiedWithAll(scheme)))
    for (const { columnId, count } of found.inputs) expect(count).toBe(await rowsOf(book, scheme, unclassifiedWithout(scheme, columnId)))
    expect(found.list).toHaveLength(found.rows)
    missing.push(found.rows)
  }
  expect(Math.max(...missing)).toBeGreaterThan(0)
})

test('rows out of scope lack nothing; what is missing is named by row', async () => {
  const book = await customerBook({ today })
  const needTime = book.column('customer.needTime').id
  const scheme = book.scheme('needStatus')
  const one = await book.insert('customer', { 'customer.name': '甲', 'customer.phone': '13800000000' })
  await book.insert('customer', { 'customer.name': '乙' })
  const ask = async () => valueOf(await book.engine.run('classes.unclassified', { schemeId: scheme.id }))
  expect(await ask()).toMatchObject({ inScope: 2, rows: 2, complete: 0, inputs: [{ columnId: needTime, count: 2 }] })
  const scope: Filter = { kind: 'condition', columnId: book.column('customer.phone').id, operator: 'isNotEmpty' }
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, scope }))
  expect(await ask()).toMatchObject({ inScope: 1, rows: 1, list: [{ rowId: one, title: '甲', columnIds: [needTime] }] })
  const [option] = book.options('customer.needTime')
  await book.update('customer.needTime', one, option?.id ?? 0)
  expect(await ask()).toEqual({ inScope: 1, rows: 0, complete: 0, inputs: [], list: [] })
})

test('counts tell the rows in scope from the others, and since when classes are known', async () => {
  const book = await customerBook({ today })
  const scheme = book.scheme('needStatus')
  const since = async () => valueOf(await book.engine.run('classes.since', { schemeId: scheme.id }))
  const counts = async () => valueOf(await book.engine.run('classes.counts', { schemeId: scheme.id })).filter(({ count }) => count > 0)
  expect(await since()).toEqual({ day: null })
  const [option] = book.options('customer.needTime')
  const one = await book.insert('customer', { 'customer.name': '甲', 'customer.phone': '13800000000' })
  await book.insert('customer', { 'customer.name': '乙' })
  await book.update('customer.needTime', one, option?.id ?? 0)
  const classed = (await counts())[0]?.optionId ?? null
  expect(await counts()).toEqual([
    { optionId: classed, count: 1, inScope: 1 },
    { optionId: null, count: 1, inScope: 1 },
  ])
  const scope: Filter = { kind: 'condition', columnId: book.column('customer.phone').id, operator: 'isNotEmpty' }
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, scope }))
  const scoped = { ...scheme, scope }
  for (const { optionId, inScope } of await counts()) expect(inScope).toBe(await rowsOf(book, scoped, rowsOfClass(scoped, optionId)))
  expect((await counts()).map(({ inScope }) => inScope)).toEqual([1, 0])
  // Whom it was for hangs on a column that is gone: all are meant, as they are when it is read.
  valueOf(await book.engine.run('columns.delete', { columnId: book.column('customer.phone').id }))
  expect((await counts()).map(({ count, inScope }) => count - inScope)).toEqual([0, 0])
  expect((await since()).day).toBe(today)
})
