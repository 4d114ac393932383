import { expect, test } from 'vitest'
import { buyingHistories } from '#main/engine/models/buying/frequency.ts'
import { cdnow } from '../support/published.ts'
import { readFileSync } from 'node:fs'

test('CDNOW: from 6,919 purchases to the published summary of 39 weeks', () => {
  const text = readFileSync(new URL('../../../fixtures/CDNOW_sample.txt', import.meta.url), 'utf8')
  const purchases = text
    .trim()
    .split(/\r?\n/u)
    .map((line) => {
      const [, customer, day = '', , dollars] = line.trim().split(/\s+/u)
      return { customer: Number(customer), day: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, amount: Number(dollars) }
    })
  const mine = buyingHistories(purchases, '1997-09-30', 7)
  const published = cdnow()
  expect(mine.length).toBe(published.length)
  mine.forEach((history, index) => {
    const known = published[index]
    expect(history.frequency).toBe(known?.frequency)
    expect(history.recency).toBeCloseTo(known?.recency ?? NaN, 1.9)
    expect(history.age).toBeCloseTo(known?.age ?? NaN, 1.9)
  })
})

test('orders of a day count once, the first is left out of the mean, and what comes after the end is not seen', () => {
  const purchases = [
    { customer: 2, day: '2024-01-15', amount: 40 },
    { customer: 1, day: '2024-01-01', amount: 100 },
    { customer: 1, day: '2024-01-08', amount: 10 },
    { customer: 1, day: '2024-01-08', amount: -4 },
    { customer: 1, day: '2024-01-11', amount: 20 },
    { customer: 1, day: '2024-02-20', amount: 999 },
    { customer: 3, day: '2024-02-20', amount: 1 },
  ]
  expect(buyingHistories(purchases, '2024-01-31', 1)).toEqual([
    { customer: 1, frequency: 2, recency: 10, age: 30, monetary: 13 },
    { customer: 2, frequency: 0, recency: 0, age: 16, monetary: 0 },
  ])
  expect(buyingHistories([], '2024-01-31', 7)).toEqual([])
})
