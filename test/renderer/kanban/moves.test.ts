import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placed, type Move } from '#renderer/features/kanban/moves.ts'

const move = (id: number, from: string, to: string, index: number): Move => ({ row: { kind: 'row', id, number: 1, cells: [] }, from, to, index })

test('a card that goes leaves no gap, and stands on top of the lane it comes to', () => {
  const ids = [10, 11, 12, 13]
  const moves = [move(11, 'a', 'b', 1)]
  const left = placed(
    'a',
    4,
    moves,
    (index) => ids[index],
    (id) => ids.includes(id),
  )
  expect(left.count).toBe(3)
  expect([0, 1, 2].map((place) => left.at(place))).toEqual([
    { kind: 'read', index: 0 },
    { kind: 'read', index: 2 },
    { kind: 'read', index: 3 },
  ])
  const came = placed(
    'b',
    2,
    moves,
    () => undefined,
    () => false,
  )
  expect(came.count).toBe(3)
  expect([came.at(0).kind, came.at(1)]).toEqual(['moved', { kind: 'read', index: 0 }])
})

test('what the base has by now is moved no second time', () => {
  const moves = [move(11, 'a', 'b', 1)]
  expect(
    placed(
      'a',
      3,
      moves,
      (index) => [10, 12, 13][index],
      () => false,
    ).count,
  ).toBe(3)
  expect(
    placed(
      'b',
      3,
      moves,
      () => undefined,
      (id) => id === 11,
    ).count,
  ).toBe(3)
})

test('however many cards leave, the others follow each other in their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 30 }), (leaving) => {
      const moves = leaving.map((index) => move(100 + index, 'a', 'b', index))
      const lane = placed(
        'a',
        30,
        moves,
        (index) => 100 + index,
        () => true,
      )
      const stay = Array.from({ length: 30 }, (_, index) => index).filter((index) => !leaving.includes(index))
      expect(Array.from({ length: lane.count }, (_, place) => lane.at(place))).toEqual(stay.map((index) => ({ kind: 'read', index })))
    }),
  )
})
