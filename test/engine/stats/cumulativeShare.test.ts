import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf } from '#main/engine/stats/cumulativeShare.ts'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

function runningSums(values: readonly number[]): number[] {
  const sums: number[] = []
  for (const value of [...values].sort((left, right) => right - left)) sums.push((sums.at(-1) ?? 0) + value)
  return sums
}

test('the curve runs from nothing to everything, never falls, and has at most 200 points', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 2000 }), (values) => {
      const { points, population, rowShareFor80 } = shareOf(runningSums(values), 1)
      expect(population).toBe(values.length)
      expect(points.length).toBeLessThanOrEqual(200)
      expect(points[0]).toEqual({ rows: 0, rowShare: 0, valueShare: 0 })
      expect(points.at(-1)).toEqual({ rows: values.length, rowShare: 1, valueShare: 1 })
      for (const [index, point] of points.entries()) expect(point.valueShare).toBeGreaterThanOrEqual(points[index - 1]?.valueShare ?? 0)
      const sums = runningSums(values)
      const rows = Math.round((rowShareFor80 ?? 0) * values.length)
      expect((sums[rows - 1] ?? 0) / (sums.at(-1) ?? 1)).toBeGreaterThanOrEqual(0.8)
      expect((sums[rows - 2] ?? 0) / (sums.at(-1) ?? 1)).toBeLessThan(0.8)
    }),
  )
})

test('rows without a positive value hold nothing', async () => {
  const book = await customerBook({ today: '2026-11-22' })
  for (const amount of [80, 20, 0, -5, null]) await book.insert('customer', { 'customer.name': 'x', 'customer.annualPotential': amount })
  const input = { tableId: book.table('customer'), filter: null, columnId: book.column('customer.annualPotential').id }
  expect(valueOf(await book.engine.run('stats.cumulativeShare', input))).toEqual({
    population: 2,
    total: 100,
    rowShareFor80: 0.5,
    points: [
      { rows: 0, rowShare: 0, valueShare: 0 },
      { rows: 1, rowShare: 0.5, valueShare: 0.8 },
      { rows: 2, rowShare: 1, valueShare: 1 },
    ],
  })
})

test('nothing sold gives no curve', async () => {
  const book = await customerBook({ today: '2026-11-22' })
  const input = { tableId: book.table('customer'), filter: null, columnId: book.column('customer.amountAll').id }
  expect(valueOf(await book.engine.run('stats.cumulativeShare', input))).toEqual({ population: 0, total: 0, points: [], rowShareFor80: null })
})
