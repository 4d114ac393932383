import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import { linesOf, shownSections } from '../support/analysisBook.ts'
import { valueOf } from '../support/valueOf.ts'
import { libraryBook, today, type Facts } from '../template/schemeLibrary/libraryBook.ts'

const line = (price: number, cost: number) => [{ category: 'parts', price, cost }]
const sold = (ago: number, price: number, cost: number) => ({ ago, amount: price, lines: line(price, cost) })
const industry = (code: string): NonNullable<Facts['cells']> => ({ 'customer.industry': { code } })

test('a customer is worth order × orders × margin × years, by industry; few of the year before take the share of all', async () => {
  const makers = Array.from({ length: 6 }, (_, place) => ({
    cells: industry('manufacturing'),
    // Six bought the year before, two of them not since.
    orders: [sold(500 - place, 100, 60), ...(place < 4 ? [sold(100, 1000, 600), sold(50, 1000, 600)] : [])],
  }))
  const shops = [
    { cells: industry('retail'), orders: [sold(20, 500, 250)] },
    { cells: industry('retail'), orders: [sold(400, 500, 250)] },
  ]
  const book = await libraryBook(['lifetimeValue'], [...makers, ...shops])
  const answer = valueOf(await book.engine.run('analysis.customerValue', { lang: 'zh-CN' }))
  const lines = linesOf(shownSections(answer)['segments']?.table)
  expect(lines.map((each) => each['行业'])).toEqual(['制造业', '零售', '全部客户'])
  const [making, retail, all] = lines
  // A third leaves: three years of two orders of 1,000 with two fifths of margin.
  expect(making).toMatchObject({ '12 个月买过的': 4, 前一年买过的: 6, 预计年数: 3, 平均每单: 1000, 一年几单: 2, 每位终身价值: 2400 })
  expect(making?.['年流失率']).toBeCloseTo(1 / 3, 9)
  expect(making?.['毛利率']).toBeCloseTo(0.4, 9)
  // Of all seven three left.
  expect(all?.['年流失率']).toBeCloseTo(3 / 7, 9)
  expect(retail?.['年流失率']).toBeCloseTo(3 / 7, 9)
  expect(retail).toMatchObject({ 前一年买过的: 1, 每位终身价值: Math.round(500 * 0.5 * (7 / 3)) })
})

test('the share that leaves, filled in, gives a customer the years of its segment, five at most', async () => {
  const book = await libraryBook(['lifetimeValue'], [{ orders: [sold(20, 1000, 600)] }])
  const [rowId = 0] = book.ids
  const figures = async () => {
    const { cells } = valueOf(await book.engine.run('rows.get', { tableId: book.table('customer'), rowId }))
    return [cells[book.column('customer.expectedYears').id], cells[book.column('customer.predictedValue').id]]
  }
  expect(await figures()).toEqual([1, 400])
  await book.update('customer.yearlyChurn', rowId, 0.4)
  expect(await figures()).toEqual([2.5, 1000])
  await book.update('customer.yearlyChurn', rowId, 0.1)
  expect(await figures()).toEqual([5, 2000])
  book.state.today = addDays(today, 300)
  valueOf(await book.engine.run('base.turnDay', {}))
  expect((await figures())[0]).toBe(0)
})
