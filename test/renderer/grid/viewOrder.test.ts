import { expect, test } from 'vitest'
import { beforeViewId } from '#renderer/features/grid/viewOrder.ts'

test('a view is let go on the half of another that it is to stand beside', () => {
  expect(beforeViewId([1, 2, 3], 3, 1, false)).toBe(1)
  expect(beforeViewId([1, 2, 3], 3, 1, true)).toBe(2)
  expect(beforeViewId([1, 2, 3], 1, 3, true)).toBeNull()
})

test('let go where it stands, it stays', () => {
  expect(beforeViewId([1, 2, 3], 2, 1, true)).toBeUndefined()
  expect(beforeViewId([1, 2, 3], 2, 3, false)).toBeUndefined()
  expect(beforeViewId([1, 2, 3], 2, 2, true)).toBeUndefined()
})
