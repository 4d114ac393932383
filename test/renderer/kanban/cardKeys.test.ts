import { expect, test } from 'vitest'
import { nextPlace } from '#renderer/features/kanban/cardKeys.ts'

const counts = [3, 0, 10, 0]

test('arrows go from card to card within a lane, and end at its ends', () => {
  expect(nextPlace(counts, { lane: 0, index: 1 }, 'ArrowDown', 4)).toEqual({ lane: 0, index: 2 })
  expect(nextPlace(counts, { lane: 0, index: 2 }, 'ArrowDown', 4)).toBeNull()
  expect(nextPlace(counts, { lane: 2, index: 3 }, 'PageDown', 4)).toEqual({ lane: 2, index: 7 })
  expect(nextPlace(counts, { lane: 2, index: 8 }, 'PageDown', 4)).toEqual({ lane: 2, index: 9 })
  expect(nextPlace(counts, { lane: 2, index: 8 }, 'Home', 4)).toEqual({ lane: 2, index: 0 })
})

test('to the side they pass over lanes without cards, and stop at the last card of a shorter one', () => {
  expect(nextPlace(counts, { lane: 0, index: 1 }, 'ArrowRight', 4)).toEqual({ lane: 2, index: 1 })
  expect(nextPlace(counts, { lane: 2, index: 8 }, 'ArrowLeft', 4)).toEqual({ lane: 0, index: 2 })
  expect(nextPlace(counts, { lane: 2, index: 8 }, 'ArrowRight', 4)).toBeNull()
  expect(nextPlace(counts, { lane: 2, index: 8 }, 'a', 4)).toBeNull()
})
