import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import { dayText, entryDetail, entryTitle } from '#renderer/features/history/entryText.ts'
import { trashTitle, trashTitles } from '#renderer/features/history/trashText.ts'

const t = translator('zh-CN')
const tables = new Map([
  [1, '客户'],
  [2, '跟进记录'],
])
const tableName = (id: number) => tables.get(id)

test('an entry says what it did and how much', () => {
  expect(entryTitle({ operation: 'import.run' }, t)).toBe('导入')
  const summary = { added: 2240, updated: 51, removed: 0, linked: 0, unlinked: 0, schema: 0, tableIds: [1, 2, 99] }
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
