import { expect, test } from 'vitest'
import { columnThen, historyEntries, isSeen } from '#renderer/rowHistory/historyText.ts'
import type { RowHistoryItem } from '#shared/contract/history.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'

const item = (entryId: number, change: RowHistoryItem['change']): RowHistoryItem => ({
  entryId,
  at: '2026-11-22T06:30:00Z',
  actorId: 1,
  source: 'window',
  operation: 'rows.update',
  kind: 'do',
  change,
})

test('what was done in one go stays together, the latest first', () => {
  const entries = historyEntries([item(3, 'created'), item(8, { columnId: 1, from: 1, to: 2 }), item(8, { columnId: 2, from: null, to: 2 })])
  expect(entries.map((entry) => [entry.entryId, entry.items.length])).toEqual([
    [8, 2],
    [3, 1],
  ])
})

test('a change is told with the column as it was when it happened', () => {
  const named = (name: string): Column => ({
    id: 1,
    uid: 'c1',
    tableId: 1,
    name,
    role: null,
    position: 1,
    description: '',
    required: false,
    type: 'text',
    settings: {},
  })
  // Renamed by entry 5, and again by entry 9; the latest first, as the engine gives them.
  const past = [
    { untilEntryId: 9, column: named('第二名') },
    { untilEntryId: 5, column: named('第一名') },
  ]
  const nameAt = (entryId: number) => columnThen(1, entryId, past, named('现名'))?.name
  expect([3, 5, 7, 9, 12].map(nameAt)).toEqual(['第一名', '第一名', '第二名', '第二名', '现名'])
  expect(columnThen(2, 3, past, undefined)).toBeUndefined()
})

test('a change that reads the same before and after is not seen', () => {
  const say = (_columnId: number, value: CellValue) => (value === null || value === '' ? '空' : String(value))
  expect(isSeen(item(1, { columnId: 1, from: null, to: '' }), say)).toBe(false)
  expect(isSeen(item(1, { columnId: 1, from: null, to: 'A' }), say)).toBe(true)
  expect(isSeen(item(1, 'created'), say)).toBe(true)
})
