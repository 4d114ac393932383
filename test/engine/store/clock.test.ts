import { expect, test } from 'vitest'
import { nowFunction } from '#main/engine/store/clock.ts'

test('the time for SQL is that of the clock; beyond midnight it is the last second of the day that was asked for', () => {
  let now = '2026-12-31T23:58:59'
  const { run } = nowFunction({ today: () => now.slice(0, 10), now: () => now })
  expect(run('2026-12-31')).toBe('2026-12-31T23:58:59')
  now = '2027-01-01T00:00:00'
  expect(run('2026-12-31')).toBe('2026-12-31T23:59:59')
  expect(run('2027-01-01')).toBe('2027-01-01T00:00:00')
})
