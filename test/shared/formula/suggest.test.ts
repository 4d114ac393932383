import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '#shared/formula/check.ts'
import { signatureAt, suggest } from '#shared/formula/suggest.ts'
import { book, customersId } from './book.ts'

/** As a person would say them; the window asks a dictionary. */
const sounds: Readonly<Record<string, string>> = { 求: 'q', 和: 'h', 金: 'j', 额: 'e', 日: 'r', 期: 'q', 签: 'q', 约: 'y' }
const initialsOf = (text: string) => [...text].map((sign) => sounds[sign] ?? (/[a-z\d]/u.test(sign) ? sign : '?')).join('')

/** `|` is the caret. */
const at = (marked: string) => ({ source: marked.replace('|', ''), caret: marked.indexOf('|') })
const asked = (marked: string) => {
  const { source, caret } = at(marked)
  return suggest(source, caret, customersId, book, initialsOf)
}
const offered = (marked: string) => asked(marked)?.items.map((item) => item.text) ?? null
/** The formula with the first of the suggestions taken. */
const taken = (marked: string, index = 0) => {
  const { source } = at(marked)
  const suggestions = asked(marked)
  const item = suggestions?.items[index]
  if (suggestions == null || item === undefined) return null
  const to = suggestions.span.from + item.caret
  const text = source.slice(0, suggestions.span.from) + item.text + source.slice(suggestions.span.to)
  return `${text.slice(0, to)}|${text.slice(to)}`
}

test('behind a brace the columns of the table, a link also as the way to its columns', () => {
  expect(offered('{|')).toEqual([
    '客户名称}',
    '金额}',
    '签约日期}',
    '已签}',
    '状态}',
    '创建时间}',
    '跟进记录}',
    '跟进记录.',
    '订单}',
    '订单.',
    '标签}',
    String.raw`折扣\.率\}}`,
  ])
  expect(offered('SUM({订|')).toEqual(['订单}', '订单.'])
  expect(offered('1 + {期|')).toEqual(['签约日期}'])
  expect(offered('｛金|')).toEqual(['金额}'])
  expect(offered('{没有|')).toBeNull()
})

test('behind a link the columns of its table, over several links too', () => {
  expect(offered('{订单.|')).toEqual(['订单号}', '单价}', '数量}', '日期}', '客户}', '客户.'])
  expect(offered('{跟进记录.客户.金|')).toEqual(['金额}'])
  expect(offered('{#18.单|')).toEqual(['单价}', '订单号}'])
  expect(offered('{金额.|')).toBeNull()
})

test('columns are found by the initials of their sounds', () => {
  expect(offered('{je|')).toEqual(['金额}'])
  expect(offered('{QYR|')).toEqual(['签约日期}'])
  expect(offered('qh|')).toContain('SUM()')
})

test('in the arguments of a link function the columns of the linked rows', () => {
  expect(offered('ROLLUP({订单.单价}, "sum", {数|')).toEqual(['数量}'])
  expect(offered('rollup("订单", "单价", "sum", {日|')).toEqual(['日期}', '签约日期}'])
  expect(offered('LOOKUP(FINDMAX({订单.日期}), {单|')).toEqual(['单价}', '订单}', '订单.', '订单号}'])
  expect(offered('COUNTLINKS({跟进记录}, COUNTLINKS({客户}, {已|')).toEqual(['已签}', '本行.已签}'])
  expect(offered('COUNTLINKS({订单}) + {数|')).toBeNull()
  expect(offered('IF(COUNTLINKS({订单}) > 1, {金|')).toEqual(['金额}'])
})

test('there also the columns of the row itself, with its word where the linked one has the same name', () => {
  expect(offered('COUNTLINKS({跟进记录}, {金|')).toEqual(['金额}', '本行.金额}'])
  expect(offered('COUNTLINKS({跟进记录}, {本行.金|')).toEqual(['金额}'])
  expect(offered('COUNTLINKS({跟进记录}, {订单.单|')).toEqual(['单价}', '订单号}'])
  expect(offered('COUNTLINKS({跟进记录}, {签约|')).toEqual(['签约日期}'])
})

