import { expect, test } from 'vitest'
import { daysBetween } from '#shared/lib/days.ts'
import { chineseSegments, quintileSegments, segmentOf } from '#shared/model/classRules/rfmRule.ts'
import { abcClasses } from '#main/engine/models/segments/abc.ts'
import { cohorts } from '#main/engine/models/segments/cohorts.ts'
import { associations } from '#main/engine/models/segments/crossSell.ts'
import { funnel, type FunnelEvent } from '#main/engine/models/segments/funnel.ts'
import { rfmCuts, rfmScore, rfmScores, type RfmValues } from '#main/engine/models/segments/rfm.ts'
import { tgi } from '#main/engine/models/segments/tgi.ts'
import { published } from '../support/published.ts'

/** Recency, count and amount of the 995 customers on the last day of 2006. */
function customersOfRfm(): RfmValues[] {
  const customers = new Map<string, RfmValues>()
  for (const row of published('rfm_data_orders.csv')) {
    const id = row['customer_id'] ?? ''
    const recency = daysBetween(row['order_date'] ?? '', '2006-12-31')
    const known = customers.get(id) ?? { recency, frequency: 0, monetary: 0 }
    customers.set(id, {
      recency: Math.min(known.recency, recency),
      frequency: known.frequency + 1,
      monetary: known.monetary + Number(row['revenue']),
    })
  }
  return [...customers.values()]
}

const rfmSegment = (scores: Parameters<typeof segmentOf>[1]): string => segmentOf(quintileSegments, scores)?.code ?? 'others'

const keyOf = (values: RfmValues): string => `${values.frequency} ${values.recency} ${values.monetary}`

test('V1: the cuts of the R package rfm', () => {
  const cuts = rfmCuts(customersOfRfm(), 5, 'rfm')
  const close = (actual: readonly number[], expected: readonly number[]): void =>
    expected.forEach((value, index) => expect(actual[index]).toBeCloseTo(value, 9))
  close(cuts.recency, [115, 181, 297.4, 482])
  close(cuts.frequency, [4, 5, 6, 8])
  close(cuts.monetary, [255.8, 382, 506.4, 666])
})

test('V2: customers, orders and revenue of its segments', () => {
  const customers = customersOfRfm()
  const cuts = rfmCuts(customers, 5, 'rfm')
  const summary: Record<string, number[]> = {}
  for (const values of customers) {
    const row = (summary[rfmSegment(rfmScores(values, cuts))] ??= [0, 0, 0])
    row[0] = (row[0] ?? 0) + 1
    row[1] = (row[1] ?? 0) + values.frequency
    row[2] = (row[2] ?? 0) + values.monetary
  }
  expect(summary).toEqual({
    aboutToSleep: [102, 283, 23_449],
    atRisk: [28, 216, 22_227],
    cannotLose: [47, 274, 32_446],
    champions: [35, 316, 31_646],
    lost: [148, 393, 35_324],
    loyal: [170, 799, 76_562],
    needAttention: [10, 57, 4562],
    new: [104, 329, 28_837],
    potentialLoyalist: [342, 2211, 204_856],
    promising: [9, 28, 4249],
  })
})

test('V3: scores and segment of every one of its 995 customers', () => {
  const names: Record<string, string> = {
    'About To Sleep': 'aboutToSleep',
    'At Risk': 'atRisk',
    "Can't Lose Them": 'cannotLose',
    Champions: 'champions',
    Lost: 'lost',
    'Loyal Customers': 'loyal',
    'Need Attention': 'needAttention',
    'New Customers': 'new',
    'Potential Loyalist': 'potentialLoyalist',
    Promising: 'promising',
  }
  const customers = customersOfRfm()
  const cuts = rfmCuts(customers, 5, 'rfm')
  const mine = customers.map((values) => {
    const scores = rfmScores(values, cuts)
    return `${keyOf(values)}: ${rfmScore(scores)} ${rfmSegment(scores)}`
  })
  const expected = published('expected_orders_995.csv').map(
    (row) => `${Number(row['orders'])} ${Number(row['recency_days'])} ${Number(row['amount'])}: ${row['rfm']} ${names[row['segment'] ?? '']}`,
  )
  expect(mine.sort()).toEqual(expected.sort())
})

test('bounds by value: equal customers share a score, and yuan or cents do not matter', () => {
  const values = [1, 1, 1, 2, 3, 3, 8, 9, 9.5, 20].map((amount) => ({ recency: 30 - amount, frequency: Math.ceil(amount), monetary: amount }))
  const scoresIn = (unit: number): number[] => {
    const each = values.map((value) => ({ ...value, monetary: value.monetary * unit }))
    const cuts = rfmCuts(each, 5, 'atMost')
    return each.map((value) => rfmScore(rfmScores(value, cuts)))
  }
  expect(scoresIn(0.01)).toEqual(scoresIn(1))
  expect(new Set(scoresIn(1).slice(0, 3)).size).toBe(1)
})

test('the eight Chinese segments', () => {
  const all = [2, 1].flatMap((m) => [2, 1].flatMap((f) => [2, 1].map((r) => segmentOf(chineseSegments, { r, f, m })?.code)))
  expect(all).toEqual([
    'importantValue',
    'importantKeep',
    'importantDevelop',
    'importantWinBack',
    'ordinaryValue',
    'ordinaryKeep',
    'ordinaryDevelop',
    'ordinaryWinBack',
  ])
})

