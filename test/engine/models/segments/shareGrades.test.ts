import { expect, test } from 'vitest'
import { shareGrades } from '#main/engine/models/segments/shareGrades.ts'

test('the share before a value decides, so that the greatest is of the first grade even when it alone passes the bound', () => {
  expect(shareGrades([900, 50, 30, 20], [0.5, 0.8, 0.95])).toEqual([0, 2, 3, 3])
  expect(shareGrades([40, 30, 20, 10], [0.5, 0.8, 0.95])).toEqual([0, 0, 1, 2])
})

test('equal values share the grade of the first of them; nothing and less has none and is not in the total', () => {
  expect(shareGrades([25, 25, 25, 25], [0.5, 0.8])).toEqual([0, 0, 0, 0])
  expect(shareGrades([10, 0, -5], [0.5])).toEqual([0, null, null])
  expect(shareGrades([], [0.5])).toEqual([])
})
