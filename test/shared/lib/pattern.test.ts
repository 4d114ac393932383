import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPattern, quotedPattern, readPattern, type Pattern, type PatternOptions } from '#shared/lib/pattern.ts'
import { anyText } from '../anyText.ts'

const read = (source: string, options?: PatternOptions): Pattern => {
  const pattern = readPattern(source, options)
  if (!pattern.ok) throw new Error(`${source}: ${pattern.failure.reason} ${pattern.failure.part}`)
  return pattern.value
}

test('a pattern finds what it describes, wherever it stands', () => {
  const holds = (source: string, text: string, ignoreCase = false) => read(source, { ignoreCase }).test(text)
  expect(holds('有限公司$', '杭州精密有限公司')).toBe(true)
  expect(holds('^有限公司$', '杭州精密有限公司')).toBe(false)
  expect(holds('^1[3-9]\\d{9}$', '13800138000')).toBe(true)
  expect(holds('^1[3-9]\\d{9}$', '138001380001')).toBe(false)
  expect(holds('KH-(2024|2025)-0*7$', 'kh-2025-0007', true)).toBe(true)
  expect(holds('KH', 'kh')).toBe(false)
  expect(holds('(?i)KH', 'kh')).toBe(true)
  expect(holds('\\p{Script=Han}{3,}', '张三丰a')).toBe(true)
  expect(holds('[\\u4e00-\\u9fa5\\u{20000}]+', '張')).toBe(true)
  expect(holds('^.$', '😀')).toBe(true)
  expect(holds('张\\s三', '张\u3000三')).toBe(true)
  expect(holds('^[^\\s]+$', '张\u3000三')).toBe(false)
  expect(holds('^[\\S]$', '\u00a0')).toBe(false)
})

test('the whole of a text, the first place with its groups, every place replaced', () => {
  expect(read('[A-Z]\\d+').matches('A12')).toBe(true)
  expect(read('^[A-Z]\\d+$').matches('A12')).toBe(true)
  expect(read('a|ab').matches('ab')).toBe(true)
  expect(read('[A-Z]\\d+').matches('xA12')).toBe(false)
  expect([...(read('(\\d{4})年(?<month>\\d+)月|(无)').find('于2024年3月') ?? [])]).toEqual(['2024年3月', '2024', '3', undefined])
  expect(read('x').find('y')).toBeNull()
  expect(read('(\\d+)-(\\d+)').replace('1-2, 3-4', '$2-$1 $$ $&')).toBe('2-1 $ 1-2, 4-3 $ 3-4')
  expect(read('(?<a>张)').replace('张三', '$<a>$<a>')).toBe('张张三')
  expect(read('^', { multiline: true }).replace('a\nb', '> ')).toBe('> a\n> b')
})

const part = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '[a-c\\d]',
  '(a|b)',
  '(?:ab)',
  '(a(b)?)',
  '\\w',
  '\\d',
  '\\s',
  '\\S',
  '\\W',
  '\\D',
  '[\\s张]',
  '[\\S]',
  '\\b',
  '\\B',
  '张',
  '\\p{L}',
  '\\u5f20',
  '(?<n>三)',
  '😀',
)
const count = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{2,}', '*?', '+?', '??', '{1,2}?')
const piece = fc.tuple(part, count).map(([one, times]) => (/^\\[bB]$/u.test(one) ? one : one + times))
const body = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  // A name stands for one group only.
  .filter((parts) => parts.split('(?<n>').length < 3)
const source = body.chain((parts) => fc.constantFrom(parts, `^${parts}`, `${parts}$`, `^${parts}$`, `${parts}|b$`))
// What is repeated though it may be empty takes another way in RE2 than in JavaScript, to the same answer.
const repeated = body.map((parts) => `(${parts})+c?`)
const text = fc.array(fc.constantFrom(...'ab1张三C_ -\n\u3000'), { maxLength: 10 }).map((signs) => signs.join(''))

