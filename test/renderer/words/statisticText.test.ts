import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column, NumberSettings } from '#shared/model/column.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import { statisticText } from '#renderer/words/statisticText.ts'

const own = { id: 1, uid: 'u', tableId: 1, name: '金额', role: null, position: 1, description: '', required: false }
const number = (settings: Partial<NumberSettings>): Column => ({
  ...own,
  type: 'number',
  settings: { format: 'plain', decimals: 0, thousands: true, symbol: '', ...settings },
})
const format = (column: Column, value: CellValue) => formatCell(column, value, { lang: 'zh-CN', members: [] })
const text = (column: Column, statistic: Parameters<typeof statisticText>[1], value: CellValue) =>
  statisticText(column, statistic, value, format, translator('zh-CN'), 'zh-CN')

test('a statistic reads in the format of its column', () => {
  expect(text(number({ format: 'currency', decimals: 2, symbol: '￥' }), 'sum', 1_284_300)).toBe('￥1,284,300.00')
  expect(text(number({}), 'max', 1234)).toBe('1,234')
  expect(text({ ...own, type: 'date', settings: {} }, 'earliest', '2026-11-26')).toBe('2026-11-26')
})

test('what lies between whole numbers keeps two decimals', () => {
  expect(text(number({}), 'average', 2.5)).toBe('2.50')
  expect(text(number({}), 'median', 3)).toBe('3.00')
})

test('counts, shares and spans of days read as such, whatever the column', () => {
  const amount = number({ format: 'currency', decimals: 2, symbol: '￥' })
  expect(text(amount, 'unique', 12_345)).toBe('12,345')
  expect(text(amount, 'percentFilled', 0.983)).toBe('98.3%')
  expect(text({ ...own, type: 'date', settings: {} }, 'days', 365)).toBe('365 天')
  expect(text(amount, 'sum', null)).toBe('')
})
