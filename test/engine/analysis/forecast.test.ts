import { expect, test } from 'vitest'
import type { AnalysisSection } from '#shared/contract/analysis.ts'
import { addMonths, mondayOf } from '#shared/lib/days.ts'
import { chooseSmoothing } from '#main/engine/models/forecast/chooseSmoothing.ts'
import { fitSmoothing, type SmoothingFit } from '#main/engine/models/forecast/fitSmoothing.ts'
import { forecast } from '#main/engine/models/forecast/forecast.ts'
import { bookOfOrders, linesOf, shownSections } from '../support/analysisBook.ts'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

/** Months with a trend and a season, and some noise that is always the same. */
const sales = Array.from({ length: 30 }, (_, month) =>
  Math.round((1000 + 20 * month) * (1 + 0.3 * Math.sin((month * Math.PI) / 6)) + ((month * 37) % 50)),
)

/** Each month's sales as two orders; the last falls into October 2026, November is running. */
const seasonalBook = () =>
  bookOfOrders(today, [
    ...sales.flatMap((amount, month) => {
      const name = addMonths('2024-05', month)
      return [
        { customer: '甲', day: `${name}-03`, amount: amount - 100 },
        { customer: null, day: `${name}-28`, amount: 100 },
      ]
    }),
    { customer: '甲', day: '2026-11-05', amount: 99_999 },
    { customer: '甲', day: '2026-10-05', amount: 99_999, cancelled: true },
    { customer: '甲', day: '2027-03-05', amount: 99_999 },
  ])

/** What was fitted stands in a part of its own. */
function expectParameters(model: AnalysisSection | undefined, { parameters, start, state, sse, variance, logLikelihood }: SmoothingFit): void {
  expect(model?.table?.rows.map((row) => row.slice(0, 2))).toEqual([
    ['α', parameters.alpha],
    ['起点水平', start.level],
    ['现在的水平', state.level],
    ['SSE', sse],
    ['σ', Math.sqrt(variance ?? NaN)],
    ['ln L', logLikelihood],
  ])
}

test('the forecast is that of the model over whole months: the running one, cancelled and future orders are left out', async () => {
  const book = await seasonalBook()
  const run = async (method: 'auto' | 'level' | 'seasonMultiplicative') =>
    shownSections(valueOf(await book.engine.run('analysis.forecast', { lang: 'zh-CN', method })))
  for (const [method, fit] of [
    ['auto', chooseSmoothing(sales, 12)],
    ['level', fitSmoothing(sales, { trend: 'none', season: 'none', period: 12 })],
    ['seasonMultiplicative', fitSmoothing(sales, { trend: 'additive', season: 'multiplicative', period: 12 })],
  ] as const) {
    if (!fit.ok) throw new Error(fit.failure)
    const { ahead: section, model } = await run(method)
    if (method === 'level') expectParameters(model, fit.value)
    const points = forecast(fit.value, 6)
    const lines = linesOf(section?.table)
    expect(lines.map((line) => line['月份'])).toEqual(['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'])
    expect(lines.map((line) => line['预计'])).toEqual(points.map(({ value }) => value))
    expect(lines.map((line) => line['九成五把握：高'])).toEqual(points.map(({ high }) => high))
    if (section?.chart?.kind !== 'forecast') throw new Error('no chart')
    expect(section.chart.past.slice(0, 30)).toEqual(sales)
    expect(section.chart.future[29]).toBe(sales[29])
  }
  // Eight of ten: z 1.2816 against 1.9600.
  const [line] = linesOf((await run('level'))['ahead']?.table)
  const reach = (name: string): number => Number(line?.[name]) - Number(line?.['预计'])
  expect(reach('八成把握：高') / reach('九成五把握：高')).toBeCloseTo(1.2815515655 / 1.9599639845, 9)
})

test('the test on the past hides as many months and says by how much the method was off', async () => {
  const book = await seasonalBook()
  const answer = valueOf(await book.engine.run('analysis.forecast', { lang: 'zh-CN', method: 'level', ahead: 6 }))
  const lines = linesOf(shownSections(answer)['test']?.table)
  const fit = fitSmoothing(sales.slice(0, 24), { trend: 'none', season: 'none', period: 12 })
  if (!fit.ok) throw new Error(fit.failure)
  const points = forecast(fit.value, 6)
  expect(lines.map((line) => [line['实际'], line['当时会预计']])).toEqual(points.map(({ value }, place) => [sales[24 + place], value]))
  const mape = points.reduce((sum, { value }, place) => sum + Math.abs(value / (sales[24 + place] ?? 1) - 1), 0) / 6
  expect(shownSections(answer)['test']?.sentence).toContain(`平均差 ${Math.round(mape * 100)}%`)
})

test('a moving average goes on with the mean of the last months, without bounds; weeks begin on Mondays', async () => {
  const book = await seasonalBook()
  const answer = valueOf(await book.engine.run('analysis.forecast', { lang: 'zh-CN', method: 'average', width: 3, ahead: 3 }))
  const mean = sales.slice(-3).reduce((sum, value) => sum + value, 0) / 3
  expect(linesOf(shownSections(answer)['ahead']?.table).map((line) => [line['预计'], line['八成把握：低']])).toEqual([
    [mean, null],
    [mean, null],
    [mean, null],
  ])
  const weekly = valueOf(await book.engine.run('analysis.forecast', { lang: 'zh-CN', by: 'week', method: 'level', ahead: 3 }))
  const { chart, table } = shownSections(weekly)['ahead'] ?? {}
  expect(table?.rows.map((row) => row[0])).toEqual([mondayOf(today), '2026-11-23', '2026-11-30'])
  if (chart?.kind !== 'forecast') throw new Error('no chart')
  // The big order of 5 November lies in a week that has ended.
  expect(chart.past.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(sales.reduce((sum, value) => sum + value, 0) + 99_999)
})

test('months without sales count as nothing; a refund may take a month below it; too few months and none have a sentence', async () => {
  const gaps = await bookOfOrders(today, [
    { customer: '甲', day: '2026-05-05', amount: 100 },
    { customer: '甲', day: '2026-08-05', amount: 80 },
    { customer: '甲', day: '2026-09-05', amount: -30 },
    { customer: '甲', day: '1919-05-05', amount: 80 },
  ])
  const answer = valueOf(await gaps.engine.run('analysis.forecast', { lang: 'zh-CN', method: 'average', ahead: 3 }))
  const { chart } = shownSections(answer)['ahead'] ?? {}
  if (chart?.kind !== 'forecast') throw new Error('no chart')
  expect(chart.past).toEqual([100, 0, 0, 80, -30, 0, null, null, null])
  expect(answer.kind === 'shown' ? answer.notes.join() : '').toContain('早于最近 10 年')
  const multiplied = valueOf(await gaps.engine.run('analysis.forecast', { lang: 'zh-CN', method: 'seasonMultiplicative' }))
  expect(multiplied.kind === 'nothing' ? multiplied.text : '').toContain('两整年')
  const single = await bookOfOrders(today, [{ customer: '甲', day: '2026-09-05', amount: 100 }])
  const early = valueOf(await single.engine.run('analysis.forecast', { lang: 'zh-CN' }))
  expect(early.kind === 'nothing' ? early.text : '').toContain('过完的月份或周还太少')
  const young = await bookOfOrders(today, [{ customer: '甲', day: today, amount: 1 }])
  expect(valueOf(await young.engine.run('analysis.forecast', { lang: 'en' })).kind).toBe('nothing')
  const none = await customerBook({ today })
  expect(valueOf(await none.engine.run('analysis.forecast', { lang: 'en' })).kind).toBe('nothing')
})