test('V8: the worked example of 43 customers, 55 % and 85 %', () => {
  const rows = published('abc_example_43_customers.csv')
  const classes = abcClasses(
    rows.map((row) => Number(row['amount'])),
    [0.55, 0.85],
  )
  expect(classes.map((place) => 'ABC'[place ?? 9])).toEqual(rows.map((row) => row['expected_class_55_85']))
  expect([0, 1, 2].map((place) => classes.filter((each) => each === place).length)).toEqual([12, 15, 16])
})

test('ABC of nothing, of debts, of equals', () => {
  expect(abcClasses([], [0.8])).toEqual([])
  expect(abcClasses([0, -5, 10], [0.8, 0.95])).toEqual([null, null, 2])
  expect(abcClasses([1, 1, 1, 1], [0.5])).toEqual([0, 0, 1, 1])
  expect(abcClasses([1, 1, 1, 1], [0.5], { together: true })).toEqual([0, 0, 0, 0])
})

test('V9, V10: the retailer’s 541,909 lines, and who of December 2010 came back', () => {
  const lines = published('online-retail.csv.gz')
  const customers = new Set(lines.map((row) => row['CustomerID']))
  const cancelled = lines.filter((row) => row['InvoiceNo']?.startsWith('C') === true)
  expect(lines.length).toBe(541_909)
  expect(lines.reduce((sum, row) => sum + Number(row['Quantity']) * Number(row['UnitPrice']), 0)).toBeCloseTo(9_747_747.934, 3)
  expect(customers.size - 1).toBe(4372)
  expect(lines.filter((row) => row['CustomerID'] === '').length).toBe(135_080)
  expect(cancelled.length).toBe(9288)
  expect(new Set(lines.map((row) => row['InvoiceNo'])).size).toBe(25_900)
  const activity = lines
    .filter((row) => row['CustomerID'] !== '' && row['InvoiceNo']?.startsWith('C') === false)
    .map((row) => ({ customer: Number(row['CustomerID']), month: row['InvoiceDate']?.slice(0, 7) ?? '' }))
  const [first] = cohorts(activity, '2011-12')
  expect(first).toEqual({ month: '2010-12', size: 885, active: [885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235] })
})

test('cohorts: months without newcomers stand empty, later months are not seen', () => {
  const activity = [
    { customer: 1, month: '2024-11' },
    { customer: 1, month: '2025-01' },
    { customer: 1, month: '2025-01' },
    { customer: 2, month: '2025-01' },
    { customer: 3, month: '2025-02' },
  ]
  expect(cohorts(activity, '2025-01')).toEqual([
    { month: '2024-11', size: 1, active: [1, 0, 1] },
    { month: '2024-12', size: 0, active: [0, 0] },
    { month: '2025-01', size: 1, active: [1] },
  ])
  expect(cohorts([], '2025-01')).toEqual([])
})

test('funnel: in order, strictly, in any order, and within days', () => {
  const event = (unit: number, step: number, day: string): FunnelEvent => ({ unit, step, day: `2024-01-${day}` })
  const events = [
    event(1, 0, '01'),
    event(1, 1, '02'),
    event(1, 2, '20'),
    event(2, 1, '01'),
    event(2, 0, '02'),
    event(2, 2, '03'),
    event(3, 0, '01'),
    event(3, 2, '02'),
    event(3, 1, '03'),
    event(3, 2, '04'),
    event(4, 2, '01'),
  ]
  const reached = (order: 'ordered' | 'strict' | 'any', windowDays: number | null): number[] =>
    funnel(events, 3, { order, windowDays }).map((step) => step.reached)
  expect(reached('ordered', null)).toEqual([3, 2, 2])
  expect(reached('ordered', 7)).toEqual([3, 2, 1])
  expect(reached('strict', null)).toEqual([3, 1, 1])
  expect(reached('any', null)).toEqual([3, 3, 3])
  // 12 come, 10 go on, 9 buy: 83.3 % and 75 % (Alibaba Cloud's example).
  const dozen = Array.from({ length: 12 }, (_, unit) =>
    [0, 1, 2].slice(0, unit < 9 ? 3 : unit < 10 ? 2 : 1).map((step) => event(unit, step, '01')),
  ).flat()
  const steps = funnel(dozen, 3, { order: 'ordered', windowDays: 0 })
  expect(steps[1]?.conversion).toBeCloseTo(0.8333, 4)
  expect(steps[2]?.overall).toBeCloseTo(0.75, 9)
  expect(funnel([], 2, { order: 'any', windowDays: null })[1]).toEqual({ reached: 0, overall: null, conversion: null, dropOff: null })
})

test('TGI: a share of 30 % against 20 % everywhere is 150', () => {
  expect(tgi({ inGroup: 3, all: 10 }, { inGroup: 20, all: 100 })).toBeCloseTo(150, 9)
  expect(tgi({ inGroup: 0, all: 0 }, { inGroup: 20, all: 100 })).toBeNull()
})

test('what goes together: bread and butter more than chance, counted once a customer', () => {
  const baskets = [[1, 2, 2], [1, 2], [1], [3], [3, 2], [9]]
  const found = associations(baskets, 2)
  expect(found.find(({ from, to }) => from === 1 && to === 2)).toEqual({ from: 1, to: 2, both: 2, confidence: 2 / 3, lift: 2 / 3 / (3 / 6) })
  expect(found.some(({ from, to }) => from === 9 || to === 9)).toBe(false)
  expect(associations([], 1)).toEqual([])
})
