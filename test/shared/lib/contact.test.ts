import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYesNo } from '#shared/lib/checkbox.ts'
import { parseEmail } from '#shared/lib/email.ts'
import { cleanPhone, phoneDigits } from '#shared/lib/phone.ts'

test.each([
  ['13800138000', '13800138000'],
  ['+86 138 0013 8000', '138 0013 8000'],
  ['+8613800138000', '13800138000'],
  ['(+86)13800138000', '13800138000'],
  ['0086-571-88888888', '571-88888888'],
  ['０５７１－８８８８８８８８', '0571-88888888'],
  ['010—62345678转801', '010-62345678转801'],
  ['(0571) 8888 8888', '(0571) 8888 8888'],
  ['001', '001'],
  ["'0571123", '0571123'],
  ['13800138000.0', '13800138000'],
  ['13800138000/13900139000', '13800138000/13900139000'],
  ['+1 650 253 0000', '+1 650 253 0000'],
  [' 138\u200b00138000\n', '13800138000'],
])('the phone %j is kept as %j', (typed, kept) => {
  expect(cleanPhone(typed)).toBe(kept)
})

test('digits to search by', () => {
  expect(['+86 138-0013-8000', '8613800138000', '0571-8888 8888', '前台'].map(phoneDigits)).toEqual([
    '13800138000',
    '13800138000',
    '057188888888',
    '',
  ])
})

test('cleaning a clean phone changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(cleanPhone(cleanPhone(typed))).toBe(cleanPhone(typed))
    }),
  )
})

test.each([
  ['li.lei@example.com', 'li.lei@example.com'],
  ['Li.Lei@Example.COM', 'Li.Lei@example.com'],
  ['mailto:a@b.cn', 'a@b.cn'],
  ['李雷 <li@b.cn>', 'li@b.cn'],
  ['ａ＠ｂ．ｃｎ', 'a@b.cn'],
  ['张三@例子.中国', '张三@例子.中国'],
  ['a@b', null],
  ['a@b..cn', null],
  ['@b.cn', null],
  ['a@b.cn;c@d.cn', null],
  ['a b@c.cn', null],
  ['没有', null],
])('the e-mail %j is kept as %j', (typed, kept) => {
  expect(parseEmail(typed)).toBe(kept)
})

test('yes and no', () => {
  expect('是 对 √ ✔ 有 true YES 1 完成 已完成 Ｙ'.split(' ').map(parseYesNo)).toEqual(Array(11).fill(true))
  expect('否 错 × ✗ 无 False no 0 未完成 没有 Ｎ'.split(' ').map(parseYesNo)).toEqual(Array(11).fill(false))
  expect(['也许', '2', '', '是否'].map(parseYesNo)).toEqual([null, null, null, null])
})
