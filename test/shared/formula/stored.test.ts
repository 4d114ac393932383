import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '#shared/formula/check.ts'
import { escapedName } from '#shared/formula/path.ts'
import { shadowingNames, toShown, toStored } from '#shared/formula/stored.ts'
import { anyText } from '../anyText.ts'
import { book, column, columns, customersId, schemaOf } from './book.ts'

test.each([
  ['{金额} * 2', '{#12} * 2'],
  ['=IF( { 金额 }>1 ; "金额" ; {订单.单价})', '=IF( { #12 }>1 ; "金额" ; {#18.#32})'],
  ['{折扣\\.率\\}}', '{#191}'],
  ['rollup("跟进记录","金额","sum","{金额}>500")', 'rollup("#17","#24","sum","{#24}>500")'],
  ['ROLLUP({跟进记录.金额}, "求和", {金额}>500)', 'ROLLUP({#17.#24}, "求和", {#24}>500)'],
  ['ROLLUP({订单},{单价}*{数量},"max")', 'ROLLUP({#18},{#32}*{#33},"max")'],
  ['LOOKUP(FINDMAX("订单","日期","{单价}>0"),"单价")', 'LOOKUP(FINDMAX("#18","#34","{#32}>0"),"#32")'],
  ['LOOKUP({订单.单价},{数量}>2)', 'LOOKUP({#18.#32},{#33}>2)'],
  ['countlinks(“跟进记录”,“{结果}=‘谈判中’”)', 'countlinks(“#17”,“{#23}=‘谈判中’”)'],
  ['COUNTLINKS("跟进记录","COUNTLINKS(""客户"",""{已签}"")>0")', 'COUNTLINKS("#17","COUNTLINKS(""#27"",""{#14}"")>0")'],
  ['COUNTLINKS({订单},{日期}>={签约日期})', 'COUNTLINKS({#18},{#34}>={#13})'],
  ['rollup("订单","单价","sum","{日期}>={签约日期}")', 'rollup("#18","#32","sum","{#34}>={#13}")'],
  ['COUNTLINKS({跟进记录},{金额}>{本行.金额})', 'COUNTLINKS({#17},{#24}>{本行.#12})'],
  ['COUNTLINKS({跟进记录},COUNTLINKS({客户},{金额}={本行.金额})>0)', 'COUNTLINKS({#17},COUNTLINKS({#27},{#12}={本行.#12})>0)'],
  ['{没有} + {金额', '{没有} + {金额'],
])('%s is stored as %s', (shown, stored) => {
  expect(toStored(shown, customersId, book)).toBe(stored)
  expect(toShown(stored, customersId, book)).toBe(shown.replaceAll('{ 金额 }', '{ 金额 }'))
  expect(check(stored, customersId, book).ok).toBe(check(shown, customersId, book).ok)
})

test('a renamed column shows its new name everywhere', () => {
  const stored = toStored('rollup("跟进记录","金额","sum","{金额}>500")+{金额}', customersId, book)
  const renamed = schemaOf(columns.map((each) => (each.id === 24 ? { ...each, name: '报价 "含税".' } : each)))
  expect(toShown(stored, customersId, renamed)).toBe('rollup("跟进记录","报价 ""含税""\\.","sum","{报价 ""含税""\\.}>500")+{金额}')
  expect(check(toShown(stored, customersId, renamed), customersId, renamed)).toEqual(check(stored, customersId, book))
})

test('a name that the linked table has by now is shown with the word for the own row, and reads what it read', () => {
  const stored = toStored('COUNTLINKS({订单},{日期}>={签约日期})', customersId, book)
  const renamed = schemaOf(columns.map((each) => (each.id === 33 ? { ...each, name: '签约日期' } : each)))
  const shown = toShown(stored, customersId, renamed)
  expect(shown).toBe('COUNTLINKS({订单},{日期}>={本行.签约日期})')
  expect(check(shown, customersId, renamed)).toEqual(check(stored, customersId, book))
  expect(toStored(shown, customersId, renamed)).toBe('COUNTLINKS({#18},{#34}>={本行.#13})')
})

test('columns that both rows have by one name are told', () => {
  expect(shadowingNames('COUNTLINKS({跟进记录},{金额}>{本行.金额})+{金额}', customersId, book)).toEqual(['金额'])
  expect(shadowingNames('COUNTLINKS({订单},{日期}>={签约日期})+SUM({跟进记录.金额})', customersId, book)).toEqual([])
})

test('the id of a deleted column stays, and points to the problem', () => {
  const without = schemaOf(columns.filter((each) => each.id !== 12))
  expect(toShown('{#12} + {#191}', customersId, without)).toBe('{#12} + {折扣\\.率\\}}')
  expect(check('{#12} + 1', customersId, without)).toMatchObject({ ok: false, failure: { code: 'deletedColumn', span: { from: 1, to: 4 } } })
})

test('columns of any name can be written, stored and shown again', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyText, { minLength: 2, maxLength: 5, selector: (name) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '') }),
      (names) => {
        const named = names.filter((name) => name.trim() !== '')
        const schema = schemaOf(named.map((name, index) => column(index + 1, 1, name, 'text')))
        const shown = named.map((name) => `{${escapedName(name)}}`).join(' & ')
        const stored = toStored(shown, 1, schema)
        expect(stored).toBe(named.map((_, index) => `{#${index + 1}}`).join(' & '))
        expect(toShown(stored, 1, schema)).toBe(shown)
      },
    ),
  )
})
