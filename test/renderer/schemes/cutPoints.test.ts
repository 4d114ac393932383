import { expect, test } from 'vitest'
import type { Rule } from '#shared/model/scheme.ts'
import { cutPoints, moveCutPoint, snapped, stepOf } from '#renderer/features/schemes/cutPoints.ts'

const bands: Rule = {
  kind: 'bands',
  metric: { kind: 'column', columnId: 1 },
  bands: [
    { from: null, optionId: 1 },
    { from: 8, optionId: 2 },
    { from: 31, optionId: 3 },
  ],
}

test('bounds stand where classes begin, and do not pass each other', () => {
  expect(cutPoints(bands)).toEqual([
    { index: 1, value: 8, optionId: 2 },
    { index: 2, value: 31, optionId: 3 },
  ])
  expect(cutPoints(moveCutPoint(bands, 1, 20)).map(({ value }) => value)).toEqual([20, 31])
  expect(moveCutPoint(bands, 1, 31)).toBe(bands)
  expect(moveCutPoint(bands, 2, 8)).toBe(bands)
})

test('a fixed amount is one bound, a rank none', () => {
  const percentile: Rule = {
    kind: 'percentile',
    metric: { kind: 'column', columnId: 1 },
    percentile: null,
    minimum: 5,
    upperOptionId: 1,
    lowerOptionId: 2,
  }
  expect(cutPoints(moveCutPoint(percentile, 0, 7))).toEqual([{ index: 0, value: 7, optionId: 1 }])
  expect(cutPoints({ ...percentile, percentile: 0.8 })).toEqual([])
})

test('bounds move in round steps', () => {
  expect([200, 1, 37_000].map(stepOf)).toEqual([1, 0.005, 200])
  expect(snapped(0.1 + 0.2, 0.005)).toBe(0.3)
  expect(stepOf(0)).toBe(1)
})