test.each([
  ['u', {}],
  ['iu', { ignoreCase: true }],
  ['mu', { multiline: true }],
] as const)('what it tests, finds and replaces is what RegExp does with the flags %s', (flags, options) => {
  fc.assert(
    fc.property(fc.oneof(source, repeated), text, (written, whole) => {
      const ours = read(written, options)
      const theirs = new RegExp(written, flags)
      expect([written, whole, ours.test(whole)]).toEqual([written, whole, theirs.test(whole)])
      if (flags !== 'mu') expect([written, whole, ours.matches(whole)]).toEqual([written, whole, new RegExp(`^(?:${written})$`, flags).test(whole)])
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(source, text, (written, whole) => {
      const ours = read(written, options)
      expect([written, whole, ours.find(whole)?.[0]]).toEqual([written, whole, new RegExp(written, flags).exec(whole)?.[0]])
      expect([written, whole, ours.replace(whole, '<$&>')]).toEqual([written, whole, whole.replace(new RegExp(written, `g${flags}`), '<$&>')])
    }),
    { numRuns: 2000 },
  )
})

test('groups take what those of RegExp take', () => {
  // A group that is repeated keeps in JavaScript nothing from an earlier round: such are left out.
  const group = fc.constantFrom('(a|b)', '(张)', '(a+?)', '(\\d*)', '(?:a|(b))', '(.)', '([^a]+)')
  const written = fc
    .array(
      fc.oneof(
        group,
        piece.filter((one) => !one.includes('(')),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(written, text, (one, whole) => {
      const found = new RegExp(one, 'u').exec(whole)
      expect([
        one,
        whole,
        read(one)
          .find(whole)
          ?.map((each) => each),
      ]).toEqual([one, whole, found === null ? undefined : [...found]])
    }),
    { numRuns: 2000 },
  )
})

test('what would take for ever elsewhere is answered at once', () => {
  const whole = `${'a'.repeat(50_000)}!`
  for (const pattern of ['^(a+)+$', '(a|a)*$b', '(.*)*x', '(a*)*(a*)*(a*)*b', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x+x+)+y'])
    expect(read(pattern).test(whole)).toBe(false)
})

test.each([
  ['(', 'syntax', '('],
  [')', 'syntax', ')'],
  ['a)', 'syntax', 'a)'],
  ['[', 'syntax', '['],
  ['ab(c', 'syntax', 'ab(c'],
  ['*a', 'syntax', '*'],
  ['a**', 'syntax', '**'],
  ['a{2,1}', 'syntax', '{2,1}'],
  ['\\', 'syntax', ''],
  ['[z-a]', 'syntax', 'z-a'],
  ['\\p{Nothing}', 'syntax', '\\p{Nothing}'],
  ['(?=a)', 'unsupported', '(?='],
  ['(?<!a)b', 'unsupported', '(?<!'],
  ['(a)\\1', 'unsupported', '\\1'],
  ['(?<n>a)\\k<n>', 'unsupported', '\\k'],
  ['a{1001}', 'tooLong', '{1001}'],
  ['((a{99}){99}){99}', 'tooLong', '{99}'],
  ['a'.repeat(5001), 'tooLong', ''],
  ['[ab]{0,1000}'.repeat(30), 'tooLong', ''],
])('%s is refused: %s %s', (written, reason, part) => {
  expect(readPattern(written)).toEqual({ ok: false, failure: { reason, part } })
})

test('what is at fault is told as it was written, whatever else is asked for', () => {
  for (const options of [{ ignoreCase: true }, { multiline: true }, { ignoreCase: true, multiline: true }])
    expect(readPattern('([0-9]{4})-([0-9]', options)).toEqual({ ok: false, failure: { reason: 'syntax', part: '([0-9]{4})-([0-9]' } })
})

test('an empty text is no pattern that anything is sought by', () => {
  expect(isPattern('')).toBe(false)
  expect(isPattern('a')).toBe(true)
})

test('a quoted text finds itself and nothing else', () => {
  fc.assert(
    fc.property(anyText, (whole) => {
      expect(read(quotedPattern(whole.slice(0, 200))).matches(whole.slice(0, 200))).toBe(true)
    }),
  )
})

test('no text whatever makes it throw', () => {
  const sign = fc.constantFrom(...'ab(){}[]|*+?.^$\\d,1-<>:=!张'.split(''))
  const written = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(sign, { maxLength: 14 }).map((signs) => signs.join('')),
  )
  fc.assert(
    fc.property(written, fc.string({ unit: 'binary' }), (one, whole) => {
      const pattern = readPattern(one)
      if (!pattern.ok) return
      pattern.value.test(whole)
      pattern.value.matches(whole)
      pattern.value.find(whole)
      pattern.value.replace(whole, '$1$&')
    }),
    { numRuns: 2000 },
  )
})
