import { expect, test } from 'vitest'
import { waitsOffered } from '#shared/model/orderedClasses.ts'
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
