import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { matchPhrase, searchTokens } from '#shared/lib/searchText.ts'
import { anyText } from '../anyText.ts'

const database = new Database(':memory:')
database.exec("create virtual table texts using fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')")
const add = database.prepare('insert or replace into texts (rowid, text) values (?, ?)')
const search = database.prepare('select rowid from texts where texts match ? order by rowid').pluck()
afterAll(() => database.close())

const texts = [
  '华东精密有限公司 ABC Precision',
  '王伟 138-0013-8000',
  '李雷，采购；li.lei@example.com',
  '𬱖氏集团（赵𬱖）',
  'Café Müller',
  '订单KH-202403-0007',
  '０５７１－８８８８',
]
texts.forEach((text, index) => add.run(index + 1, searchTokens(text)))

function found(typed: string): unknown[] {
  const match = matchPhrase(typed)
  return match === null ? [] : search.all(match)
}

test.each([
  ['华', [1]],
  ['精密', [1]],
  ['密有', [1]],
  ['华精', []],
  ['王伟', [2]],
  ['伟', [2]],
  ['0013', [2]],
  ['13800138000', [2]],
  ['138-0013', [2]],
  ['8000', [2]],
  ['pre', [1]],
  ['PRECISION', [1]],
  ['cision', []],
  ['abc 华东', [1]],
  ['雷 采', [3]],
  ['li.lei@ex', [3]],
  ['example.com', [3]],
  ['𬱖', [4]],
  ['赵𬱖', [4]],
  ['cafe', [5]],
  ['mull', [5]],
  ['kh-2024', [6]],
  ['0007', [6]],
  ['0571', [7]],
  ['有限公司 precision', [1]],
  ['"; drop', []],
  ['***', []],
  ['', []],
  ['NOT', []],
])('typing %j finds %j', (typed, rows) => {
  expect(found(typed)).toEqual(rows)
})

test('any run of characters of a Chinese text finds it', () => {
  const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (text, from, length) => {
      const start = from % text.length
      add.run(1000, searchTokens(text))
      expect(found(text.slice(start, start + 1 + (length % (text.length - start))))).toContain(1000)
    }),
  )
})

test('the fast way and the general way make the same tokens', () => {
  const common = fc.string({ unit: fc.constantFrom(...'华东精密Ab9 ,.-@，。（）·z0') })
  // A rare character at the end forces the general way.
  fc.assert(
    fc.property(common, (text) => {
      expect(searchTokens(`${text} ñ`)).toBe(`${searchTokens(text)} ñ`.trim())
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
