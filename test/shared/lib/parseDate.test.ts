import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, partsOfDay } from '#shared/lib/days.ts'
import { formatDateTime, formatDay, formatLongDay } from '#shared/lib/formatDate.ts'
import { parseDate, parseDateTime } from '#shared/lib/parseDate.ts'

const today = '2026-11-22'

test.each([
  '2024/3/5',
  '2024-3-5',
  '2024.3.5',
  '2024-03-05',
  '2024 / 3 / 5',
  '2024年3月5日',
  '2024 年 03 月 05 日',
  '2024年3月5号',
  '２０２４年３月５日',
  '20240305',
  '24/3/5',
  '24-03-05',
  '24年3月5日',
  '二〇二四年三月五日',
  '二零二四年三月五日',
  '2024年3/5',
  '3/5/2024',
  '5 Mar 2024',
  '5th March 2024',
  'Mar 5, 2024',
  'March 5 2024',
  '5-Mar-2024',
  '2024-03-05(周二)',
  '2024年3月5日 星期二',
  '星期二 2024/3/5',
  'Tue, 5 Mar 2024',
  "'2024-03-05",
  '\u200b2024-03-05\u00a0',
])('%s is the fifth of March', (text) => {
  expect(parseDate(text, today)).toBe('2024-03-05')
})

test.each([
  ['2024年3月5日 14:30', '2024-03-05T14:30'],
  ['2024/3/5 下午2:30', '2024-03-05T14:30'],
  ['2024/3/5 2:30 PM', '2024-03-05T14:30'],
  ['2024-03-05T14:30:15Z', '2024-03-05T14:30:15'],
  ['2024-03-05T14:30:00.000+08:00', '2024-03-05T14:30'],
  ['2024-3-5 9点', '2024-03-05T09:00'],
  ['2024-3-5 上午9点半', '2024-03-05T09:30'],
  ['2024年03月05日14时30分20秒', '2024-03-05T14:30:20'],
  ['2024年3月5号晚上8点', '2024-03-05T20:00'],
  ['2024-03-05 12:00 am', '2024-03-05T00:00'],
  ['2024-03-05 中午12点', '2024-03-05T12:00'],
  ['2024-03-05 中午1点', '2024-03-05T13:00'],
  ['20240305 1430', '2024-03-05T14:30'],
  ['20240305143059', '2024-03-05T14:30:59'],
  ['12/1/2010 8:26', '2010-12-01T08:26'],
  ['2024-03-05', '2024-03-05T00:00'],
])('%s is the moment %s', (text, moment) => {
  expect(parseDateTime(text, today)).toBe(moment)
})

test('a date column keeps the day of a moment', () => {
  expect(parseDate('2024年3月5日 14:30', today)).toBe('2024-03-05')
})

test('a day without a year is of the year of today', () => {
  expect([parseDate('3月5日', today), parseDate('3/5', today), parseDate('十一月二十三日', today)]).toEqual([
    '2026-03-05',
    '2026-03-05',
    '2026-11-23',
  ])
})

test('two-digit years turn at fifty', () => {
  expect([parseDate('49/1/1', today), parseDate('50/1/1', today)]).toEqual(['2049-01-01', '1950-01-01'])
})

test('with the year last the month comes first, unless it cannot', () => {
  expect([parseDate('3/5/2024', today), parseDate('13/5/2024', today), parseDate('31.12.2024', today)]).toEqual([
    '2024-03-05',
    '2024-05-13',
    '2024-12-31',
  ])
})

test.each([
  '2023-02-29',
  '2024-02-30',
  '2024/13/1',
  '2024-00-10',
  '20240231',
  '2024年2月30日',
  '0204/3/5',
  '2/29',
  '2024-03',
  '2024年3月',
  '3.5',
  '12',
  '45356',
  '2024/3/5/6',
  '2024-3.5',
  '2024/3/51',
  '2024/3/5 25:00',
  '2024/3/5 14:60',
  '2024/3/5 约',
  '农历三月初五',
  '下周一',
  '',
  ' ',
  '13800138000',
  '1-2-3',
  '2024-03-05 下午0:30x',
])('%j is no day', (text) => {
  expect(parseDate(text, today)).toBeNull()
})

test('times of day', () => {
  const times = ['8:05', '下午3点', '凌晨0:30', '11:59:59 pm', '晚上12点', '24:00'].map((time) =>
    parseDateTime(`2024-03-05 ${time}`, today)?.slice(11),
  )
  expect(times).toEqual(['08:05', '15:00', '00:30', '23:59:59', undefined, undefined])
})

const days = fc.integer({ min: -300_000, max: 2_900_000 }).map((offset) => addDays('1970-01-01', offset))

test('a shown day reads back, in cells and in sentences', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(parseDate(formatDay(day), today)).toBe(day)
      expect(parseDate(formatLongDay(day, 'zh-CN'), today)).toBe(day)
      expect(parseDate(formatLongDay(day, 'en'), today)).toBe(day)
    }),
  )
})

test('a shown moment reads back', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const moment = `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      expect(parseDateTime(formatDateTime(moment), today)).toBe(moment)
    }),
  )
})

test('whatever is typed, the answer is a day that exists or none', () => {
  const piece = fc.constantFrom(...'0123456789/-. 年月日号时分点:下午上T,星期一二十〇'.split(''), '2024', 'mar', 'pm', '(')
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const moment = parseDateTime(text, today)
      expect(moment === null || (exists(moment.slice(0, 10)) && /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/u.test(moment))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

function exists(day: string): boolean {
  const parts = partsOfDay(day)
  return dayOf(parts.year, parts.month, parts.day) === day
}
