import { expect, test } from 'vitest'
import { keepSteps, rankFunctions } from '#main/engine/classify/rules/rankTables.ts'

const rankOf = (number: number, value: number): unknown => rankFunctions[0]?.run(number, value)

test('steps that somebody has are found by their number, however many came after them', () => {
  const steps = { from: [0, 10], rank: [0, 50] }
  const number = keepSteps(steps)
  const others = Array.from({ length: 1000 }, (_, index) => ({ from: [0], rank: [index] }))
  const numbers = others.map(keepSteps)
  expect(rankOf(number, 10)).toBe(50)
  expect(keepSteps(steps)).toBe(number)
  expect(numbers.map((each) => rankOf(each, 1))).toEqual(others.map(({ rank }) => rank[0]))
})
