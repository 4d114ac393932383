import { expect, test } from 'vitest'
import { formatDateTime, formatLongDay, formatMonth, formatMonthDay } from '#shared/lib/formatDate.ts'

test('days and months in both languages', () => {
  expect([formatLongDay('2024-03-05', 'zh-CN'), formatLongDay('2024-03-05', 'en')]).toEqual(['2024年3月5日 星期二', 'Tue, 5 Mar 2024'])
  expect([formatMonthDay('2024-03-05', 'zh-CN'), formatMonthDay('2024-03-05', 'en')]).toEqual(['3月5日', '5 Mar'])
  expect([formatMonth('2024-03', 'zh-CN'), formatMonth('2024-03-05', 'en')]).toEqual(['2024年3月', 'Mar 2024'])
})

test('a moment loses only its T; an instant becomes local wall time', () => {
  expect(formatDateTime('2024-03-05T14:30')).toBe('2024-03-05 14:30')
  const local = new Date('2024-03-05T14:30:00Z')
  expect(formatDateTime('2024-03-05T14:30:00.123Z').slice(11)).toBe(
    `${String(local.getHours()).padStart(2, '0')}:${String(local.getMinutes()).padStart(2, '0')}`,
  )
})
