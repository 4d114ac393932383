import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, weekdayOf } from '#shared/lib/days.ts'
import { resolveDateTerm, resolvePeriod } from '#shared/model/dateTerm.ts'
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
