import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeChange, encodeChange, inverseOf } from '#main/engine/history/logCodec.ts'
import { emptyChange, newChange, type AddedRows, type Change } from '#shared/change/change.ts'
import { invert } from '#shared/change/invert.ts'
import type { CellValue } from '#shared/model/cell.ts'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 150 })
const cellsFor = (count: number): fc.Arbitrary<CellValue[]> =>
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: count, maxLength: count })
const uid = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })

const removed: fc.Arbitrary<AddedRows> = ids.chain((rowIds) =>
  fc.record({
    tableId: fc.constant(1),
    ids: fc.constant(rowIds),
    uids: fc.array(uid, { minLength: rowIds.length, maxLength: rowIds.length }),
    columns: fc.array(fc.record({ columnId: fc.integer({ min: 1, max: 9 }), values: cellsFor(rowIds.length) }), { maxLength: 4 }),
    stamps: fc.constant({
      createdAt: rowIds.map(() => '2026-01-01T08:00:00'),
      createdBy: rowIds.map(() => null),
      updatedAt: rowIds.map((id) => `2026-01-01T08:00:${id % 60}`),
      updatedBy: rowIds.map((id) => id),
    }),
  }),
)
const change: fc.Arbitrary<Change> = fc.record({
  schema: fc.constant([]),
  added: fc.array(
    ids.map((rowIds) => ({ tableId: 2, ids: rowIds, uids: [], columns: [] })),
    { maxLength: 2 },
  ),
  updated: fc.array(
    ids.chain((rowIds) =>
      fc.record({
        tableId: fc.constant(1),
        columnId: fc.constant(3),
        ids: fc.constant(rowIds),
        from: cellsFor(rowIds.length),
        to: cellsFor(rowIds.length),
      }),
    ),
    { maxLength: 3 },
  ),
  restamped: fc.constant([]),
  removed: fc.array(removed, { maxLength: 3 }),
  linked: fc.array(
    ids.map((a) => ({ linkId: 1, a, b: a.toReversed() })),
    { maxLength: 2 },
  ),
  unlinked: fc.array(
    ids.map((a) => ({ linkId: 1, a, b: a.toReversed(), places: { a: a.map((id) => (id % 3 === 0 ? null : id)), b: a.map(() => null) } })),
    { maxLength: 2 },
  ),
  reordered: fc.array(
    ids.map((a) => ({ linkId: 1, side: 'b' as const, a, b: a.toReversed(), from: a.map(() => null), to: a.map((_, at) => at + 1) })),
    { maxLength: 2 },
  ),
  kept: fc.array(
    ids.map((rowIds) => ({
      tableId: 1,
      schemeId: 2,
      ids: rowIds,
      from: rowIds.map(() => null),
      to: rowIds.map((id) => (id % 3 === 0 ? null : { optionId: id, against: id % 2, counted: id % 2 === 0 ? null : '2026-11' })),
    })),
    { maxLength: 2 },
  ),
  locked: fc.array(
    ids.map((rowIds) => ({
      tableId: 1,
      schemeId: 2,
      ids: rowIds,
      from: rowIds.map(() => null),
      to: rowIds.map((id) => ({ optionId: id % 3 === 0 ? null : 1, reason: '大客户', until: null, by: null, at: '2026-01-01T08:00:00.000Z' })),
    })),
    { maxLength: 2 },
  ),
})

test('a change comes back from the log as it went in', () => {
  fc.assert(
    fc.property(change, (one) => {
      expect(decodeChange(encodeChange(one))).toEqual(one)
    }),
  )
})

test('the pieces of the inverse, taken together, are the inverse', () => {
  fc.assert(
    fc.property(change, (one) => {
      const whole = newChange()
      for (const piece of inverseOf(encodeChange(one))) {
        whole.added.push(...(piece.added ?? []))
        whole.updated.push(...(piece.updated ?? []))
        whole.removed.push(...(piece.removed ?? []))
        whole.linked.push(...(piece.linked ?? []))
        whole.unlinked.push(...(piece.unlinked ?? []))
        whole.reordered.push(...(piece.reordered ?? []))
        whole.locked.push(...(piece.locked ?? []))
        whole.kept.push(...(piece.kept ?? []))
      }
      expect(whole).toEqual(invert(one))
    }),
  )
})

test('entries of the first versions are read: JSON, and JSON deflated with ids as runs', () => {
  const { reordered: _later, locked: _laterStill, kept: _last, ...parts } = emptyChange
  const json = (rowIds: unknown) => Buffer.from(JSON.stringify({ ...parts, added: [{ tableId: 1, ids: rowIds, uids: [], columns: [] }] }))
  const expected = { ...emptyChange, added: [{ tableId: 1, ids: [5, 6, 7, 9], uids: [], columns: [] }] }
  expect(decodeChange(Buffer.concat([Buffer.from([0]), json([5, 6, 7, 9])]))).toEqual(expected)
  expect(decodeChange(Buffer.concat([Buffer.from([1]), deflateRawSync(json({ runs: [5, 3, 9, 1] }))]))).toEqual(expected)
})

test('an entry by parts is read as the first version of that form wrote it', () => {
  const bytes = Buffer.from(
    'AgBgNcq7CYRAEIDhXv54MrNpRQx8jLDcPmDZMRFbsAGxDjs6uC6OCy7+vn7nFfKCkixNVhHCgnbCWktCs8cotILuf/BfwDuEPCZDed/n53oQ5hJLRZmiG8I4t7AZ2qrbcQxfAQZjYuZjBgACJmNiYWZiZmFiZBOINjTSMzbRUXo5d9GLdeuUYhmZGJkZ1zBNYwQAAy5jYmRiZGBkZhRmEDYyMDLTNTDUNTAMMbCwMjCwMjBgYGD8jyFthCzNyMjAxgAABFsVyMkNgzAQBdD5Y4c1hMUOS4BAA5YGDgi5DhoI/fcAyjs+5giMmcBKP4IwipP0mb3yoqyMfddN2336YfxOmqBgyKyybk4WJ8shuxfxIgQAFCgGiH8n4QL0/2BvBQtjZGJiYhJiZGYEAAYJY2RkY2TkYwQA',
    'base64',
  )
  expect(decodeChange(bytes)).toEqual(frozenChange)
})

const frozenChange: Change = {
  schema: [{ kind: 'member', id: 3, from: null, to: { id: 3, uid: 'u3', name: '李雷', color: 'blue', active: true } }],
  added: [{ tableId: 2, ids: [7, 8, 9], uids: [], columns: [] }],
  updated: [{ tableId: 2, columnId: 4, ids: [1, 2, 3], from: [null, 12.34, '面议'], to: [1.5, 2.25, null] }],
  restamped: [
    {
      tableId: 2,
      ids: [1],
      from: { at: ['2026-01-01T08:00:00'], by: [null] },
      to: { at: ['2026-01-02T08:00:00'], by: [3] },
    },
  ],
  removed: [
    {
      tableId: 2,
      ids: [4, 6],
      uids: ['000102030405060708090a0b0c0d0e0f', '101112131415161718191a1b1c1d1e1f'],
      stamps: { createdAt: ['2026-01-01T08:00:00', '2026-01-01T08:00:00'], createdBy: [3, null], updatedAt: ['a', 'b'], updatedBy: [null, null] },
      columns: [{ columnId: 4, values: [0.1, null] }],
    },
  ],
  linked: [{ linkId: 1, a: [1, 2], b: [9, 8] }],
  unlinked: [{ linkId: 1, a: [3], b: [7] }],
  reordered: [],
  locked: [],
  kept: [],
}
