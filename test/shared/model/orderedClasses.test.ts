import { expect, test } from 'vitest'
import { awaitedClasses, bestFirst, waitingPlaces, waitsOffered } from '#shared/model/orderedClasses.ts'
import { usualLifeCycle } from '#shared/model/classRules/lifeCycleRule.ts'
import type { Rule } from '#shared/model/scheme.ts'

const bands: Rule = { kind: 'bands', metric: { kind: 'column', columnId: 1 }, bands: [{ from: null, optionId: 1 }] }
const table: Rule = { kind: 'decisionTable', rows: [] }
const manual: Rule = { kind: 'manual', optionIds: [1], reasonRequired: false }
const rfm: Rule = {
  kind: 'rfm',
  recencyColumnId: 1,
  frequencyColumnId: 2,
  monetaryColumnId: 3,
  cuts: { kind: 'mean' },
  segments: [{ r: [1, 2], f: [1, 2], m: [1, 2], optionId: 1 }],
}

test('rows may wait where a rule measures; of conditions the owner says so; of kinds and of what people set never', () => {
  expect([bands, table, manual, rfm].map((rule) => waitsOffered({ rule }))).toEqual(['always', 'ifSaid', 'never', 'never'])
})

test('a scheme that waits already goes on, except one without a rule', () => {
  expect([bands, table, manual, rfm].map((rule) => waitsOffered({ rule, downgradeAfter: 2 }))).toEqual(['always', 'ifSaid', 'never', 'always'])
})

const lifeCycle = (phases: { acquisition: number; growth: number; maturity: number; decline: number; exit: number }): Rule => ({
  kind: 'lifeCycle',
  orderCountColumnId: 1,
  firstOrderColumnId: 2,
  lastOrderColumnId: 3,
  gapColumnId: null,
  amounts: null,
  ...usualLifeCycle,
  phases,
})

test('a life cycle goes up to maturity, and down from it; only decline and exit are waited for', () => {
  const five = lifeCycle({ acquisition: 1, growth: 2, maturity: 3, decline: 4, exit: 5 })
  expect(bestFirst(five, [1, 2, 3, 4, 5])).toEqual([3, 2, 1, 4, 5])
  expect(awaitedClasses(five)).toEqual([4, 5])
  const places = waitingPlaces(five, [1, 2, 3, 4, 5])
  expect([1, 2, 3].map((id) => places.get(id))).toEqual([0, 0, 0])
  expect(places.get(4)).toBeLessThan(places.get(5) ?? 0)
})

test('phases that share a class are waited for where none of them is a step forward; a class of its own stands behind', () => {
  const four = lifeCycle({ acquisition: 1, growth: 2, maturity: 3, decline: 3, exit: 4 })
  expect(bestFirst(four, [1, 2, 3, 4, 9])).toEqual([3, 2, 1, 4, 9])
  expect(awaitedClasses(four)).toEqual([4])
  expect([...waitingPlaces(four, [1, 2, 3, 4, 9]).values()].filter((place) => place > 0)).toHaveLength(1)
})

test('other rules have the order in which their classes are listed', () => {
  expect([bestFirst(bands, [2, 1]), awaitedClasses(bands), [...waitingPlaces(bands, [2, 1])]]).toEqual([
    [2, 1],
    null,
    [
      [2, 0],
      [1, 1],
    ],
  ])
})
