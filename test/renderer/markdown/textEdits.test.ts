import { expect, test } from 'vitest'
import { continued, linked, listed, marked, type TextEdit } from '#renderer/markdown/textEdits.ts'

/** The text after an edit, with what is chosen in brackets. */
function after(text: string, edit: TextEdit | null): string | null {
  if (edit === null) return null
  const done = text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
  return `${done.slice(0, edit.selectFrom)}[${done.slice(edit.selectFrom, edit.selectTo)}]${done.slice(edit.selectTo)}`
}

test('bold goes on and off', () => {
  expect(after('很重要的', marked('很重要的', 1, 3, '**'))).toBe('很**[重要]**的')
  expect(after('很**重要**的', marked('很**重要**的', 3, 5, '**'))).toBe('很[重要]的')
  expect(after('', marked('', 0, 0, '**'))).toBe('**[]**')
})

test('lines become items of a list, of tasks, and lines again', () => {
  expect(after('甲\n乙', listed('甲\n乙', 0, 3, '- '))).toBe('[- 甲\n- 乙]')
  expect(after('- 甲\n- 乙', listed('- 甲\n- 乙', 1, 6, '- '))).toBe('[甲\n乙]')
  expect(after('- 甲', listed('- 甲', 3, 3, '- [ ] '))).toBe('- [ ] 甲[]')
  expect(after('- [x] 甲', listed('- [x] 甲', 0, 0, '- [ ] '))).toBe('甲[]')
  expect(after('前\n甲\n后', listed('前\n甲\n后', 2, 2, '- '))).toBe('前\n- 甲[]\n后')
})

test('a link asks for what is missing: its address, or its words', () => {
  expect(after('看官网', linked('看官网', 1, 3, '链接文字'))).toBe('看[官网]([https://])')
  expect(after('https://a.cn', linked('https://a.cn', 0, 12, '链接文字'))).toBe('[[链接文字]](https://a.cn)')
})

test('Enter goes on with a list, and ends it on an empty item', () => {
  expect(after('- [x] 甲', continued('- [x] 甲', 7))).toBe('- [x] 甲\n- [ ] []')
  expect(after('  9. 甲', continued('  9. 甲', 6))).toBe('  9. 甲\n  10. []')
  expect(after('- 甲\n- ', continued('- 甲\n- ', 6))).toBe('- 甲\n[]')
  expect(continued('平常的话', 4)).toBeNull()
})
