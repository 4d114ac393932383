import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '#shared/formula/check.ts'
import { catalogueNames } from '#shared/formula/functions/catalogue.ts'
import { escapedName } from '#shared/formula/path.ts'
import { toShown, toStored } from '#shared/formula/stored.ts'
import { anyText } from '../anyText.ts'
import { book, column, customersId, schemaOf } from './book.ts'

/** Pieces that look like formulas, put together without sense. */
const words = fc.oneof(
  fc.constantFrom(...'+-*/^&=<>%(),;{}"\'“”‘’（），＋｛｝\\#. \n'),
  fc.constantFrom(
    '{金额}',
    '{订单.单价}',
    '{订单}',
    '{跟进记录.时间}',
    '{#12}',
    '{#18.#32}',
    '"订单"',
    '"日期"',
    '"{金额}>1"',
    '1.5',
    '3%',
    'TRUE',
    '真',
    '<>',
    '>=',
  ),
  fc.constantFrom(...catalogueNames).map((name) => `${name}(`),
  anyText,
)
const formulas = fc.oneof(
  anyText,
  fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
)

/** A value, or a problem that points into the text. */
function expectAnswer(source: string, schema = book): void {
  const typed = check(source, customersId, schema)
  if (typed.ok) return
  const { from, to } = typed.failure.span
  expect(0 <= from && from <= to && to <= source.length, `${typed.failure.code} ${from}-${to} in ${JSON.stringify(source)}`).toBe(true)
}

test('any text is a formula or a problem with a place', () => {
  fc.assert(
    fc.property(formulas, (source) => expectAnswer(source)),
    { numRuns: 3000 },
  )
})

test('any text survives being stored and shown: it means the same', () => {
  fc.assert(
    fc.property(formulas, (source) => {
      const stored = toStored(source, customersId, book)
      const shown = toShown(stored, customersId, book)
      expect(toStored(shown, customersId, book)).toBe(stored)
      const typed = check(source, customersId, book)
      if (typed.ok) expect([check(stored, customersId, book), check(shown, customersId, book)]).toEqual([typed, typed])
    }),
    { numRuns: 2000 },
  )
})

test('deep and long texts end in a problem, not in a crash', () => {
  const deep = ['(', '-', 'ABS(', '{', '"', '1+', '1&', 'IF(TRUE,', 'SUM(1,', '{订单.', 'COUNTLINKS({订单},', '“', '\\', '2^'].map((part) =>
    part.repeat(20_000).slice(0, 20_000),
  )
  for (const source of deep) {
    expectAnswer(source)
    expect(toShown(toStored(source, customersId, book), customersId, book)).toBe(source)
  }
})

test.each([
  ['quotes', '说"好"\'吗\' “是” ‘否’'],
  ['emoji', '👩‍👩‍👧‍👦 家庭 🇨🇳'],
  ['right-to-left text', 'שם \u202Eהלקוח\u202C العميل'],
  ['signs of the language', '{a.b}\\#12 & (1,2)；＝'],
  ['an id', '#12'],
  ['10,000 characters', '长'.repeat(10_000)],
  ['SQL', '"; drop table t1; --'],
])('a column whose name holds %s', (_, name) => {
  const schema = schemaOf([column(1, customersId, name, 'number', { format: 'plain', decimals: 0, thousands: false, symbol: '' })])
  const source = `{${escapedName(name)}} + 1`
  expect(check(source, customersId, schema)).toMatchObject({ ok: true, value: { kind: 'call', name: 'ADD' } })
  expect(toShown(toStored(source, customersId, schema), customersId, schema)).toBe(source)
})
