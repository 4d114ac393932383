import { expect, test } from 'vitest'
import { effectDay, effectReady } from '#renderer/features/schemes/history/effectDay.ts'

const today = '2026-11-26'

test('an effect is looked at from 90 days ago, or from the day after the first classes', () => {
  expect(effectDay('2025-01-01', today)).toBe('2026-08-28')
  expect(effectDay('2026-10-01', today)).toBe('2026-10-02')
  expect(effectDay('2026-11-25', today)).toBe(today)
})

test('there is no day to look from where nothing was classed before today', () => {
  expect(effectDay(today, today)).toBeNull()
  expect(effectDay(null, today)).toBeNull()
  expect(effectReady('2026-11-26')).toBe('2026-12-26')
})
