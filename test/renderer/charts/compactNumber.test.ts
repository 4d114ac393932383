import { expect, test } from 'vitest'
import { compactNumber, fullNumber, percentText } from '#renderer/charts/compactNumber.ts'

test('Chinese numbers shorten by 万 and 亿', () => {
  expect([0, 7, 9_876, 9_999, 10_000, 12_840, 1_284_300, 12_843_000, 99_996_000, 123_456_789].map((value) => compactNumber(value, 'zh-CN'))).toEqual([
    '0',
    '7',
    '9,876',
    '9,999',
    '1万',
    '1.28万',
    '128万',
    '1,280万',
    '1亿',
    '1.23亿',
  ])
})

test('English numbers shorten by K, M and B', () => {
  expect([999, 1_000, 12_840, 999_700, 1_284_300, 2_500_000_000].map((value) => compactNumber(value, 'en'))).toEqual([
    '999',
    '1K',
    '12.8K',
    '1M',
    '1.28M',
    '2.5B',
  ])
})

test('money carries its symbol, and a loss its sign before it', () => {
  expect(compactNumber(1_284_300, 'zh-CN', 'currency')).toBe('￥128万')
  expect(compactNumber(-20_000, 'zh-CN', 'currency')).toBe('-￥2万')
  expect(fullNumber(1_284_300.5, 'zh-CN', 'currency')).toBe('￥1,284,300.50')
  expect(fullNumber(1_284_300, 'en', 'currency')).toBe('¥1,284,300')
})

test('small shares keep a decimal', () => {
  expect([0, 0.004, 0.0996, 0.126, 1].map(percentText)).toEqual(['0%', '0.4%', '10%', '13%', '100%'])
})
