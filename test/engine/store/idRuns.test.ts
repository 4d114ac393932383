import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangesOf, runsOf } from '#main/engine/store/idRuns.ts'

const idsOf = (runs: readonly (readonly [number, number])[]): number[] =>
  runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))

test('runs hold the ids they were made of, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (ids) => {
      const ascending = [...new Set(ids)].sort((left, right) => left - right)
      expect(idsOf(runsOf(ascending))).toEqual(ascending)
      expect(idsOf(runsOf([...ids].sort((left, right) => left - right)))).toEqual(ascending)
      expect(new Set(idsOf(runsOf(ids)))).toEqual(new Set(ids))
    }),
  )
})

test('many ids in few runs are ranges; few ids, and scattered ones, are not', () => {
  const many = Array.from({ length: 1000 }, (_, index) => index + 1)
  expect(rangesOf(many)).toEqual([[1, 1000]])
  expect(rangesOf(many.filter((id) => id !== 500))).toEqual([
    [1, 499],
    [501, 1000],
  ])
  expect(rangesOf(many.map((id) => id * 2))).toBeNull()
  expect(rangesOf([1, 2, 3])).toBeNull()
})
