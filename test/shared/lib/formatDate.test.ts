import { expect, test } from 'vitest'
import { parseDate, parseDateTime } from '#shared/lib/parseDate.ts'
import { dateFormats } from '#shared/model/column.ts'
import { formatDateTime, formatLongDay, formatMonth, formatMonthDay, formatDateTimeAs, formatDayAs } from '#shared/lib/formatDate.ts'

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

test('a day in the format of its column reads back, also before 1900 and on 29 February; a time stays as typed', () => {
  const days = ['2024-01-05', '2024-02-29', '1899-12-31', '1000-01-01', '9999-12-31']
  const shown = dateFormats.map((format) => formatDayAs('2024-01-05', format))
  expect(shown).toEqual(['2024-01-05', '2024/1/5', '2024年1月5日', '1月5日', '05.01.2024', '1/5/2024'])
  for (const format of dateFormats.filter((each) => each !== 'chineseShort')) {
    const dayFirst = format === 'dots'
    for (const day of days) expect(parseDate(formatDayAs(day, format), '2026-11-22', dayFirst)).toBe(day)
    expect(parseDateTime(formatDateTimeAs('2024-03-05T23:59', format), '2026-11-22', dayFirst)).toBe('2024-03-05T23:59')
  }
  expect(parseDate('5.3.24', '2026-11-22', true)).toBe('2024-03-05')
  expect(parseDate('29.02.2023', '2026-11-22', true)).toBeNull()
})
