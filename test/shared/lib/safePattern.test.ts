import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePattern } from '#shared/lib/safePattern.ts'
import { anyText } from '../anyText.ts'

const matches = (pattern: string, text: string): boolean | string => {
  const read = safePattern(pattern)
  return read.ok ? read.value.matches(text) : read.failure
}

const patterns = [
  'abc',
  'a.c',
  '^a+b*$',
  '(ab|cd)+',
  '(?:a|b){2,3}c?',
  '[a-c]{2}',
  '[^a-c]+',
  '\\d{3}-\\d{2}',
  '\\w+\\s\\S',
  '(a*)*b',
  '(a|aa)+',
  'a{2,}',
  '[\\d.-]+',
  '\\(\\d\\)',
  'a||b',
  '[]a]+',
]

test('a text matches as the regular expressions of JavaScript say of the whole of it', () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...'abcd12- .(]'.split('')), { maxLength: 8 }).map((signs) => signs.join('')),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.constantFrom(...patterns.filter((each) => each !== '[]a]+')), text, (pattern, value) => {
      expect(matches(pattern, value)).toBe(new RegExp(`^(?:${pattern.replace(/^\^|\$$/gu, '')})$`, 'u').test(value))
    }),
    { numRuns: 2000 },
  )
})

test('patterns that hang other engines take time in proportion to the text', () => {
  const text = 'a'.repeat(5000)
  for (const pattern of ['(a+)+b', '(a|a)*b', '(a*)*c', 'a*a*a*a*a*b', '(.*)*x']) expect(matches(pattern, text)).toBe(false)
})

test.each([
  ['(a', 'unbalanced'],
  ['a)', 'unbalanced'],
  ['[a', 'unbalanced'],
  ['*a', 'badRepeat'],
  ['a{3,1}', 'badRepeat'],
  ['a**', 'badRepeat'],
  ['(?=a)', 'notKnown'],
  ['(a)\\1', 'notKnown'],
  ['((a{100}){100}){100}', 'tooLarge'],
  ['a'.repeat(201), 'tooLong'],
])('%s is refused: %s', (pattern, failure) => {
  expect(matches(pattern, 'a')).toBe(failure)
})

test('any pattern on any text gives an answer', () => {
  const piece = fc.constantFrom(...'ab(){}[]|*+?.^$\\d,1-'.split(''))
  const pattern = fc.oneof(
    anyText,
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(pattern, anyText, (source, text) => {
      expect(['boolean', 'string']).toContain(typeof matches(source, text))
    }),
    { numRuns: 1000 },
  )
})
