import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyChange, type Change } from '#shared/change/change.ts'
import { invert } from '#shared/change/invert.ts'
import { squash } from '#shared/change/squash.ts'
import { summarise } from '#shared/change/summarise.ts'
import type { Table } from '#shared/model/table.ts'
import { apply, content, deeds, run, type Base } from './baseModel.ts'

const nothing: Base = { rows: new Map(), links: new Set() }
const table = (name: string): Table => ({ id: 1, uid: 't1', name, role: null, position: 1, primaryColumnId: null })

test('the inverse of the inverse is the change itself', () => {
  fc.assert(
    fc.property(deeds, (done) => {
      for (const change of run(nothing, done).changes) expect(invert(invert(change))).toEqual(change)
      const whole: Change = { ...emptyChange, schema: [{ kind: 'table', id: 1, from: null, to: table('客户') }] }
      expect(invert(invert(whole))).toEqual(whole)
    }),
  )
})

test('a change and then its inverse leave the base as it was', () => {
  fc.assert(
    fc.property(deeds, deeds, (before, done) => {
      const { base } = run(nothing, before)
      const { changes, base: after } = run(base, done)
      const undone = changes.toReversed().map(invert).reduce(apply, after)
      expect(content(undone)).toEqual(content(base))
    }),
  )
})

test('a pair that came and went within one change was never there', () => {
  const pairs = (a: number[], b: number[]) => ({ linkId: 1, a, b })
  const change: Change = { ...emptyChange, linked: [pairs([1, 2], [5, 6]), pairs([1], [5])], unlinked: [pairs([1, 1, 3], [5, 5, 7])] }
  expect(squash(change)).toEqual({ ...emptyChange, linked: [pairs([2], [6])], unlinked: [pairs([3], [7])] })
})

test('a change in numbers', () => {
  const change: Change = {
    ...emptyChange,
    schema: [{ kind: 'table', id: 7, from: null, to: { ...table('订单'), id: 7 } }],
    added: [{ tableId: 2, ids: [1, 2], uids: ['a', 'b'], columns: [] }],
    updated: [
      { tableId: 1, columnId: 1, ids: [1, 2, 3], from: [], to: [] },
      { tableId: 1, columnId: 2, ids: [1], from: [], to: [] },
    ],
    linked: [{ linkId: 1, a: [1, 2], b: [1, 1] }],
  }
  expect(summarise(change)).toEqual({ added: 2, updated: 4, removed: 0, linked: 2, unlinked: 0, schema: 1, tableIds: [1, 2, 7] })
})
