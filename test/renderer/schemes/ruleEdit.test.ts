import { expect, test } from 'vitest'
import { ruleProblems, setBand, setShare } from '#renderer/features/schemes/ruleEdit.ts'
import { bands, pareto } from './rules.ts'

test('bands must rise, and say which does not', () => {
  expect(ruleProblems(bands)).toEqual([])
  expect(ruleProblems(setBand(bands, 2, 8))).toEqual([{ code: 'notAscending', part: 'bands', index: 2 }])
  expect(ruleProblems(setBand(bands, 1, Number.NaN))).toEqual([{ code: 'empty', part: 'bands', index: 1 }])
  expect(ruleProblems(setBand(bands, 0, Number.NaN))).toEqual([{ code: 'empty', part: 'bands', index: 0 }])
})

test('shares rise to the whole, fixed amounts fall', () => {
  expect(ruleProblems(pareto)).toEqual([])
  expect(ruleProblems(setShare(pareto, 1, 0.4))).toEqual([{ code: 'notAscending', part: 'shares', index: 1 }])
  expect(ruleProblems(setShare(pareto, 0, 1.2))).toEqual([
    { code: 'outOfRange', part: 'shares', index: 0 },
    { code: 'notAscending', part: 'shares', index: 1 },
  ])
  expect(
    ruleProblems({
      ...pareto,
      absolute: [
        { from: 100, optionId: 1 },
        { from: 200, optionId: 2 },
        { from: 0, optionId: 3 },
      ],
    }),
  ).toEqual([{ code: 'notDescending', part: 'absolute', index: 1 }])
})
