import { expect, test } from 'vitest'
import { daysBetween } from '#shared/lib/days.ts'
import { chineseSegments, quintileSegments, segmentOf } from '#shared/model/classRules/rfmRule.ts'
import { rfmCuts, rfmScores } from '#main/engine/models/segments/rfm.ts'
import { bookOfOrders, countedOrders, linesOf, shownSections } from '../support/analysisBook.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

/** What RFM reads, from the rows people see. */
async function valuesOf(book: CustomerBook) {
  const orders = await countedOrders(book, today)
  return [...new Set(orders.map(({ customer }) => customer))].map((customer) => {
    const own = orders.filter((order) => order.customer === customer)
    const last = own.map(({ day }) => day).reduce((latest, day) => (day > latest ? day : latest))
    return {
      customer,
      recency: daysBetween(last, today),
      frequency: own.length,
      monetary: own.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0),
    }
  })
}

test('the map and the ten kinds agree with the model over the rows of the sample', async () => {
  const book = await customerBook({ today, sample: true })
  const values = await valuesOf(book)
  const cuts = rfmCuts(values, 5, 'atMost')
  const scored = values.map((value) => ({ ...value, scores: rfmScores(value, cuts) }))
  const answer = valueOf(await book.engine.run('analysis.rfm', { lang: 'zh-CN', segments: 'quintile', pick: { kind: 'place', r: 5, f: 5 } }))
  const { map, segments, customers } = shownSections(answer)
  const chart = map?.chart
  if (chart?.kind !== 'heatMap') throw new Error('no map')
  for (const [y, f] of [5, 4, 3, 2, 1].entries()) {
    for (const [x, r] of [5, 4, 3, 2, 1].entries()) {
      const own = scored.filter(({ scores }) => scores.r === r && scores.f === f)
      const mean = own.length === 0 ? null : own.reduce((sum, { monetary }) => sum + monetary, 0) / 100 / own.length
      expect([r, f, chart.values[y]?.[x] ?? null]).toEqual([r, f, mean === null ? null : expect.closeTo(mean, 6)])
    }
  }
  const counts = quintileSegments.map(({ code }) => scored.filter(({ scores }) => segmentOf(quintileSegments, scores)?.code === code).length)
  const shown = segments?.table?.rows.map((row) => Number(row[2])) ?? []
  expect(shown.slice(0, 10)).toEqual(counts)
  expect(shown.reduce((sum, count) => sum + count, 0)).toBe(values.length)
  const best = scored.filter(({ scores }) => scores.r === 5 && scores.f === 5).sort((left, right) => right.monetary - left.monetary)
  expect(linesOf(customers?.table).map((line) => [line['客户'], line['金额']])).toEqual(
    best.map(({ customer, monetary }) => [customer, monetary / 100]),
  )
})

test.each(['mean', 'half', 'fixed'] as const)(
  'the eight kinds, divided by %s, hold every buyer once, and the list is that of the kind',
  async (cuts) => {
    const book = await customerBook({ today, sample: true })
    const values = await valuesOf(book)
    const answer = valueOf(
      await book.engine.run('analysis.rfm', {
        lang: 'zh-CN',
        cuts,
        days: 60,
        orders: 3,
        amount: 20_000,
        pick: { kind: 'segment', code: 'importantValue' },
      }),
    )
    const { segments, customers } = shownSections(answer)
    const counts = segments?.table?.rows.map((row) => Number(row[2])) ?? []
    expect(counts).toHaveLength(chineseSegments.length)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
    expect(customers?.table?.rows.length ?? 0).toBe(counts[0])
    if (cuts !== 'fixed') return
    const best = values.filter(({ recency, frequency, monetary }) => recency <= 60 && frequency >= 3 && monetary >= 2_000_000)
    expect(new Set(customers?.table?.rows.map((row) => row[0]))).toEqual(new Set(best.map(({ customer }) => customer)))
  },
)

test('refunds take from the money and are no purchase; who has only refunds is left out, and that is said', async () => {
  const book = await bookOfOrders(today, [
    { customer: '甲', day: '2026-10-01', amount: 500 },
    { customer: '甲', day: '2026-11-01', amount: -100 },
    { customer: '乙', day: '2026-10-03', amount: -5 },
    { customer: '丙', day: '2027-01-01', amount: 5 },
  ])
  const answer = valueOf(await book.engine.run('analysis.rfm', { lang: 'zh-CN', pick: { kind: 'segment', code: 'ordinaryWinBack' } }))
  expect(linesOf(shownSections(answer)['customers']?.table)).toEqual([
    { 客户: '甲', 最近购买: '2026-10-01', 距今天数: 52, 购买次数: 1, 金额: 400, 得分: 'R5 F1 M1' },
  ])
  expect(answer.kind === 'shown' ? answer.notes.join() : '').toContain('1 位客户在这段时间只有退款')
  const none = valueOf(await book.engine.run('analysis.rfm', { lang: 'en', period: 'lastYear' }))
  expect(none.kind).toBe('nothing')
})
