import { expect, test } from 'vitest'
import { bookOfOrders, type OrderOf } from '../support/analysisBook.ts'
import { valueOf } from '../support/valueOf.ts'

/** Three customers, one of them from the later days only, with a refund and an order without an amount among them. */
const orders: OrderOf[] = [
  ...['2011-01-10', '2011-02-11', '2011-04-02', '2011-07-30', '2011-11-09'].map((day, place) => ({ customer: '甲', day, amount: 100 + place })),
  ...['2011-01-31', '2011-03-31', '2011-08-15'].map((day) => ({ customer: '乙', day, amount: 40.5 })),
  { customer: '乙', day: '2011-09-01', amount: -10 },
  { customer: '丙', day: '2011-10-01', amount: null },
  { customer: '丙', day: '2011-12-24', amount: 900 },
]

test('as of a day, an analysis is what it was on that day, however late it is asked', async () => {
  const book = await bookOfOrders('2011-12-09', orders)
  const { engine } = book
  const answers = async (asOf: string | null) => [
    valueOf(await engine.run('analysis.rfm', { lang: 'zh-CN', asOf, segments: 'quintile', pick: { kind: 'segment', code: 'others' } })),
    valueOf(await engine.run('analysis.rfm', { lang: 'zh-CN', asOf, period: 'last6Months' })),
    valueOf(await engine.run('analysis.cohorts', { lang: 'zh-CN', asOf, measure: 'amount' })),
    valueOf(await engine.run('analysis.customerValue', { lang: 'zh-CN', asOf })),
    valueOf(await engine.run('analysis.forecast', { lang: 'zh-CN', asOf, method: 'level', ahead: 3 })),
    valueOf(await engine.run('analysis.concentration', { lang: 'zh-CN', asOf, period: 'thisYear' })),
  ]
  const then = await answers(null)
  expect(new Set(then.map(({ kind }) => kind))).toEqual(new Set(['shown']))
  book.state.today = '2026-11-22'
  expect(await answers('2011-12-09')).toEqual(then)
  expect(await answers(null)).not.toEqual(then)
})

test('before the first order there is nothing, and a day that is none is refused', async () => {
  const book = await bookOfOrders('2026-11-22', orders)
  expect(valueOf(await book.engine.run('analysis.rfm', { lang: 'en', asOf: '2010-12-31' })).kind).toBe('nothing')
  expect(valueOf(await book.engine.run('analysis.customerValue', { lang: 'en', asOf: '2010-12-31' })).kind).toBe('nothing')
  expect((await book.engine.run('analysis.rfm', { lang: 'en', asOf: '2011-02-30' })).ok).toBe(false)
})
