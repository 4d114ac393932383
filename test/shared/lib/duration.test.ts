import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDuration, parseDuration } from '#shared/lib/duration.ts'
import { anyText } from '../anyText.ts'

test.each([
  ['1:30', 5400],
  ['1：30', 5400],
  ['1:30:15', 5415],
  ['90分钟', 5400],
  ['1小时30分', 5400],
  ['1 小时 30 分钟', 5400],
  ['2h', 7200],
  ['1h30m', 5400],
  ['1.5小时', 5400],
  ['1.1h', 3960],
  ['半小时', 1800],
  ['1天', 86_400],
  ['1d 2h', 93_600],
  ['45秒', 45],
  ['-0:30', -1800],
  ['0', 0],
])('%s is %d seconds', (typed, seconds) => {
  expect(parseDuration(typed, 'h:mm')).toBe(seconds)
})

test('a number alone counts in the last part that is shown', () => {
  expect(parseDuration('90', 'h:mm')).toBe(5400)
  expect(parseDuration('90', 'h:mm:ss')).toBe(90)
})

test.each(['1:75', '1:2:3:4', '30分1小时', '1小时1小时', '上午', '1h x', '-', `${'9'.repeat(12)}天`])('%s is no duration', (typed) => {
  expect(parseDuration(typed, 'h:mm:ss')).toBeNull()
})

test('shown to the minute it is rounded half away from zero, and no -0:00 appears', () => {
  expect([5430, 5429, -5430, -10, 360_000].map((seconds) => formatDuration(seconds, 'h:mm'))).toEqual(['1:31', '1:30', '-1:31', '0:00', '100:00'])
})

test('what is shown reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds, 'h:mm:ss'), 'h:mm:ss')).toBe(seconds)
      expect(parseDuration(formatDuration(seconds * 60, 'h:mm'), 'h:mm')).toBe(seconds * 60)
    }),
  )
})

test('any text gives a whole number of seconds or nothing', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const seconds = parseDuration(typed, 'h:mm')
      expect(seconds === null || Number.isInteger(seconds)).toBe(true)
    }),
  )
})
