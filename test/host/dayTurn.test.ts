import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchDay } from '#main/host/dayTurn.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 22, 23, 58) }))
afterEach(() => void vi.useRealTimers())

test('a new day is noticed within half a minute after midnight, once', () => {
  let turns = 0
  const stop = watchDay(() => turns++)
  vi.advanceTimersByTime(119_000)
  expect(turns).toBe(0)
  vi.advanceTimersByTime(31_000)
  expect(turns).toBe(1)
  vi.advanceTimersByTime(3_600_000)
  expect(turns).toBe(1)
  stop()
})

test('waking up on another day is noticed', () => {
  let turns = 0
  const stop = watchDay(() => turns++)
  vi.setSystemTime(new Date(2026, 10, 25, 8, 0))
  vi.advanceTimersByTime(30_000)
  expect(turns).toBe(1)
  stop()
  vi.advanceTimersByTime(48 * 3_600_000)
  expect(turns).toBe(1)
})
