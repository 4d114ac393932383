import { expect, test } from 'vitest'
import { cohorts } from '#main/engine/models/segments/cohorts.ts'
import { bookOfOrders, countedOrders, linesOf, shownSections } from '../support/analysisBook.ts'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

test('shares of the sample are those of the model, month by month', async () => {
  const book = await customerBook({ today, sample: true })
  const orders = await countedOrders(book, today)
  const names = [...new Set(orders.map(({ customer }) => customer))]
  const model = cohorts(
    orders.map(({ customer, day }) => ({ customer: names.indexOf(customer), month: day.slice(0, 7) })),
    today.slice(0, 7),
  ).filter(({ size }) => size > 0)
  const answer = valueOf(await book.engine.run('analysis.cohorts', { lang: 'zh-CN', months: 120 }))
  const rows = shownSections(answer)['cohorts']?.table?.rows.slice(0, -1) ?? []
  expect(rows.map((row) => [row[0], row[1]])).toEqual(model.toReversed().map(({ month, size }) => [month, size]))
  rows.forEach((row, place) => {
    const { size, active } = model.toReversed()[place] ?? { size: 0, active: [] }
    expect(row.slice(2).filter((cell) => cell !== null)).toEqual(active.slice(1).map((count) => count / size))
  })
})

test('customers, money and averages by hand; the running month is in the table and not in the average', async () => {
  const book = await bookOfOrders(today, [
    { customer: '甲', day: '2026-09-05', amount: 100 },
    { customer: '甲', day: '2026-09-20', amount: 50 },
    { customer: '甲', day: '2026-10-01', amount: 200 },
    { customer: '甲', day: '2026-11-01', amount: 10 },
    { customer: '乙', day: '2026-09-30', amount: 30 },
    // A refund is no visit, and money comes off in its month.
    { customer: '乙', day: '2026-10-10', amount: -5 },
    { customer: '丙', day: '2026-10-15', amount: 70 },
    { customer: '丙', day: '2026-11-02', amount: 7, cancelled: true },
    { customer: '丙', day: '2026-12-02', amount: 7 },
    { customer: '丙', day: null, amount: 7 },
  ])
  const table = async (measure: 'share' | 'customers' | 'amount') =>
    linesOf(shownSections(valueOf(await book.engine.run('analysis.cohorts', { lang: 'zh-CN', measure })))['cohorts']?.table)
  expect(await table('share')).toEqual([
    { 第一次购买: '2026-10', 客户数: 1, '第 1 个月': 0, '第 2 个月': null },
    { 第一次购买: '2026-09', 客户数: 2, '第 1 个月': 0.5, '第 2 个月': 0.5 },
    { 第一次购买: '平均', 客户数: 3, '第 1 个月': 0.5, '第 2 个月': null },
  ])
  expect(await table('customers')).toEqual([
    { 第一次购买: '2026-10', 客户数: 1, '第 1 个月': 0, '第 2 个月': null },
    { 第一次购买: '2026-09', 客户数: 2, '第 1 个月': 1, '第 2 个月': 1 },
    { 第一次购买: '合计', 客户数: 3, '第 1 个月': 1, '第 2 个月': null },
  ])
  expect((await table('amount')).slice(0, 2)).toEqual([
    { 第一次购买: '2026-10', 客户数: 1, 当月: 70, '第 1 个月': 0, '第 2 个月': null },
    { 第一次购买: '2026-09', 客户数: 2, 当月: 180, '第 1 个月': 195, '第 2 个月': 10 },
  ])
})

test('no orders, or customers of this month only: a sentence each', async () => {
  const none = await customerBook({ today })
  expect(valueOf(await none.engine.run('analysis.cohorts', { lang: 'en' })).kind).toBe('nothing')
  const young = await bookOfOrders(today, [{ customer: '甲', day: today, amount: 1 }])
  const { cohorts: section } = shownSections(valueOf(await young.engine.run('analysis.cohorts', { lang: 'zh-CN' })))
  expect(section?.sentence).toContain('还不到一个月')
})

test('a first order mistyped by a thousand years is said in the notes, and makes no thousands of months', async () => {
  const book = await bookOfOrders(today, [
    { customer: '甲', day: '1026-11-03', amount: 5 },
    { customer: '乙', day: '2026-10-03', amount: 5 },
  ])
  const answer = valueOf(await book.engine.run('analysis.cohorts', { lang: 'zh-CN' }))
  expect(shownSections(answer)['cohorts']?.table?.rows.map(([month, customers]) => [month, customers])).toEqual([
    ['2026-10', 1],
    ['平均', 1],
  ])
  // 12,001 months from the first on, of which twelve are shown.
  expect(answer.kind === 'shown' && answer.notes.some((note) => /11,?989/u.test(note))).toBe(true)
})
