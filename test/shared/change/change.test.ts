import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyChange, type Change } from '#shared/change/change.ts'
import { invert } from '#shared/change/invert.ts'
import { squashLinks } from '#shared/change/squash.ts'
import { summarise } from '#shared/change/summarise.ts'
import type { Table } from '#shared/model/table.ts'
import { apply, content, deeds, run, type Base } from './baseModel.ts'

const nothing: Base = { rows: new Map(), links: new Map() }
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
  const net = squashLinks([
    { kind: 'linked', pairs: pairs([1, 2], [5, 6]) },
    { kind: 'unlinked', pairs: pairs([1, 3], [5, 7]) },
    { kind: 'linked', pairs: pairs([1], [5]) },
    { kind: 'unlinked', pairs: pairs([1], [5]) },
  ])
  expect(net).toEqual({ linked: [pairs([2], [6])], unlinked: [pairs([3], [7])], reordered: [] })
})

test('a pair that went and came again stands in another place; one that came and was moved came there', () => {
  const at = (a: number, b: number, placeA: number | null, placeB: number | null) => ({
    linkId: 1,
    a: [a],
    b: [b],
    places: { a: [placeA], b: [placeB] },
  })
  const moved = (a: number, b: number, from: number | null, to: number | null) => ({
    linkId: 1,
    side: 'a' as const,
    a: [a],
    b: [b],
    from: [from],
    to: [to],
  })
  const net = squashLinks([
    { kind: 'unlinked', pairs: at(1, 5, 3, null) },
    { kind: 'linked', pairs: at(1, 5, 7, null) },
    { kind: 'reordered', pairs: moved(1, 5, 7, 1) },
    { kind: 'linked', pairs: at(1, 6, 8, 2) },
    { kind: 'reordered', pairs: moved(1, 6, 8, 4) },
    { kind: 'reordered', pairs: moved(1, 9, 5, 6) },
    { kind: 'unlinked', pairs: at(1, 9, 6, 2) },
  ])
  expect(net).toEqual({ linked: [at(1, 6, 4, 2)], unlinked: [at(1, 9, 5, 2)], reordered: [moved(1, 5, 3, 1)] })
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
    locked: [{ tableId: 3, schemeId: 1, ids: [1, 2, 3], from: [null, null, null], to: [null, null, null] }],
  }
  expect(summarise(change)).toEqual({
    added: 2,
    updated: 4,
    removed: 0,
    linked: 2,
    unlinked: 0,
    reordered: 0,
    locked: 3,
    schema: 1,
    tableIds: [1, 2, 3, 7],
  })
})
