import { expect, test } from 'vitest'
import { fittingChips } from '#renderer/features/kanban/fittingChips.ts'

test('all of them where all fit', () => {
  expect(fittingChips([], 100)).toBe(0)
  expect(fittingChips([40, 100.4], 100)).toBe(2)
})

test('those that leave room to say how many more there are, and at least one', () => {
  expect(fittingChips([40, 74, 120], 100)).toBe(2)
  expect(fittingChips([40, 90, 120], 100)).toBe(1)
  expect(fittingChips([180, 240], 100)).toBe(1)
})
