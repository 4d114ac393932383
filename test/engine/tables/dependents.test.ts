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

test('schemes of the customer book are said', async () => {
  const book = await customerBook({ today: '2026-11-20' })
  const id = book.column('customer.annualPotential').id
  const found = valueOf(await book.engine.run('base.dependents', { kind: 'column', id }))
  expect(found.some((each) => each.kind === 'scheme')).toBe(true)
})
