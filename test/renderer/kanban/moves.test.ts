import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placed, type Move } from '#renderer/features/kanban/moves.ts'

const move = (id: number, from: string, to: string): Move => ({ row: { kind: 'row', id, number: 1, cells: [] }, from, to })

/** Where a row is read in a lane of these rows. */
const within = (ids: readonly number[]) => (rowId: number) => {
  const index = ids.indexOf(rowId)
  return index === -1 ? undefined : index
}

test('a card that goes leaves no gap, and stands on top of the lane it comes to', () => {
  const moves = [move(11, 'a', 'b')]
  const left = placed('a', 4, moves, within([10, 11, 12, 13]))
  expect(left.count).toBe(3)
  expect([0, 1, 2].map((place) => left.at(place))).toEqual([
    { kind: 'read', index: 0 },
    { kind: 'read', index: 2 },
    { kind: 'read', index: 3 },
  ])
  const came = placed('b', 2, moves, within([20, 21]))
  expect(came.count).toBe(3)
  expect([came.at(0).kind, came.at(1)]).toEqual(['moved', { kind: 'read', index: 0 }])
})

test('what the base has by now is moved no second time', () => {
  const moves = [move(11, 'a', 'b')]
  expect(placed('a', 3, moves, within([10, 12, 13])).count).toBe(3)
  expect(placed('b', 3, moves, within([11, 20, 21])).count).toBe(3)
})

test('a card that goes is gone wherever its lane has it by now', () => {
  // Taken at the second place; meanwhile the row above it went elsewhere.
  const left = placed('a', 2, [move(11, 'a', 'b')], within([11, 12]))
  expect([left.count, left.at(0)]).toEqual([1, { kind: 'read', index: 1 }])
})

test('however many cards leave, the others follow each other in their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 30 }), (leaving) => {
      const moves = leaving.map((index) => move(100 + index, 'a', 'b'))
      const lane = placed('a', 30, moves, (rowId) => rowId - 100)
      const stay = Array.from({ length: 30 }, (_, index) => index).filter((index) => !leaving.includes(index))
      expect(Array.from({ length: lane.count }, (_, place) => lane.at(place))).toEqual(stay.map((index) => ({ kind: 'read', index })))
    }),
  )
})
