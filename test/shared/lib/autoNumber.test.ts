import { expect, test } from 'vitest'
import { autoNumberText, counterKey, readAutoNumber } from '#shared/lib/autoNumber.ts'

test('a pattern with date and counter', () => {
  expect(autoNumberText('KH-{yyyyMM}-{0001}', '2024-03-05', 7)).toBe('KH-202403-0007')
  expect(autoNumberText('{yyyy}/{yyyyMMdd}/{01}', '2024-03-05T10:00', 123)).toBe('2024/20240305/123')
  expect(autoNumberText('A', '2024-03-05', 3)).toBe('A3')
})

test('the counter begins again with its month', () => {
  expect(counterKey('KH-{yyyyMM}-{0001}', '2024-03-05')).toBe(counterKey('KH-{yyyyMM}-{0001}', '2024-03-31'))
  expect(counterKey('KH-{yyyyMM}-{0001}', '2024-03-05')).not.toBe(counterKey('KH-{yyyyMM}-{0001}', '2024-04-01'))
})

test('a number made by the pattern is read back, another text is none', () => {
  expect(readAutoNumber('KH-{yyyyMM}-{0001}', '2024-03-05', 'KH-202403-0007')).toBe(7)
  expect(readAutoNumber('KH-{yyyyMM}-{0001}', '2024-03-05', 'KH-202403-12345')).toBe(12_345)
  expect(readAutoNumber('KH-{yyyyMM}-{0001}', '2024-03-05', 'KH-202402-0007')).toBeNull()
  expect(readAutoNumber('KH-{yyyyMM}-{0001}', '2024-03-05', 'C-001')).toBeNull()
})