test('elsewhere functions by any of their names, and columns without their braces', () => {
  expect(offered('IF|')?.slice(0, 3)).toEqual(['IF()', 'IFS()', 'IFERROR()'])
  expect(offered('1+su|')?.[0]).toBe('SUM()')
  expect(offered('求|')).toEqual(['求和()', '求余()'])
  expect(offered('金额|')?.[0]).toBe('{金额}')
  expect(offered('today|')).toEqual(['TODAY()'])
  expect(offered('zzzz|')).toBeNull()
})

test('nothing is offered in texts, numbers, behind values and where nothing was typed', () => {
  for (const nothing of ['"IF|', '"a" & "{金|', '1e|', '{金额}|', 'IF(|', '12|', '|', '1 + |'])
    expect([nothing, offered(nothing)]).toEqual([nothing, null])
})

test('what stands before is read though it is wrong', () => {
  expect(offered('[oops] + {} + ？ + {金|')).toEqual(['金额}'])
  expect(offered('))) IF(1,, {金|')).toEqual(['金额}'])
})

test('a completion takes the place of the whole word and leaves the caret where one goes on', () => {
  expect(taken('1 + roun|')).toBe('1 + ROUND(|)')
  expect(taken('toda|')).toBe('TODAY()|')
  expect(taken('SU|M(1)')).toBe('SUM|(1)')
  expect(taken('SUM({订|')).toBe('SUM({订单}|')
  expect(taken('SUM({订|', 1)).toBe('SUM({订单.|')
  expect(taken('{客|户}&"a"')).toBe('{客户名称}|&"a"')
  expect(taken('{订|.单价}')).toBe('{订单|.单价}')
  expect(taken('金|+1')).toBe('{金额}|+1')
})

test('the parameter at the caret is known, whatever stands around it', () => {
  const signature = (marked: string) => {
    const { source, caret } = at(marked)
    return signatureAt(source, caret, customersId, book)
  }
  expect(signature('ROUND(|')).toEqual({ name: 'ROUND', parameter: 0 })
  expect(signature('ROUND({金额}，|')).toEqual({ name: 'ROUND', parameter: 1 })
  expect(signature('ROUND(1,2,|')).toEqual({ name: 'ROUND', parameter: null })
  expect(signature('如果({金额}>1, ROUND((1+|')).toEqual({ name: 'ROUND', parameter: 0 })
  expect(signature('如果({金额}>1, ROUND(1), |')).toEqual({ name: 'IF', parameter: 2 })
  expect(signature('IFS(1>2, "a,b(", 2>1, |')).toEqual({ name: 'IFS', parameter: 1 })
  expect(signature('SWITCH({状态}, 1, 2, |')).toEqual({ name: 'SWITCH', parameter: 1 })
  expect(signature('SUM(1, 2, 3, |')).toEqual({ name: 'SUM', parameter: 0 })
  expect(signature('SUM(1)|')).toBeNull()
  expect(signature('UNKNOWN(|')).toBeNull()
})

const parts = [
  'IF',
  'SUM',
  'ROLLUP',
  'LOOKUP',
  'FINDMAX',
  '求',
  '(',
  ')',
  ',',
  '{',
  '}',
  '.',
  '订单',
  '金额',
  '单价',
  '"',
  "'",
  '\\',
  '#18',
  ' ',
  '＋',
  '1',
  '？',
]

test('any text with the caret anywhere: suggestions that can be put in, never a crash', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), fc.nat(40), (words, place) => {
      const source = words.join('')
      const caret = Math.min(place, source.length)
      signatureAt(source, caret, customersId, book)
      const suggestions = suggest(source, caret, customersId, book, initialsOf)
      if (suggestions === null) return
      expect(suggestions.span.from).toBeLessThanOrEqual(caret)
      expect(suggestions.span.to).toBeGreaterThanOrEqual(caret)
      for (const { text, caret: within } of suggestions.items) expect(within).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})

test('a column that is taken is read as that column', () => {
  for (const item of asked('{|')?.items ?? []) {
    if (item.kind !== 'column' || item.goesOn) continue
    const checked = check(`{${item.text}`, customersId, book)
    expect([item.text, checked.ok]).toEqual([item.text, true])
  }
})
