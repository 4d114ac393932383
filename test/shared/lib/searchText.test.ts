import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { fold, foldWithPlaces, hasOtherForms, simplifiedText, textPhrase, textTokens } from '#shared/lib/searchText.ts'
import { anyText } from '../anyText.ts'

const database = new Database(':memory:')
database.exec("create virtual table texts using fts5(text, content='', contentless_delete=1, tokenize='ascii')")
const add = database.prepare('insert or replace into texts (rowid, text) values (?, ?)')
const search = database.prepare('select rowid from texts where texts match ? order by rowid').pluck()
afterAll(() => database.close())

const texts = [
  '华东精密有限公司 ABC Precision',
  '王伟 138-0013-8000',
  '李雷,采购;li.lei@example.com',
  '𬱖氏集团(赵𬱖)',
  'Café Müller',
  '订单KH-202403-0007',
  '０５７１－８８８８',
  'かな ハングル 한글',
]
texts.forEach((text, index) => add.run(index + 1, textTokens(text)))

function found(word: string): unknown[] {
  const phrase = textPhrase(word)
  return phrase === null ? [] : search.all(phrase)
}

test.each([
  ['华', [1]],
  ['精密', [1]],
  ['密有', [1]],
  ['华精', []],
  ['王伟', [2]],
  ['0013', [2]],
  ['13800138000', [2]],
  ['138-0013', [2]],
  ['00', [2, 6]],
  ['1', [2, 7]],
  ['pre', [1]],
  ['PRECISION', [1]],
  ['cision', [1]],
  ['n', [1]],
  ['on', [1]],
  ['c', [1, 3, 5]],
  ['司a', [1]],
  ['司ab', [1]],
  ['司abcp', [1]],
  ['司bc', []],
  ['lei@exam', [3]],
  ['example.com', [3]],
  ['𬱖', [4]],
  ['赵𬱖', [4]],
  ['cafe', [5]],
  ['uller', [5]],
  ['kh-2024', [6]],
  ['单kh2024030007', [6]],
  ['单kh', [6]],
  ['571-8', [7]],
  ['한글', [8]],
  ['***', []],
  ['', []],
])('%j is found in %j', (typed, rows) => {
  expect(found(typed)).toEqual(rows)
})

const mixed = fc.string({ unit: fc.constantFrom(...'华華东東精密王Ab9 ,.-@，。（）·z0éß㎏𬱖ｱＡ'), maxLength: 14 })

test('the index finds a word exactly where the folded word stands in the folded text', () => {
  fc.assert(
    fc.property(mixed, mixed, fc.nat(), fc.nat(), (text, other, from, length) => {
      const units = [...text]
      const part = units
        .slice(from % (units.length + 1))
        .slice(0, 1 + (length % 6))
        .join('')
      add.run(1000, textTokens(text))
      for (const word of [part, other, fold(part) + fold(other)]) {
        const isThere = fold(word) !== '' && fold(text).includes(fold(word))
        expect([word, found(word).includes(1000)]).toEqual([word, isThere])
      }
    }),
    { numRuns: 500 },
  )
})

test('folding leaves letters and digits alone', () => {
  expect(fold('ＡＢＣ－１２３ Café 李·雷 ①')).toBe('abc123cafe李雷1')
})

test('each folded character knows where it came from', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: plain, from, to } = foldWithPlaces(text)
      expect(plain).toBe(fold(text))
      expect(from.length).toBe(plain.length)
      for (let at = 0; at < plain.length; at += 1) expect(fold(text.slice(from[at], to[at]))).toContain(plain.charAt(at))
    }),
  )
})

test('whatever is typed is a query the index understands', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      expect(() => found(typed)).not.toThrow()
    }),
  )
})

test('traditional and simplified characters are one to a search, compatible ones too', () => {
  expect(fold('張三 電話')).toBe(fold('张三 电话'))
  expect(fold('\uF96E、裡')).toBe(fold('叶、里'))
  expect(fold('乾杯')).toBe(fold('干杯'))
  expect(found('張')).toEqual([])
  expect(found('華東')).toEqual([1])
})

test('a text in simplified form is as long as it was and its own simplified form; only what has two forms is another', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'張张電电話话abc後后') })), (text) => {
      const plain = simplifiedText(text)
      expect(plain.length).toBe(text.length)
      expect(simplifiedText(plain)).toBe(plain)
      expect(fold(plain)).toBe(fold(text))
      if (plain !== text) expect(hasOtherForms(text) && hasOtherForms(plain)).toBe(true)
    }),
  )
})
