import { expect, test } from 'vitest'
import { langs } from '#shared/i18n/lang.ts'
import { addDays } from '#shared/lib/days.ts'
import { bookOfOrders, countedOrders, linesOf, shownSections } from '../support/analysisBook.ts'
import { customerBook } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

test('of the sample, the list holds 80 % of the year, not one customer more, and the grades add up to all of it', async () => {
  const book = await customerBook({ today, sample: true })
  const answer = valueOf(await book.engine.run('analysis.concentration', { lang: 'zh-CN' }))
  const { holders, grades } = shownSections(answer)
  const sums = new Map<string, number>()
  for (const { customer, day, amount } of await countedOrders(book, today)) {
    if (day >= addDays(today, -364)) sums.set(customer, (sums.get(customer) ?? 0) + Math.round(amount * 100))
  }
  const sorted = [...sums].filter(([, cents]) => cents > 0).sort((left, right) => right[1] - left[1])
  const total = sorted.reduce((sum, [, cents]) => sum + cents, 0)
  const lines = linesOf(holders?.table)
  expect(lines.map((line) => [line['客户'], line['销售额']])).toEqual(sorted.slice(0, lines.length).map(([name, cents]) => [name, cents / 100]))
  expect(lines.at(-1)?.['累计占比']).toBeGreaterThanOrEqual(0.8)
  expect(lines.at(-2)?.['累计占比']).toBeLessThan(0.8)
  const byGrade = linesOf(grades?.table)
  expect(byGrade.map((line) => line['等级'])).toEqual(['S', 'A', 'B', 'C', 'D'])
  expect(Math.round(byGrade.reduce((sum, line) => sum + Number(line['销售额']), 0) * 100)).toBe(total)
  expect(byGrade.reduce((sum, line) => sum + Number(line['客户数']), 0)).toBe(60)
})

test('refunds, cancelled, undated and future orders: what counts, what does not, and that it is said', async () => {
  const book = await bookOfOrders(
    today,
    [
      { customer: '甲', day: '2026-10-01', amount: 500 },
      { customer: '甲', day: '2026-10-02', amount: -100.1 },
      { customer: '乙', day: '2026-10-03', amount: 300 },
      { customer: '乙', day: '2026-10-04', amount: 9000, cancelled: true },
      { customer: '丙', day: '2026-12-01', amount: 7000 },
      { customer: '丙', day: null, amount: 7000 },
      { customer: null, day: '2026-10-05', amount: 7000 },
      { customer: '丁', day: '2026-10-06', amount: 50 },
      { customer: '丁', day: '2026-10-07', amount: -80 },
      { customer: '丁', day: '2026-10-08', amount: null },
      { customer: '甲', day: '2025-10-01', amount: 200 },
    ],
    ['戊'],
  )
  const answer = valueOf(await book.engine.run('analysis.concentration', { lang: 'zh-CN' }))
  const { holders, grades } = shownSections(answer)
  expect(linesOf(holders?.table).map((line) => [line['客户'], line['订单'], line['销售额'], line['上一期']])).toEqual([
    ['甲', 1, 399.9, 200],
    ['乙', 1, 300, 0],
  ])
  expect(holders?.table?.opens?.rowIds).toEqual([book.idOf('甲'), book.idOf('乙')])
  // Half of the sales and more come from one: he is S, and both alarms ring.
  expect(holders?.warning).toContain('30%')
  expect(holders?.warning).not.toContain('60%')
  expect(linesOf(grades?.table).map((line) => line['客户数'])).toEqual([1, 1, 0, 0, 3])
  const notes = answer.kind === 'shown' ? answer.notes.join('\n') : ''
  for (const said of [
    '已取消的 1 笔',
    '1 笔订单没有日期',
    '1 笔订单的日期在 2026年11月22日之后',
    '1 笔订单没有客户',
    '2 笔金额为负数',
    '1 笔订单没填金额',
    '1 位客户这段时间的订单扣除退款后',
  ]) {
    expect(notes).toContain(said)
  }
})

test.each(langs)('no orders, one customer, all equal, no such columns: each has its sentence (%s)', async (lang) => {
  const none = await customerBook({ today, lang })
  expect(valueOf(await none.engine.run('analysis.concentration', { lang })).kind).toBe('nothing')

  const one = await bookOfOrders(today, [{ customer: '甲', day: today, amount: 1 }])
  expect(linesOf(shownSections(valueOf(await one.engine.run('analysis.concentration', { lang })))['holders']?.table)).toHaveLength(1)

  const equal = await bookOfOrders(
    today,
    ['甲', '乙', '丙', '丁'].map((customer) => ({ customer, day: today, amount: 100 })),
  )
  // Equal amounts share a grade: all four are S, and together they are all of the sales.
  const { grades } = shownSections(valueOf(await equal.engine.run('analysis.concentration', { lang })))
  expect(grades?.table?.rows.map((row) => row[2])).toEqual([4, 0, 0, 0, 0])

  const { engine } = temporaryBase()
  const answer = valueOf(await engine.run('analysis.concentration', { lang }))
  expect(answer.kind).toBe('missing')
  if (answer.kind === 'missing') expect(answer.text).toContain(lang === 'zh-CN' ? '「订单」' : '“Orders”')
})
