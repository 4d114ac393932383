import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longMarks, shortMarks } from '#shared/lib/fileMarks.ts'
import { isMarkdown, plainLine, toggleTask } from '#shared/lib/markdown.ts'
import { anyText } from '../anyText.ts'

const hash = 'a'.repeat(64)

test.each([
  ['电话 3 次，报价 2*3*4 元，#1 号仓', false],
  ['第一行\n第二行\n\n  缩进', false],
  ['1. 先报价\n2. 再签约', false],
  ['- 先报价', true],
  ['# 标题', true],
  ['**重要**', true],
  ['- [ ] 待办', true],
  [`![图](kebu-file:${hash})`, true],
  ['[官网](https://example.com)', true],
  ['| a | b |\n| --- | --- |\n| 1 | 2 |', true],
])('what is Markdown, and what is shown as it stands: %j', (text, is) => {
  expect(isMarkdown(text)).toBe(is)
})

test.each([
  ['# 拜访\n\n**客户**很_满意_，~~不~~签约。', '拜访 客户很_满意_，不签约。'],
  ['- [ ] 寄样品\n- [x] 报价\n- 回访', '☐ 寄样品 ☑ 报价 回访'],
  [`看图 ![工厂](kebu-file:${hash}) 和 [官网](https://a.cn)`, '看图 工厂 和 官网'],
  ['> 原话：`不急`', '原话：不急'],
  ['| 品名 | 价 |\n| --- | ---: |\n| 螺丝 | 3 |', '品名 价 螺丝 3'],
  ['**2*3*4** 与 *重点*', '2*3*4 与 重点'],
  ['```\ncode\n```\n后', 'code 后'],
  ['plain\n  text', 'plain\n  text'],
])('one line of plain words: %j', (text, line) => {
  expect(plainLine(text)).toBe(line)
})

test('any text has a plain line, with all its letters and digits and none more', () => {
  const words = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('')
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText, fc.constantFrom('**', '- [ ] ', '# ', '\n', '`', '> ', '| ', '~~', '[', '](')), { maxLength: 8 }),
      (parts) => {
        const text = parts.join('')
        const line = plainLine(text)
        expect(line).toBeTypeOf('string')
        if (!text.includes('](') && !text.includes('```')) expect(words(text.slice(0, 2000))).toContain(words(line).slice(0, 5))
      },
    ),
  )
})

test('a task is ticked where it stands, and ticking it twice changes nothing', () => {
  const text = '清单：\n- [ ] 寄样品\n  - [x] 打包\n1. [ ] 报价\n\n- [ ]没有空格'
  expect(toggleTask(text, text.indexOf('- [ ] 寄'))).toBe(text.replace('- [ ] 寄', '- [x] 寄'))
  expect(toggleTask(text, text.indexOf('- [x]'))).toBe(text.replace('[x]', '[ ]'))
  expect(toggleTask(text, text.indexOf('1. '))).toBe(text.replace('1. [ ]', '1. [x]'))
  expect([toggleTask(text, 0), toggleTask(text, text.lastIndexOf('- [')), toggleTask(text, 999)]).toEqual([null, null, null])
  fc.assert(
    fc.property(anyText, fc.constantFrom('- [ ] ', '* [ ] ', '12. [ ] '), anyText, (before, mark, after) => {
      const whole = `${before}\n${mark}${after}`
      const at = before.length + 1
      expect(toggleTask(toggleTask(whole, at) ?? '', at)).toBe(whole)
    }),
  )
})

test('a text is edited with numbers for its pictures, and stored with their hashes again', () => {
  const other = 'b'.repeat(64)
  const text = `前 ![甲](kebu-file:${hash})\n![乙](kebu-file:${other}) ![甲](kebu-file:${hash}) [链接](#1)`
  const short = shortMarks(text, [])
  expect(short).toEqual({ text: '前 ![甲](#1)\n![乙](#2) ![甲](#1) [链接](#1)', hashes: [hash, other] })
  expect(longMarks(short.text, short.hashes)).toBe(text)
  expect(shortMarks(`![丙](kebu-file:${other})`, [hash]).text).toBe('![丙](#2)')
  expect(longMarks('![没有](#9)', [hash])).toBe('![没有](#9)')
})
