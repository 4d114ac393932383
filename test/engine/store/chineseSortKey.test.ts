import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseSortKey } from '#main/engine/store/chineseSortKey.ts'

/** As SQLite compares texts: by the bytes of UTF-8. */
const compareKeys = (one: string, other: string): number => Buffer.compare(Buffer.from(chineseSortKey(one)), Buffer.from(chineseSortKey(other)))

const sorted = (texts: readonly string[]): string[] => [...texts].sort(compareKeys)

test.each<[string, string[]]>([
  ['Chinese by pinyin', ['阿里', '陈', '李', '欧阳', '王', '张']],
  ['numbers by value, also inside text', ['客户2', '客户10', '客户010号', '客户11', '客户100']],
  ['signs, digits, letters, kana, Chinese, emoji', ['(空)', '《家》', '2', 'alpha', 'Ωmega', 'あさひ', '安徽', '中国', '😀']],
  ['without regard to case', ['apple', 'Banana', 'cherry', 'Date']],
  ['full-width like half-width', ['Ａ1', 'a2', 'ａ１０', 'B1']],
  ['accents after their plain letter, before the next', ['resume', 'résumé', 'resumes', 'return']],
  ['traditional among simplified', ['鮑', '陳', '李', '張', '鄭']],
  ['rare characters (extensions A and B) where the collation has them', ['丘', '王', '㐀', '𤤴']],
  ['katakana with hiragana', ['アイ', 'あう', 'イア', 'うあ']],
  ['longer after shorter', ['张', '张三', '张三丰']],
])('%s', (_name, texts) => {
  expect(sorted(texts.toReversed())).toEqual(texts)
})

test('case and width do not part what is the same, accents do', () => {
  expect(chineseSortKey('ＡＢＣ')).toBe(chineseSortKey('abc'))
  expect(chineseSortKey('007')).toBe(chineseSortKey('7'))
  expect(chineseSortKey('é')).not.toBe(chineseSortKey('e'))
})

test('agrees with the collation of Chinese wherever that looks at nothing but letters and characters', () => {
  const collator = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' })
  const han = fc
    .array(fc.constantFrom(...'阿陈李王张欧阳单曾仇华东精密机械有限公司上海北京杭州鮑張鄭㐀㐂䶮龘𠀀𤤴'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''))
  const latin = fc.array(fc.constantFrom(...'abcABCxyz'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
  const pair = fc.oneof(fc.tuple(han, han), fc.tuple(latin, latin), fc.tuple(fc.nat(2000).map(String), fc.nat(2000).map(String)))
  fc.assert(
    fc.property(pair, ([one, other]) => {
      expect([one, other, Math.sign(compareKeys(one, other))]).toEqual([one, other, Math.sign(collator.compare(one, other))])
    }),
    { numRuns: 3000 },
  )
})

test('is an order of any texts whatever, and a long one is as good as its beginning', () => {
  const text = fc.string({ unit: 'binary', maxLength: 12 })
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      expect(Math.sign(compareKeys(one, two))).toBe(-Math.sign(compareKeys(two, one)) + 0)
      if (compareKeys(one, two) <= 0 && compareKeys(two, three) <= 0) expect(compareKeys(one, three)).toBeLessThanOrEqual(0)
    }),
  )
  expect(compareKeys(`${'甲'.repeat(10_000)}乙`, '甲'.repeat(9000))).toBe(0)
})
