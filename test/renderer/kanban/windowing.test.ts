import { expect, test } from 'vitest'
import { blocksOf, inSight, reveal, scrollOf, shiftOf, windowOf } from '#renderer/features/kanban/windowing.ts'

test('what is seen of a long list is what fits, and a little beyond', () => {
  expect(windowOf(1000, 600, 100, 50_000, 2)).toEqual({ first: 8, last: 18 })
  expect(windowOf(0, 600, 100, 3, 2)).toEqual({ first: 0, last: 3 })
  expect(windowOf(9000, 600, 100, 3, 2)).toEqual({ first: 3, last: 3 })
})

test('a list of fifty thousand cards scrolls pixel by pixel; one of a million ends where the browser does, and shows its last card there', () => {
  const usual = scrollOf(50_000 * 150, 600)
  expect(usual.height).toBe(7_500_000)
  expect(usual.at(1234)).toBe(1234)
  const long = scrollOf(1_000_000 * 150, 600)
  expect(long.at(0)).toBe(0)
  expect(long.at(long.height - 600)).toBeCloseTo(1_000_000 * 150 - 600, 0)
  expect(long.at(long.topFor(77_000_000))).toBeCloseTo(77_000_000, 3)
})

test('a card is brought into sight from either side, and left alone where it is seen', () => {
  expect(reveal(500, 300, 600, 100)).toBeNull()
  expect(reveal(500, 300, 400, 100)).toBe(400)
  expect(reveal(500, 300, 900, 100)).toBe(700)
})

test('blocks are those that hold what is seen', () => {
  expect(blocksOf({ first: 38, last: 41 }, 40)).toEqual([0, 1])
  expect(blocksOf({ first: 40, last: 80 }, 40)).toEqual([1])
  expect(blocksOf({ first: 0, last: 0 }, 40)).toEqual([])
})

test('lanes in sight are those that reach into the room, wide and folded ones, and some beside it', () => {
  expect(inSight([264, 44, 44, 264, 264], 12, 300, 300, 0)).toEqual([false, true, true, true, false])
  expect(inSight([264, 44, 44, 264, 264], 12, 300, 300, 100)).toEqual([true, true, true, true, true])
  expect(inSight([], 12, 0, 300, 100)).toEqual([])
})

test('cards in sight move by as many places as came above them; one that moves by itself does not count', () => {
  const places = (from: number, ...rows: number[]) => new Map(rows.map((row, at) => [row, from + at]))
  expect(shiftOf(places(4, 10, 11, 12, 13), places(5, 10, 11, 12, 13), 5)).toBe(1)
  expect(shiftOf(places(4, 10, 11, 12, 13), places(4, 10, 11, 13, 12), 5)).toBe(0)
  expect(shiftOf(places(4, 10, 11, 12, 13), places(3, 10, 11, 12, 13), 4)).toBe(-1)
  expect(shiftOf(places(4, 10, 11), places(0, 20, 21), 4)).toBe(0)
})
