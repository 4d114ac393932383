import { expect, test } from 'vitest'
import { cellCount, isIn, isSingle, rectangleOf, stepFrom } from '#renderer/grid/cellRange.ts'

const shown = [7, 3, 9, 4]

test('a range reaches from any corner to the opposite one, in the order of the screen', () => {
  const rectangle = rectangleOf({ from: { line: 8, columnId: 9 }, to: { line: 5, columnId: 7 } }, shown)
  expect(rectangle).toEqual({ firstLine: 5, lastLine: 8, columnIds: [7, 3, 9] })
  expect(cellCount(rectangle)).toBe(12)
  expect(isSingle(rectangle)).toBe(false)
  expect(isIn(rectangle, 6, 3)).toBe(true)
  expect(isIn(rectangle, 6, 4)).toBe(false)
  expect(isIn(null, 6, 3)).toBe(false)
})

test('a range on a column that has been hidden holds nothing', () => {
  expect(rectangleOf({ from: { line: 1, columnId: 99 }, to: { line: 2, columnId: 7 } }, shown).columnIds).toEqual([])
})

test('steps stop at the edges', () => {
  expect(stepFrom({ line: 0, columnId: 7 }, -1, -1, shown, 10)).toEqual({ line: 0, columnId: 7 })
  expect(stepFrom({ line: 10, columnId: 4 }, 1, 1, shown, 10)).toEqual({ line: 10, columnId: 4 })
  expect(stepFrom({ line: 4, columnId: 3 }, 1, 1, shown, 10)).toEqual({ line: 5, columnId: 9 })
})
