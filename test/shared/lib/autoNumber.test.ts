import { expect, test } from 'vitest'
import { autoNumberText, counterKey } from '#shared/lib/autoNumber.ts'

test('a pattern with date and counter', () => {
  expect(autoNumberText('KH-{yyyyMM}-{0001}', '2024-03-05', 7)).toBe('KH-202403-0007')
  expect(autoNumberText('{yyyy}/{yyyyMMdd}/{01}', '2024-03-05T10:00', 123)).toBe('2024/20240305/123')
  expect(autoNumberText('A', '2024-03-05', 3)).toBe('A3')
})

test('the counter begins again with its month', () => {
  expect(counterKey('KH-{yyyyMM}-{0001}', '2024-03-05')).toBe(counterKey('KH-{yyyyMM}-{0001}', '2024-03-31'))
  expect(counterKey('KH-{yyyyMM}-{0001}', '2024-03-05')).not.toBe(counterKey('KH-{yyyyMM}-{0001}', '2024-04-01'))
})
