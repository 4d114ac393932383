import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, weekdayOf } from '#shared/lib/days.ts'
import { monthDaysOf, resolveDateTerm, resolvePeriod } from '#shared/model/dateTerm.ts'
import type { DatePeriod } from '#shared/model/dateTerm.ts'

// A Sunday, the last day of its week.
const today = '2026-11-22'

test('terms around today', () => {
  const days = [
    resolveDateTerm({ kind: 'exact', date: '2024-02-29' }, today),
    resolveDateTerm({ kind: 'today' }, today),
    resolveDateTerm({ kind: 'yesterday' }, today),
    resolveDateTerm({ kind: 'tomorrow' }, '2026-12-31'),
    resolveDateTerm({ kind: 'daysAgo', days: 30 }, today),
    resolveDateTerm({ kind: 'daysFromNow', days: 7 }, today),
  ]
  expect(days).toEqual(['2024-02-29', '2026-11-22', '2026-11-21', '2027-01-01', '2026-10-23', '2026-11-29'])
})

test.each<[DatePeriod, string, string]>([
  [{ kind: 'thisWeek' }, '2026-11-16', '2026-11-22'],
  [{ kind: 'lastWeek' }, '2026-11-09', '2026-11-15'],
  [{ kind: 'nextWeek' }, '2026-11-23', '2026-11-29'],
  [{ kind: 'thisMonth' }, '2026-11-01', '2026-11-30'],
  [{ kind: 'lastMonth' }, '2026-10-01', '2026-10-31'],
  [{ kind: 'nextMonth' }, '2026-12-01', '2026-12-31'],
  [{ kind: 'thisYear' }, '2026-01-01', '2026-12-31'],
  [{ kind: 'lastYear' }, '2025-01-01', '2025-12-31'],
  [{ kind: 'pastDays', days: 7 }, '2026-11-16', '2026-11-22'],
  [{ kind: 'nextDays', days: 1 }, '2026-11-22', '2026-11-22'],
  [{ kind: 'yesterday' }, '2026-11-21', '2026-11-21'],
  [{ kind: 'thisQuarter' }, '2026-10-01', '2026-12-31'],
  [{ kind: 'lastQuarter' }, '2026-07-01', '2026-09-30'],
  [{ kind: 'nextQuarter' }, '2027-01-01', '2027-03-31'],
  [{ kind: 'thisHalfYear' }, '2026-07-01', '2026-12-31'],
  [{ kind: 'lastHalfYear' }, '2026-01-01', '2026-06-30'],
  [{ kind: 'nextHalfYear' }, '2027-01-01', '2027-06-30'],
  [{ kind: 'nextYear' }, '2027-01-01', '2027-12-31'],
  [{ kind: 'past', unit: 'week', count: 2 }, '2026-11-09', '2026-11-22'],
  [{ kind: 'past', unit: 'month', count: 3 }, '2026-08-23', '2026-11-22'],
  [{ kind: 'next', unit: 'year', count: 1 }, '2026-11-22', '2027-11-21'],
])('%o', (period, from, to) => {
  expect(resolvePeriod(period, today)).toEqual({ from, to })
})

test('the last month of a 31st, and of January', () => {
  expect(resolvePeriod({ kind: 'lastMonth' }, '2024-03-31')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(resolvePeriod({ kind: 'lastMonth' }, '2024-01-15')).toEqual({ from: '2023-12-01', to: '2023-12-31' })
})

test('every day is in its week, which runs from Monday to Sunday and meets the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 60_000 }), (offset) => {
      const day = addDays('1970-01-01', offset)
      const week = resolvePeriod({ kind: 'thisWeek' }, day)
      expect([weekdayOf(week.from), weekdayOf(week.to), daysBetween(week.from, week.to)]).toEqual([1, 7, 6])
      expect(week.from <= day && day <= week.to).toBe(true)
      expect(resolvePeriod({ kind: 'nextWeek' }, day).from).toBe(addDays(week.to, 1))
    }),
  )
})

test('months and years away, at the ends of months and in leap years', () => {
  const term = (kind: 'ago' | 'fromNow', unit: 'week' | 'month' | 'year', count: number, day: string) => resolveDateTerm({ kind, unit, count }, day)
  expect(term('ago', 'month', 1, '2024-03-31')).toBe('2024-02-29')
  expect(term('fromNow', 'month', 1, '2023-01-31')).toBe('2023-02-28')
  expect(term('fromNow', 'month', 13, '2023-01-31')).toBe('2024-02-29')
  expect(term('ago', 'year', 1, '2024-02-29')).toBe('2023-02-28')
  expect(term('fromNow', 'year', 4, '2024-02-29')).toBe('2028-02-29')
  expect(term('fromNow', 'week', 1, '2026-12-28')).toBe('2027-01-04')
  expect(resolvePeriod({ kind: 'past', unit: 'month', count: 1 }, '2024-03-31')).toEqual({ from: '2024-03-01', to: '2024-03-31' })
})

test('quarters and half-years at their edges', () => {
  expect(resolvePeriod({ kind: 'lastQuarter' }, '2024-01-01')).toEqual({ from: '2023-10-01', to: '2023-12-31' })
  expect(resolvePeriod({ kind: 'thisQuarter' }, '2024-03-31')).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  expect(resolvePeriod({ kind: 'nextHalfYear' }, '2024-12-31')).toEqual({ from: '2025-01-01', to: '2025-06-30' })
  fc.assert(
    fc.property(
      fc.integer({ min: -30_000, max: 60_000 }),
      fc.constantFrom('Month' as const, 'Quarter' as const, 'HalfYear' as const, 'Year' as const),
      (offset, unit) => {
        const day = addDays('1970-01-01', offset)
        const own = resolvePeriod({ kind: `this${unit}` }, day)
        expect(own.from <= day && day <= own.to).toBe(true)
        expect(resolvePeriod({ kind: `next${unit}` }, day).from).toBe(addDays(own.to, 1))
        expect(resolvePeriod({ kind: `last${unit}` }, day).to).toBe(addDays(own.from, -1))
      },
    ),
  )
})

test('the days of a year in a span, over its end and around 29 February', () => {
  expect(monthDaysOf({ from: '2026-12-20', to: '2027-01-10' })).toEqual({ from: '12-20', to: '01-10', wraps: true })
  expect(monthDaysOf({ from: '2026-02-01', to: '2026-02-28' })).toEqual({ from: '02-01', to: '02-29', wraps: false })
  expect(monthDaysOf({ from: '2024-02-01', to: '2024-02-28' })).toEqual({ from: '02-01', to: '02-28', wraps: false })
  expect(monthDaysOf({ from: '2026-01-01', to: '2027-01-01' })).toBeNull()
  expect(monthDaysOf({ from: '2026-01-02', to: '2027-01-01' })).toEqual({ from: '01-02', to: '01-01', wraps: true })
})
