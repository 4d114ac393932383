import { expect, test } from 'vitest'
import { directionOf, migrationTable } from '#shared/model/migrationTable.ts'

const options = [{ id: 1 }, { id: 2 }, { id: 3 }]

test('lines and columns in the order of the classes, with their sums; up is towards the first', () => {
  const cells = [
    { fromOptionId: 2, toOptionId: 1, count: 5 },
    { fromOptionId: 1, toOptionId: 1, count: 10 },
    { fromOptionId: 1, toOptionId: 3, count: 4 },
    { fromOptionId: null, toOptionId: 2, count: 3 },
    { fromOptionId: 9, toOptionId: 2, count: 1 },
  ]
  expect(migrationTable({ cells, fresh: [{ toOptionId: 3, count: 2 }] }, options, [1, 2, 3])).toEqual({
    from: [1, 2, 9, null, 'fresh'],
    to: [1, 2, 3],
    counts: [
      [10, 0, 4],
      [5, 0, 0],
      [0, 1, 0],
      [0, 3, 0],
      [0, 0, 2],
    ],
    fromTotals: [14, 5, 1, 3, 2],
    toTotals: [15, 4, 6],
    summary: { rows: 23, stayed: 10, up: 5, down: 4, others: 4, fresh: 2 },
  })
})

test('to and from unclassified, and from a class that is gone, is neither up nor down', () => {
  const ids = [1, 2]
  expect([directionOf(2, 1, ids), directionOf(1, 2, ids), directionOf(1, 1, ids)]).toEqual(['up', 'down', 'stay'])
  expect([directionOf(null, 1, ids), directionOf(1, null, ids), directionOf(9, 1, ids), directionOf('fresh', 1, ids)]).toEqual([
    'other',
    'other',
    'other',
    'other',
  ])
})
