import { expect, test } from 'vitest'
import { expectedFuturePurchases, fitBgNbd, probabilityAlive } from '#main/engine/models/buying/bgNbd.ts'
import { customerValue } from '#main/engine/models/buying/customerValue.ts'
import { buyingHistories } from '#main/engine/models/buying/frequency.ts'
import { fitGammaGamma } from '#main/engine/models/buying/gammaGamma.ts'
import { bookOfOrders, countedOrders, linesOf, shownSections } from '../support/analysisBook.ts'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

test('the sample is valued as the models value its rows, in weeks, discounted by months', async () => {
  const book = await customerBook({ today, sample: true })
  const orders = await countedOrders(book, today)
  const names = [...new Set(orders.map(({ customer }) => customer))]
  const histories = buyingHistories(
    orders.map(({ customer, day, amount }) => ({ customer: names.indexOf(customer), day, amount })),
    today,
    7,
  )
  const buying = fitBgNbd(histories)
  const spending = fitGammaGamma(histories)
  if (!buying.ok || !spending.ok) throw new Error('no fit')
  const options = { months: 6, monthlyRate: 1.05 ** (1 / 12) - 1, unit: 'week' } as const
  const answer = valueOf(await book.engine.run('analysis.customerValue', { lang: 'zh-CN', months: 6, yearlyRate: 0.05 }))
  const lines = linesOf(shownSections(answer)['customers']?.table)
  expect(lines).toHaveLength(histories.length)
  for (const line of lines) {
    const history = histories.find(({ customer }) => names[customer] === line['客户'])
    if (history === undefined) throw new Error(`nobody is called ${line['客户']}`)
    const value = customerValue(buying.value, spending.value, history, options)
    expect(line['买过几天']).toBe(history.frequency + 1)
    expect(line['还会再来的可能']).toEqual(history.frequency === 0 ? null : expect.closeTo(probabilityAlive(buying.value, history), 6))
    expect(line['往后 6 个月预计购买次数']).toBeCloseTo(expectedFuturePurchases(buying.value, history, 6 * 4.345), 6)
    if (value !== null) expect(Number(line['往后 6 个月预计金额'])).toBeCloseTo(value, 3)
  }
  // The parameters stand beside it, in weeks, as other programs print them. In the sample nobody leaves and all spend at one
  // pace: a, b and p lie at the edge, where the likelihood tells none apart.
  const edge: unknown = expect.any(Number)
  expect(shownSections(answer)['model']?.table?.rows.map(([model, name, value]) => [model, name, value])).toEqual([
    ['BG/NBD', 'r', expect.closeTo(buying.value.r, 6)],
    ['BG/NBD', 'α（周）', expect.closeTo(buying.value.alpha, 6)],
    ['BG/NBD', 'a', edge],
    ['BG/NBD', 'b', edge],
    ['BG/NBD', 'ln L', expect.closeTo(buying.value.logLikelihood, 6)],
    ['BG/NBD', '客户数', histories.length],
    ['Gamma-Gamma', 'p', edge],
    ['Gamma-Gamma', 'q', expect.closeTo(spending.value.q, 5)],
    ['Gamma-Gamma', 'v（金额）', edge],
    ['Gamma-Gamma', 'ln L', expect.closeTo(spending.value.logLikelihood, 6)],
    ['Gamma-Gamma', '客户数', spending.value.customers],
    ['Gamma-Gamma', '相关系数 r', expect.closeTo(spending.value.correlation ?? NaN, 9)],
  ])
  const values = lines.map((line) => Number(line['往后 6 个月预计金额']))
  expect(values).toEqual(values.toSorted((left, right) => right - left))
})

test('nobody bought twice, one customer only, nobody at all: the reason in a sentence', async () => {
  const once = await bookOfOrders(today, [
    { customer: '甲', day: '2026-10-01', amount: 5 },
    { customer: '甲', day: '2026-10-01', amount: 5 },
    { customer: '乙', day: '2026-10-02', amount: 5 },
    // A refund another day is no second purchase.
    { customer: '乙', day: '2026-10-09', amount: -5 },
  ])
  const answer = valueOf(await once.engine.run('analysis.customerValue', { lang: 'zh-CN' }))
  expect(answer.kind === 'nothing' ? answer.text : '').toContain('还没有客户买过第二次')
  const one = await bookOfOrders(today, [
    { customer: '甲', day: '2026-10-01', amount: 5 },
    { customer: '甲', day: '2026-10-05', amount: 5 },
  ])
  const alone = valueOf(await one.engine.run('analysis.customerValue', { lang: 'zh-CN' }))
  expect(alone.kind === 'nothing' ? alone.text : '').toContain('下过单的客户太少')
  const none = await customerBook({ today })
  expect(valueOf(await none.engine.run('analysis.customerValue', { lang: 'en' })).kind).toBe('nothing')
})

test('all purchases of one amount: each is worth that amount, and it is said', async () => {
  const book = await bookOfOrders(
    today,
    ['甲', '乙', '丙', '丁'].flatMap((customer, place) =>
      ['2026-03-01', '2026-06-01', '2026-10-01'].slice(place === 3 ? 2 : 0).map((day) => ({ customer, day, amount: 100 })),
    ),
  )
  const answer = valueOf(await book.engine.run('analysis.customerValue', { lang: 'zh-CN', yearlyRate: 0 }))
  const lines = linesOf(shownSections(answer)['customers']?.table)
  expect(lines.map((line) => line['预计每次金额'])).toEqual([100, 100, 100, 100])
  for (const line of lines) expect(Number.isFinite(Number(line['往后 12 个月预计金额']))).toBe(true)
  expect(answer.kind === 'shown' ? answer.notes.join() : '').toContain('所有购买的平均金额')
})
