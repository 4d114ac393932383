import { expect, test } from 'vitest'
import type { Column } from '#shared/model/column.ts'
import { groupText } from '#shared/model/groupText.ts'

const own = { id: 1, uid: '', tableId: 1, name: '', role: null, position: 1, description: '', required: false }
const date: Column = { ...own, type: 'date', settings: {} }
const zh = { lang: 'zh-CN' as const, members: [] }
const en = { lang: 'en' as const, members: [] }
const number = (decimals: number): Column => ({ ...own, type: 'number', settings: { format: 'plain', decimals, thousands: true, symbol: '' } })

test('periods read as a person says them', () => {
  expect(groupText(date, { unit: 'month' }, '2026-11', zh)).toBe('2026年11月')
  expect(groupText(date, { unit: 'month' }, '2026-11', en)).toBe('Nov 2026')
  expect(groupText(date, { unit: 'quarter' }, '2026-Q4', zh)).toBe('2026年第4季度')
  expect(groupText(date, { unit: 'quarter' }, '2026-Q4', en)).toBe('Q4 2026')
  expect(groupText(date, { unit: 'year' }, '2026', zh)).toBe('2026年')
  expect(groupText(date, { unit: 'week' }, '2026-11-23', zh)).toBe('2026-11-23 – 2026-11-29')
})

test('ranges of whole numbers name their last one, others their bound', () => {
  expect(groupText(number(0), { step: 1000 }, 2000, zh)).toBe('2,000 – 2,999')
  expect(groupText(number(1), { step: 0.1 }, 0.2, zh)).toBe('0.2 – 0.3')
  expect(groupText(number(0), {}, 2000, zh)).toBe('2,000')
  expect(groupText(number(0), { step: 1000 }, null, zh)).toBe('')
})
