import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPattern, readPattern } from '#shared/lib/pattern.ts'

const holds = (pattern: string, text: string): boolean => {
  const read = readPattern(pattern)
  if (!read.ok) throw new Error(`${pattern}: ${read.failure.reason} at ${read.failure.at}`)
  return read.value(text)
}

test('a pattern finds what it describes, wherever it stands, in any case', () => {
  expect(holds('有限公司$', '杭州精密有限公司')).toBe(true)
  expect(holds('^有限公司$', '杭州精密有限公司')).toBe(false)
  expect(holds('^1[3-9]\\d{9}$', '13800138000')).toBe(true)
  expect(holds('^1[3-9]\\d{9}$', '138001380001')).toBe(false)
  expect(holds('KH-(2024|2025)-0*7$', 'kh-2025-0007')).toBe(true)
  expect(holds('\\p{Script=Han}{3,}', '张三丰a')).toBe(true)
  expect(holds('colou?r', 'COLOR')).toBe(true)
  expect(holds('^(?:a|b)*$', '')).toBe(true)
  expect(holds('x^', 'x')).toBe(false)
})

test('answers as the engine of JavaScript does', () => {
  const part = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(?:ab)', '\\w', '\\d', '张')
  const count = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{2,}', '*?')
  const pattern = fc
    .array(fc.tuple(part, count), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map(([one, times]) => one + times).join(''))
    .chain((body) => fc.constantFrom(body, `^${body}`, `${body}$`, `^${body}$`, `${body}|b$`, `(${body})+c?`))
  fc.assert(
    fc.property(pattern, fc.stringMatching(/^[ab1张C]{0,8}$/u), (source, text) => {
      expect([source, text, holds(source, text)]).toEqual([source, text, new RegExp(source, 'iu').test(text)])
    }),
    { numRuns: 2000 },
  )
})

test('what would take for ever elsewhere is answered at once', () => {
  const text = `${'a'.repeat(5000)}!`
  for (const pattern of ['^(a+)+$', '(a|a)*$b', '(.*)*x', '(a*)*(a*)*(a*)*b', '^(([a-z])+.)+[A-Z]([a-z])+$'])
    expect(typeof holds(pattern, text)).toBe('boolean')
})

test('what is no pattern is refused with its place', () => {
  for (const text of [
    '',
    '(',
    ')',
    'a)',
    '[',
    '*a',
    'a**',
    'a{2,1}',
    '\\',
    '(?=a)',
    '(?<!a)b',
    '(a)\\1',
    '\\bword',
    '[z-a]',
    '\\p{Nothing}',
    'a'.repeat(501),
    'a{1001}',
    '((a{99}){99}){99}',
  ])
    expect([text, isPattern(text)]).toEqual([text, false])
  expect(readPattern('ab(c')).toEqual({ ok: false, failure: { reason: 'syntax', at: 4 } })
})

test('no text whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'binary' }), (source, text) => {
      const read = readPattern(source)
      if (read.ok) read.value(text)
    }),
  )
})
