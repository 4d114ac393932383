import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, endOfMonth, localMinute, mondayOf, weekdayOf } from '#shared/lib/days.ts'

test('days are counted over leap days and year ends', () => {
  expect([addDays('2024-02-28', 2), addDays('2023-12-31', 1), addDays('2024-03-01', -1)]).toEqual(['2024-03-01', '2024-01-01', '2024-02-29'])
})

test('the week begins on Monday', () => {
  expect(['2026-11-22', '2026-11-23', '2026-11-29'].map(mondayOf)).toEqual(['2026-11-16', '2026-11-23', '2026-11-23'])
})

test('months wrap into years', () => {
  expect([addMonths('2024-12', 2), addMonths('2024-01', -1), addMonths('2024-05', 0)]).toEqual(['2025-02', '2023-12', '2024-05'])
})

test('the local minute is wall time', () => {
  expect(localMinute(new Date(2026, 2, 5, 7, 3))).toBe('2026-03-05T07:03')
})

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: -5_000, max: 5_000 }), (start, days) => {
      const day = addDays('1970-01-01', start)
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})

test('days that exist', () => {
  expect([dayOf(2024, 2, 29), dayOf(2023, 2, 29), dayOf(1900, 2, 29), dayOf(2000, 2, 29), dayOf(999, 1, 1)]).toEqual([
    '2024-02-29',
    null,
    null,
    '2000-02-29',
    null,
  ])
})

test('weekdays and ends of months', () => {
  expect(['2024-03-04', '2024-03-05', '2024-03-10'].map(weekdayOf)).toEqual([1, 2, 7])
  expect(['2024-02', '2023-02-11', '2024-04-30', '2024-12-01'].map(endOfMonth)).toEqual(['2024-02-29', '2023-02-28', '2024-04-30', '2024-12-31'])
})
