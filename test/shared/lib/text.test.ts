import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareText } from '#shared/lib/compareText.ts'
import { cleanLine, cleanLines, nameKey } from '#shared/lib/text.ts'
import { anyText } from '../anyText.ts'

test('a line has no control characters, no breaks, no space around', () => {
  expect(cleanLine(' 华东\u0000精密\r\n有限\t公司\ufeff\u200b ')).toBe('华东精密 有限 公司')
  expect(cleanLine('e\u0301')).toBe('é')
  expect(cleanLine('e\u0000\u0301')).toBe('é')
})

test('lines keep their breaks and tabs', () => {
  expect(cleanLines('\n一\r\n二\r三\t四\u0007\u2028五 \n')).toBe('一\n二\n三\t四\n五')
})

test('emoji made of several characters stay whole', () => {
  expect(cleanLine('👨‍👩‍👧 家')).toBe('👨‍👩‍👧 家')
})

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      expect(cleanLines(cleanLines(text))).toBe(cleanLines(text))
    }),
  )
})

test('names that a person takes for the same have the same key', () => {
  const same = ['华东精密（上海）有限公司', '华东精密(上海)有限公司', ' 华东精密 上海 有限公司', '华东精密【上海】有限公司'].map(nameKey)
  expect(new Set(same).size).toBe(1)
  expect(nameKey('ＡＢＣ·Co.')).toBe(nameKey('abc co'))
  expect(nameKey('华东')).not.toBe(nameKey('华南'))
})

test('Chinese stands in the order of pinyin, numbers by value', () => {
  expect(['王伟', '客户10', '陈静', '客户2', '李雷'].toSorted(compareText)).toEqual(['陈静', '客户2', '客户10', '李雷', '王伟'])
})
