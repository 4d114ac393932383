import { expect, test } from 'vitest'
import { shownAs } from '#renderer/features/columns/formula/shownAs.ts'
import { formatCell } from '#shared/model/columns/registry.ts'

const money = { format: 'currency', decimals: 2, thousands: true, symbol: '￥' } as const
const context = { lang: 'zh-CN', members: [], today: '2026-11-26' } as const

test('values of a formula being written look as they will in the grid', () => {
  expect(formatCell(shownAs(1, 'number', money), 1234.5, context)).toBe('￥1,234.50')
  expect(formatCell(shownAs(1, 'text', money), '甲', context)).toBe('甲')
})
