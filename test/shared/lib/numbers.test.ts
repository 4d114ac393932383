import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber, plainNumber } from '#shared/lib/formatNumber.ts'
import { roundMoney } from '#shared/lib/money.ts'
import { parseNumber, readNumber } from '#shared/lib/parseNumber.ts'
import { roundHalfAway, shiftDecimal } from '#shared/lib/rounding.ts'

test.each([
  ['￥1,234.50', 1234.5],
  ['¥ 1,234', 1234],
  ['1.2万', 12_000],
  ['1.13万元', 11_300],
  ['3亿', 300_000_000],
  ['5千', 5000],
  ['120百万', 120_000_000],
  ['（1,234.5）', -1234.5],
  ['(￥300)', -300],
  ['￥(300)', null],
  ['１２３．５', 123.5],
  ['12%', 0.12],
  ['１２．５％', 0.125],
  ['-3%', -0.03],
  ['5‰', 0.005],
  ['1e5', 100_000],
  ['1.5E+3', 1500],
  ['1,200元', 1200],
  ['100元整', 100],
  ['300 RMB', 300],
  ['RMB 300', 300],
  ['人民币300元', 300],
  ['-￥300.00', -300],
  ['￥-300', -300],
  ['−5', -5],
  ['－5', -5],
  ['+12', 12],
  ['.5', 0.5],
  ['5.', 5],
  ['007', 7],
  ["'12", 12],
  [' 1,234,567.891 ', 1_234_567.891],
  ['-0', 0],
])('%s reads as %s', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})

test.each([
  '1,2345',
  '12,34',
  '1,23',
  ',123',
  '1,,234',
  '1.2.3',
  '--1',
  '(−5)',
  '-(5)',
  '(5',
  '5)',
  '约100',
  '100+',
  '1 234',
  '0x10',
  '1e',
  'e5',
  '1e999',
  'NaN',
  'Infinity',
  '',
  ' ',
  '元',
  '￥',
  '%',
  '三万',
  '12万%',
  '￥100美元',
  '2024-03-05',
  '13800138000a',
])('%j is no number', (text) => {
  expect(parseNumber(text)).toBeNull()
})

test('the currency beside a number is told', () => {
  expect(['￥1', '1元', '$1', '1 EUR', '1'].map((text) => readNumber(text)?.currency)).toEqual(['CNY', 'CNY', 'USD', 'EUR', null])
})

test('halves are rounded away from zero as they are written, as Excel does', () => {
  expect([2.675, 1.005, -2.5, 0.5, 1.45, 8.345, -0.4].map((value) => [roundHalfAway(value, 2), roundHalfAway(value, 0)])).toEqual([
    [2.68, 3],
    [1.01, 1],
    [-2.5, -3],
    [0.5, 1],
    [1.45, 1],
    [8.35, 8],
    [-0.4, 0],
  ])
})

test('the decimal point moves without error', () => {
  expect([shiftDecimal(1.13, 4), shiftDecimal(0.07, 2), shiftDecimal(1e-7, 2), shiftDecimal(1.5e300, -300)]).toEqual([11_300, 7, 0.00001, 1.5])
})

test('numbers as a column shows them', () => {
  const plain = { format: 'plain', decimals: 2, thousands: true, symbol: '' } as const
  expect([1234.5, -0.001, 2.675, 1e21, 0].map((value) => formatNumber(value, plain))).toEqual(['1,234.50', '0.00', '2.68', '1e+21', '0.00'])
  expect(formatNumber(-1234.5, { ...plain, format: 'currency', symbol: '￥' })).toBe('-￥1,234.50')
  expect(formatNumber(0.285, { ...plain, format: 'percent', decimals: 0 })).toBe('29%')
  expect(formatNumber(1234567, { ...plain, thousands: false, decimals: 0 })).toBe('1234567')
  expect(plainNumber(-1234.567)).toBe('-1,234.57')
})

test('an amount is kept to the smallest unit of its column, one that has no such decimals as it is', () => {
  expect([12.5, 1234.5678, 1e308].map((amount) => roundMoney(amount, 0))).toEqual([13, 1235, 1e308])
  expect([12.34567, 0.00005].map((amount) => roundMoney(amount, 4))).toEqual([12.3457, 0.0001])
  expect(roundMoney(1.23456789012, 10)).toBe(1.2345678901)
  expect([2.675, -2.675, 1.005, 0.1 + 0.2, 1e15 + 0.3].map((amount) => roundMoney(amount, 2))).toEqual([2.68, -2.68, 1.01, 0.3, 1e15 + 0.3])
})

test('whatever is typed, the answer is a finite number or none', () => {
  const piece = fc.constantFrom(...'0123456789,.%￥$元万亿千()（）-+e '.split(''))
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      expect(parseNumber(text) ?? 0).toSatisfy(Number.isFinite)
    }),
    { numRuns: 2000 },
  )
})

test('a currency stands before or after its amount, a code with a space', () => {
  const money = { format: 'currency', decimals: 2, thousands: true, symbol: '€', symbolPosition: 'after' } as const
  expect([1234.5, -3].map((value) => formatNumber(value, money))).toEqual(['1,234.50€', '-3.00€'])
  expect(formatNumber(1234.5, { ...money, symbol: 'EUR' })).toBe('1,234.50 EUR')
})

test('large numbers shortly: by 万 and 亿 in Chinese, by K, M and B in English', () => {
  const short = { format: 'plain', decimals: 2, thousands: true, symbol: '', shorten: true } as const
  const zh = (value: number, decimals = 2) => formatNumber(value, { ...short, decimals }, 'zh-CN')
  expect([123, 9999, 12_345, 123_456_789, 1.5e12, -20_000].map((value) => zh(value))).toEqual([
    '123.00',
    '9,999.00',
    '1.23万',
    '1.23亿',
    '1.50万亿',
    '-2.00万',
  ])
  expect(zh(99_999_999, 0)).toBe('1亿')
  expect([1234, 2_500_000, 3e9].map((value) => formatNumber(value, short, 'en'))).toEqual(['1.23K', '2.50M', '3.00B'])
})

test('a whole number that a double cannot hold is not taken as another; decimals and exponents are as near as a double comes', () => {
  const exact = (text: string) => readNumber(text)?.isExact
  expect(['9007199254740993', '9,007,199,254,740,993', '-12345678901234567891', '900719925474.0993万'].map(exact)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(
    ['9007199254740992', '9007199254740994', '100000000000000000000000', '1e308', '0.1', '3.14159265358979323846', '1.2亿', '007'].map(exact),
  ).toEqual(Array(8).fill(true))
})

test('numbers at the edge keep what they are', () => {
  const plain = { format: 'plain', decimals: 2, thousands: true, symbol: '' } as const
  expect(parseNumber('1e308')).toBe(1e308)
  expect(parseNumber('1e309')).toBeNull()
  expect(Object.is(parseNumber('-0'), 0)).toBe(true)
  expect([1e308, -0, 0.1 + 0.2].map((value) => formatNumber(value, plain))).toEqual(['1e+308', '0.00', '0.30'])
  expect([1.005, 2.675, -0.125, 0.285].map((value) => formatNumber(value, { ...plain, format: 'percent', decimals: 0 }))).toEqual([
    '101%',
    '268%',
    '-13%',
    '29%',
  ])
})
