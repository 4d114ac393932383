import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import { dayText, entryDetail, entryTitle, subjectText } from '#renderer/features/history/entryText.ts'
import { trashTitle, trashTitles } from '#renderer/features/history/trashText.ts'

const t = translator('zh-CN')
const tables = new Map([
  [1, '客户'],
  [2, '跟进记录'],
])
const tableName = (id: number) => tables.get(id)

test('an entry says what it did and how much', () => {
  expect(entryTitle({ operation: 'import.run' }, t)).toBe('导入')
  const summary = { added: 2240, updated: 51, removed: 0, linked: 0, unlinked: 0, reordered: 0, locked: 0, schema: 0, tableIds: [1, 2, 99] }
  expect(entryDetail(summary, tableName, t)).toBe('新增 2,240 行、修改 51 格 · 客户、跟进记录')
  expect(entryDetail({ ...summary, added: 0, updated: 0, tableIds: [] }, tableName, t)).toBe('没有改动内容')
})

test('days near today have names', () => {
  expect(['2026-11-22', '2026-11-21', '2026-11-20'].map((day) => dayText(day, '2026-11-22', '2026-11-21', t))).toEqual(['今天', '昨天', '2026-11-20'])
})

test('the trash names rows by their first titles', () => {
  const rows = { kind: 'rows' as const, entryId: 1, at: '', tableId: 1, count: 7, titles: ['张三', '', '李四'] }
  expect(trashTitle(rows, tableName, t)).toBe('「客户」的 7 行')
  expect(trashTitles(rows, t)).toBe('张三、李四 等')
  expect(trashTitle({ kind: 'view', entryId: 1, at: '', id: 4, name: '临时', tableId: 77 }, tableName, t)).toBe('「已删除的表」的视图「临时」')
})

test('an entry names the row and column it changed', () => {
  const words = {
    column: (id: number) => (id === 5 ? '客户状态' : '负责人'),
    value: (_: number, value: unknown) => `值${String(value)}`,
    choice: () => '',
  }
  const cell = { columnId: 5, from: 1, to: 2 }
  const rows = { kind: 'rows' as const, entryId: 1, what: 'updated' as const, tableId: 1, rowId: 3, title: '华东精密', count: 1, cells: [cell] }
  expect(subjectText(rows, words, t)).toBe('「华东精密」的客户状态：值1 → 值2')
  expect(subjectText({ ...rows, cells: [{ ...cell, from: null }] }, words, t)).toBe('「华东精密」的客户状态：空 → 值2')
  expect(subjectText({ ...rows, cells: [cell, { ...cell, columnId: 6 }] }, words, t)).toBe('「华东精密」的客户状态、负责人')
  expect(subjectText({ ...rows, what: 'removed', rowId: null, count: 3, cells: [] }, words, t)).toBe('「华东精密」等 3 行')
  expect(subjectText({ kind: 'thing', entryId: 1, name: '看板' }, words, t)).toBe('「看板」')
})
