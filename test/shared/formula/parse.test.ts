import { expect, test } from 'vitest'
import { parse } from '#shared/formula/parse.ts'
import { saidExpression } from './said.ts'

const read = (source: string): string => {
  const expression = parse(source)
  return expression.ok ? saidExpression(expression.value) : `${expression.failure.code} ${expression.failure.span.from}-${expression.failure.span.to}`
}

test.each([
  ['1+2*3', '(1 + (2 * 3))'],
  ['(1+2)*3', '((1 + 2) * 3)'],
  ['=-2^2', '((-2) ^ 2)'],
  ['2^-1', '(2 ^ (-1))'],
  ['2^3^2', '((2 ^ 3) ^ 2)'],
  ['-5%', '((-5) %)'],
  ['50%*2', '((50 %) * 2)'],
  ['8-3-2', '((8 - 3) - 2)'],
  ['1 & 2 + 3 = "15"', '((1 & (2 + 3)) = "15")'],
  ['.5 + 1.5e3 + 3.', '((0.5 + 1500) + 3)'],
  ['{金额} >= {订单.单价}', '({金额} >= {订单 → 单价})'],
  ['{ 金额 }', '{金额}'],
  ['{#12.#34}', '{#12 → #34}'],
  ['{\\#12}', '{#12}'],
  ['{折扣\\.率\\}\\\\}', '{折扣.率}\\}'],
  ['"a""b" & \'c\'\'d\'', '("a\\"b" & "c\'d")'],
  ['“他说““好””” & ‘x’', '("他说“好”" & "x")'],
  ['""', '""'],
  ['1<>2', '(1 <> 2)'],
  ['1!=2', '(1 <> 2)'],
  ['1==2', '(1 = 2)'],
  ['TRUE = 真', '(true = true)'],
  ['false()', 'false'],
  ['IF(TRUE; 1; 2)', 'IF(true, 1, 2)'],
  ['PI()', 'PI()'],
  ['STDEV.S(1,2)', 'STDEV.S(1, 2)'],
  ['＝如果（｛金额｝＞１００，“大”，“小”）', '如果(({金额} > 100), "大", "小")'],
  ['１２．５＋３×２÷１－５％', '((12.5 + ((3 * 2) / 1)) - (5 %))'],
  ['3≤4 & 3≥4', '((3 <= (4 & 3)) >= 4)'],
  ['1≠2\n＆\t3', '(1 <> (2 & 3))'],
])('%s', (source, expected) => {
  expect(read(source)).toBe(expected)
})

test.each([
  ['', 'nothing 0-0'],
  ['  =  ', 'nothing 0-5'],
  ['1+', 'endedEarly 1-2'],
  ['(1+2', 'unclosedBracket 0-1'],
  ['SUM(1,2', 'unclosedBracket 3-4'],
  ['1+2)', 'strayBracket 3-4'],
  ['1,2', 'straySeparator 1-2'],
  ['SUM(1,,2)', 'valueMissing 6-7'],
  ['SUM(1,)', 'valueMissing 6-7'],
  ['*3', 'valueMissing 0-1'],
  ['1 2', 'operatorMissing 2-3'],
  ['"a" "b"', 'operatorMissing 4-7'],
  ['金额+1', 'bareName 0-2'],
  ['{金额', 'unclosedName 0-3'],
  ['{}', 'emptyName 0-2'],
  ['{订单.}', 'emptyName 0-5'],
  ['"abc', 'unclosedText 0-4'],
  ['[金额]', 'brackets 0-1'],
  ['1 # 2', 'unknownSign 2-3'],
  ['1 + 😀', 'unknownSign 4-6'],
  ['1e999', 'numberTooLarge 0-5'],
])('%s is wrong at its place', (source, expected) => {
  expect(read(source)).toBe(expected)
})

test('depth, length and numbers of parts have an end', () => {
  expect(read(`${'('.repeat(65)}1${')'.repeat(65)}`)).toMatch(/^tooDeep/u)
  expect(read(`${'-'.repeat(5000)}1`)).toMatch(/^tooDeep/u)
  expect(read(Array.from({ length: 80 }, () => '1').join('+'))).toMatch(/^tooDeep/u)
  expect(read(Array.from({ length: 200 }, () => '1').join('&'))).toMatch(/^\(+1 & 1/u)
  expect(read(Array.from({ length: 300 }, () => '1').join('&'))).toMatch(/^tooManyParts/u)
  expect(read(`SUM(${Array.from({ length: 300 }, () => '1').join(',')})`)).toMatch(/^tooManyParts/u)
  expect(read('1'.repeat(20_001))).toBe('tooLong 20000-20001')
})
