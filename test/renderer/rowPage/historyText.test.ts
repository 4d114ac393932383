import { expect, test } from 'vitest'
import { historyEntries, historyLine } from '#renderer/features/rowPage/historyText.ts'
import type { Words } from '#renderer/words/words.ts'
import type { RowHistoryItem } from '#shared/contract/history.ts'
import { translator } from '#shared/i18n/translate.ts'

const words: Words = { column: () => '客户状态', value: (_, value) => ({ 1: '新建', 2: '跟进中' })[Number(value)] ?? '', choice: () => '' }
const item = (entryId: number, change: RowHistoryItem['change']): RowHistoryItem => ({
  entryId,
  at: '2026-11-22T06:30:00Z',
  actorId: 1,
  operation: 'rows.update',
  change,
})

test('what was done in one go stays together, the latest first', () => {
  const entries = historyEntries([item(3, 'created'), item(8, { columnId: 1, from: 1, to: 2 }), item(8, { columnId: 2, from: null, to: 2 })])
  expect(entries.map((entry) => [entry.entryId, entry.items.length])).toEqual([
    [8, 2],
    [3, 1],
  ])
})

test('a change is said with both its values', () => {
  const t = translator('zh-CN')
  expect(historyLine(item(8, { columnId: 1, from: 1, to: 2 }), words, t)).toBe('客户状态：新建 → 跟进中')
  expect(historyLine(item(8, { columnId: 1, from: null, to: 2 }), words, t)).toBe('客户状态：空 → 跟进中')
  expect(historyLine(item(3, 'created'), words, t)).toBe('新建了这一行')
})
