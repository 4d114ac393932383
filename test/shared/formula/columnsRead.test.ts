import { expect, test } from 'vitest'
import { check } from '#shared/formula/check.ts'
import { columnsRead, dependsOnToday } from '#shared/formula/columnsRead.ts'
import { book, customersId } from './book.ts'

function typedOf(source: string) {
  const typed = check(source, customersId, book)
  if (!typed.ok) throw new Error(typed.failure.code)
  return typed.value
}

test('own columns and those over links, with conditions and choices', () => {
  const source =
    'IF({已签},{金额},{金额}+SUM(LOOKUP({订单.单价},{数量}>2)))+LOOKUP(FINDMAX("订单","日期"),"单价")+COUNTLINKS({跟进记录},COUNTLINKS({客户},{已签})>0)'
  expect(columnsRead(typedOf(source))).toEqual({
    own: [14, 12],
    linked: [
      { linkColumnIds: [18], columnIds: [32, 33, 34] },
      { linkColumnIds: [17], columnIds: [] },
      { linkColumnIds: [17, 27], columnIds: [14] },
    ],
  })
})

test('what a condition reads in the row of the formula is its own, and in a row between what that link leads to', () => {
  const source = 'COUNTLINKS({跟进记录},COUNTLINKS({客户},AND({内容}="a",{金额}={本行.金额}))>0)+COUNTLINKS({订单},{日期}>{签约日期})'
  expect(columnsRead(typedOf(source))).toEqual({
    own: [12, 13],
    linked: [
      { linkColumnIds: [17], columnIds: [21] },
      { linkColumnIds: [17, 27], columnIds: [12] },
      { linkColumnIds: [18], columnIds: [34] },
    ],
  })
})

test.each([
  ['TODAY()-{签约日期}', true],
  ['COUNTLINKS({订单},{日期}<NOW())', true],
  ['AGE({签约日期})', true],
  ['AGE({签约日期},"2024-01-01")', false],
  ['YEAR({签约日期})', false],
])('%s depends on today: %s', (source, expected) => {
  expect(dependsOnToday(typedOf(source))).toBe(expected)
})
