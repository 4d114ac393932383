import { expect, test } from 'vitest'
import type { ColumnOf } from '#shared/model/column.ts'
import { sumText } from '#renderer/features/kanban/sumText.ts'

const amount: ColumnOf<'number'> = {
  id: 1,
  uid: 'u',
  tableId: 1,
  name: '金额',
  role: null,
  position: 1,
  description: '',
  required: false,
  type: 'number',
  settings: { format: 'currency', decimals: 2, thousands: true, symbol: '￥' },
}

test('a sum that would crowd out the name of its lane is short, and whole under the mouse', () => {
  expect(sumText(amount, 474_506.4, '￥474,506.40', 'zh-CN').text).toBe('￥474,506.40')
  expect(sumText(amount, 22_692_323_410, '￥22,692,323,410.00', 'zh-CN')).toEqual({ text: '￥227亿', whole: '￥22,692,323,410.00' })
  expect(sumText(amount, -22_692_323_410, '-￥22,692,323,410.00', 'en').text).toBe('-￥22.7B')
  const after = { ...amount, settings: { ...amount.settings, symbol: '元', symbolPosition: 'after' as const } }
  expect(sumText(after, 12_345_678_900, '12,345,678,900.00元', 'zh-CN').text).toBe('123亿元')
})
