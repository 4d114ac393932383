import { expect, test } from 'vitest'
import { rankScoreCutsOf, rankStepsOf } from '#main/engine/classify/rules/rankScoreSql.ts'
import { rankIn } from '#main/engine/classify/rules/rankTables.ts'

test('percentile ranks are those of PERCENT_RANK: equal values share one, the least has 0, the greatest 100', () => {
  // PostgreSQL: percent_rank() over (order by v) of 10, 20, 20, 30, 50 is 0, 0.25, 0.25, 0.75, 1.
  expect(rankStepsOf(Float64Array.of(10, 20, 20, 30, 50))).toEqual({ from: [10, 20, 30, 50], rank: [0, 25, 75, 100] })
  expect(rankStepsOf(Float64Array.of(10, 50, 50))).toEqual({ from: [10, 50], rank: [0, 50] })
  expect(rankStepsOf(Float64Array.of(7, 7, 7))).toEqual({ from: [7], rank: [0] })
})

test('a single row has rank 100, as PERCENTRANK.INC of Excel says; no row has no ranks', () => {
  expect(rankScoreCutsOf([[5, 2]], 2).parts).toEqual([
    { from: [5], rank: [100] },
    { from: [2], rank: [100] },
  ])
  expect(rankScoreCutsOf([], 1).parts).toEqual([{ from: [], rank: [] }])
})

test('of many values the ranks are told to a tenth of a point, never above the exact one', () => {
  const count = 40_001
  const { from, rank } = rankStepsOf(Float64Array.from({ length: count }, (_, index) => index))
  expect([from.length, rank.at(-1)]).toEqual([1001, 100])
  for (const [index, value] of from.entries()) {
    expect((100 * value) / (count - 1)).toBeGreaterThanOrEqual(rank[index] ?? 0)
    if (value > 0) expect((100 * (value - 1)) / (count - 1)).toBeLessThan(rank[index] ?? 0)
  }
})

test('a value has the rank of the last step that it reaches', () => {
  const steps = rankStepsOf(Float64Array.of(10, 20, 20, 30, 50))
  expect([9.99, 10, 19, 20, 49.99, 50, 1e9, null].map((value) => rankIn(steps, value))).toEqual([0, 0, 0, 25, 75, 100, 100, 0])
  expect(rankIn({ from: [], rank: [] }, 5)).toBe(0)
})
