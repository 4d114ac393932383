import { expect, test } from 'vitest'
import { effectLines } from '#renderer/features/schemes/history/effectText.ts'

test('sums become figures per row, with their change; from nothing there is no percentage', () => {
  const measures = [
    { key: 'orders' as const, before: 4, after: 6, otherBefore: 0, otherAfter: 5 },
    { key: 'followUps' as const, before: 0, after: 0, otherBefore: 10, otherAfter: 5 },
  ]
  expect(effectLines({ rows: 4, otherRows: 10, measures })).toEqual([
    { chosen: { key: 'orders', before: 1, after: 1.5, change: 0.5 }, others: { key: 'orders', before: 0, after: 0.5, change: null } },
    { chosen: { key: 'followUps', before: 0, after: 0, change: 0 }, others: { key: 'followUps', before: 1, after: 0.5, change: -0.5 } },
  ])
  expect(effectLines({ rows: 4, otherRows: 0, measures })[0]?.others).toBeNull()
})
