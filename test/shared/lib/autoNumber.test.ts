import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  autoNumberText,
  counterKey,
  hasCounter,
  type NumberSeries,
  patternProblems,
  readAutoNumber,
  restartOf,
  restarts,
  restartsOf,
  textOfKey,
} from '#shared/lib/autoNumber.ts'

const monthly = { pattern: 'KH-{yyyyMM}-{0001}' }

test('a pattern with dates, counter and words', () => {
  expect(autoNumberText(monthly, '2024-03-05', 7)).toBe('KH-202403-0007')
  expect(autoNumberText({ pattern: '{yyyy}/{yyyyMMdd}/{01}' }, '2024-03-05T10:00', 123)).toBe('2024/20240305/123')
  expect(autoNumberText({ pattern: '合同（{yy}年{MM}月{dd}日）第{001}号' }, '2024-03-05', 3)).toBe('合同（24年03月05日）第003号')
  expect(autoNumberText({ pattern: '{yyMM}{MMdd}-{1}' }, '2024-03-05', 3)).toBe('24030305-3')
  expect(autoNumberText({ pattern: 'A' }, '2024-03-05', 3)).toBe('A3')
})

test('the count begins anew as often as the dates in the pattern allow, or more rarely if that is said', () => {
  expect(restartsOf('{0001}')).toEqual(['never'])
  expect(restartsOf('{MM}-{0001}')).toEqual(['never'])
  expect(restartsOf('{yy}{dd}-{0001}')).toEqual(['never', 'year'])
  expect(restartsOf('{yyyyMMdd}{01}')).toEqual(['never', 'year', 'month', 'day'])
  expect(restartOf(monthly)).toBe('month')
  expect(restartOf({ ...monthly, restart: 'year' })).toBe('year')
  // A count of a month whose year is not in the number would come again after a year.
  expect(restartOf({ pattern: '{MM}-{01}', restart: 'month' })).toBe('never')
  expect(counterKey(monthly, '2024-03-05')).toBe(counterKey(monthly, '2024-03-31'))
  expect(counterKey(monthly, '2024-03-05')).not.toBe(counterKey(monthly, '2024-04-01'))
  const yearly = { ...monthly, restart: 'year' as const }
  expect(counterKey(yearly, '2024-03-05')).toBe(counterKey(yearly, '2024-04-01'))
  expect(counterKey(yearly, '2024-03-05')).not.toBe(counterKey(yearly, '2025-03-05'))
})

test('counters of books from before are found under the names they have', () => {
  expect(counterKey(monthly, '2024-03-05')).toBe('KH-202403-{}')
  expect(counterKey({ pattern: 'A' }, '2024-03-05')).toBe('A')
})

test('a number made by the pattern is read back, another text is none', () => {
  expect(readAutoNumber(monthly, '2024-03-05', 'KH-202403-0007')).toBe(7)
  expect(readAutoNumber(monthly, '2024-03-05', 'KH-202403-12345')).toBe(12_345)
  expect(readAutoNumber(monthly, '2024-03-05', 'KH-202402-0007')).toBeNull()
  expect(readAutoNumber({ ...monthly, restart: 'year' }, '2024-03-05', 'KH-202402-0007')).toBe(7)
  expect(readAutoNumber(monthly, '2024-03-05', 'C-001')).toBeNull()
})

test('what cannot be read in a pattern is said at its place', () => {
  expect(patternProblems('合同{yyyy}-{001}')).toEqual([])
  expect(patternProblems('A{yyy}-{01}')).toEqual([{ code: 'unknownPart', at: 1, text: '{yyy}' }])
  expect(patternProblems('{yyyydd}{1}')).toEqual([{ code: 'unknownPart', at: 0, text: '{yyyydd}' }])
  expect(patternProblems('{01}-{001}')).toEqual([{ code: 'secondCounter', at: 5, text: '{001}' }])
  expect(patternProblems('{01}-{yyyy')).toEqual([{ code: 'unclosed', at: 5, text: '{yyyy' }])
  expect(patternProblems('号｛yyyy｝')).toEqual([
    { code: 'fullWidthBrace', at: 1, text: '｛' },
    { code: 'fullWidthBrace', at: 6, text: '｝' },
  ])
})

const dates = ['{yyyy}', '{yy}', '{MM}', '{dd}', '{yyMM}', '{MMdd}', '{yyMMdd}', '{yyyyMM}', '{yyyyMMdd}']
const words = fc.stringMatching(/^[A-Z0-9号第.()+*$^|[\]\\/ -]{0,4}$/u)
const piece = fc.oneof(words, fc.constantFrom(...dates))
const pieces = fc.array(piece, { maxLength: 4 }).map((all) => all.join(''))
const counter = fc.constantFrom('{1}', '{01}', '{0001}', '{000}', '')
const series: fc.Arbitrary<NumberSeries> = fc
  .tuple(pieces, counter, pieces, fc.constantFrom(...restarts))
  .map(([before, count, after, restart]) => ({ pattern: before + count + after, restart }))
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const number = fc.nat({ max: 10_000_000 })

test('whatever the pattern: a number written is read back, and the key of its count writes it too', () => {
  fc.assert(
    fc.property(series, day, number, (each, today, count) => {
      expect(patternProblems(each.pattern)).toEqual([])
      const text = autoNumberText(each, today, count)
      expect(readAutoNumber(each, today, text)).toBe(count)
      expect(readAutoNumber(each, today, textOfKey(counterKey(each, today), today, count))).toBe(count)
    }),
  )
})

test('numbers of one count, and of different counts, are never alike', () => {
  fc.assert(
    fc.property(series, day, day, fc.nat({ max: 500 }), fc.nat({ max: 500 }), (each, one, other, first, second) => {
      const isSame = counterKey(each, one) === counterKey(each, other)
      // Two days of one count may share a number only if it is the same one; a date beside the counter is of a fixed width.
      if (isSame && first === second) return
      expect(autoNumberText(each, one, first)).not.toBe(autoNumberText(each, other, second))
    }),
  )
})

test('any text at all is a pattern that writes numbers', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'y', 'M', 'd', '0', '1', '｛', '客') }), day, (pattern, today) => {
      const text = autoNumberText({ pattern }, today, 5)
      expect(readAutoNumber({ pattern }, today, text)).toBe(5)
      if (!hasCounter(pattern)) expect(text.endsWith('5')).toBe(true)
    }),
  )
})
