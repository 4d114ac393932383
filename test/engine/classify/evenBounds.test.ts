import { expect, test } from 'vitest'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

test('bounds put about as many rows into each band, rounded to two figures', async () => {
  const book = await customerBook({ today: '2026-03-01' })
  const columnId = book.column('customer.annualPotential').id
  const bounds = async (bands: number) => valueOf(await book.engine.run('schemes.evenBounds', { columnId, bands }))
  expect(await bounds(3)).toEqual([])
  await book.insert('customer', { 'customer.name': '空' })
  for (let each = 1; each <= 9; each += 1)
    await book.insert('customer', { 'customer.name': `客户${each}`, 'customer.annualPotential': each * 12_345 })
  expect(await bounds(3)).toEqual([45_000, 78_000])
  expect(await bounds(2)).toEqual([62_000])
})

test('rounding never makes two bounds one; equal numbers have none', async () => {
  const book = await customerBook({ today: '2026-03-01' })
  const columnId = book.column('customer.annualPotential').id
  for (const amount of [1001, 1002, 1003, 1004])
    await book.insert('customer', { 'customer.name': `客户${amount}`, 'customer.annualPotential': amount })
  expect(valueOf(await book.engine.run('schemes.evenBounds', { columnId, bands: 3 }))).toEqual([1002, 1003])
  const rows = await book.rows('customer', ['customer.annualPotential'])
  for (const { id } of rows) await book.update('customer.annualPotential', id, 7)
  expect(valueOf(await book.engine.run('schemes.evenBounds', { columnId, bands: 3 }))).toEqual([])
  expect((await book.engine.run('schemes.evenBounds', { columnId: book.column('customer.name').id, bands: 3 })).ok).toBe(false)
})
