import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { largestSum } from '#shared/lib/heldSum.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { containing } from '../../support/containing.ts'
import { gradeBook } from '../support/gradeBook.ts'
import { valueOf } from '../support/valueOf.ts'
import { libraryBook, today } from '../template/schemeLibrary/libraryBook.ts'

/** Numbers of an answer that are none, wherever they stand. */
function unreal(value: unknown): number[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(unreal) : []
}

/** Three customers whose orders add up to more than a number holds, one of whom brought back as much, and thirty usual ones. */
async function hugeBook() {
  const amounts = [
    [1.5e308, 1.5e308],
    [1.7e308, 1.7e308, -10],
    [-1.5e308, -1.5e308, 5],
    [1e307, 1],
  ]
  const usual = Array.from({ length: 30 }, (_, at) => [100 * (at + 1), 7])
  const customers = [...amounts, ...usual].map((orders) => ({ orders: orders.map((amount, at) => ({ ago: 10 + 20 * at, amount })) }))
  return libraryBook(['value', 'rfm', 'rfmQuintiles', 'churnRisk', 'lifetimeValue', 'purchasingPower', 'loyalty', 'orderSize'], customers)
}

test('sums beyond what a number holds: cells, classes, reasons and the editor’s numbers are defined', async () => {
  const book = await hugeBook()
  const roles = ['customer.amountAll', 'customer.amount12Months', 'customer.averageOrderAmount', 'customer.grade', 'customer.value'] as const
  const rows = await book.rows('customer', roles)
  const most = largestSum / 100
  expect(rows.slice(0, 5).map((row) => row.cell('customer.amountAll'))).toEqual([most, most, -most, most, 107])
  expect(rows.flatMap((row) => roles.flatMap((role) => unreal(row.cell(role))))).toEqual([])
  // Three hold everything, a third each: who shares a value shares what lies before it, which is nothing.
  const grades = rows.map((row) => book.codeOf('customer.grade', row.cell('customer.grade')))
  expect(grades.slice(0, 5)).toEqual(['s', 's', 'd', 's', 'c'])
  for (const rowId of book.ids.slice(0, 6)) {
    const reasons = valueOf(await book.engine.run('classes.explain', { tableId: book.table('customer'), rowId }))
    expect(unreal(reasons)).toEqual([])
    const { reason } = reasons.find(({ schemeId }) => schemeId === book.scheme('grade').id) ?? {}
    expect(reason?.kind === 'share' ? reason.before : 0).toBeLessThanOrEqual(1)
  }
  for (const { tableId, targetColumnId, scope, rule, fallbackOptionId, code } of book.base.schemes) {
    const draft = { tableId, targetColumnId, scope, rule, fallbackOptionId }
    expect(valueOf(await book.engine.run('schemes.preview', draft)).moved).toBe(0)
    const distribution = valueOf(await book.engine.run('schemes.distribution', draft))
    expect(unreal([distribution, valueOf(await book.engine.run('schemes.rfmPoints', { ...draft, limit: 50 }))])).toEqual([])
    if (code === 'grade') expect([distribution.rowsForFourFifths, distribution.curve.at(-1)]).toEqual([3, { rows: 1, share: 1 }])
  }
  await book.engine.close()
})

test('so are counts below a view, charts, analyses, the report, and what is written to files', async () => {
  const { engine, table, column } = await hugeBook()
  const sums = { tableId: table('customer'), columnId: column('customer.amountAll').id }
  const orders = { tableId: table('order'), columnId: column('order.amount').id }
  const share = valueOf(await engine.run('stats.cumulativeShare', { ...sums, filter: null }))
  expect(unreal(share)).toEqual([])
  expect(share.points.at(-1)?.valueShare).toBe(1)
  expect(Math.round((share.rowShareFor80 ?? 0) * share.population)).toBe(3)
  for (const { tableId, columnId } of [sums, orders]) {
    const statistics = (['sum', 'average', 'median', 'min', 'max', 'range', 'deviation'] as const).map((statistic) => ({ columnId, statistic }))
    expect(unreal(valueOf(await engine.run('rows.statistics', { tableId, query: { filter: null, search: '' }, statistics })))).toEqual([])
    for (const kind of ['sum', 'average'] as const) {
      const dimensions = [{ columnId: tableId === sums.tableId ? column('customer.grade').id : column('order.date').id }]
      expect(unreal(valueOf(await engine.run('stats.group', { tableId, filter: null, dimensions, measure: { kind, columnId } })))).toEqual([])
    }
  }
  const lang = 'zh-CN'
  expect(unreal(valueOf(await engine.run('report.build', { lang })))).toEqual([])
  expect(unreal(valueOf(await engine.run('analysis.concentration', { lang })))).toEqual([])
  expect(unreal(valueOf(await engine.run('analysis.rfm', { lang })))).toEqual([])
  expect(unreal(valueOf(await engine.run('analysis.cohorts', { lang, measure: 'amount' })))).toEqual([])
  expect(unreal(valueOf(await engine.run('analysis.customerValue', { lang })))).toEqual([])
  expect(unreal(valueOf(await engine.run('analysis.forecast', { lang })))).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'huge-'))
  const path = join(folder, '客户.csv')
  const columnIds = [column('customer.name').id, sums.columnId, column('customer.averageOrderAmount').id]
  valueOf(await engine.run('export.view', { tableId: sums.tableId, query: emptyRowQuery, columnIds, path, format: 'csv', lang }))
  const text = readFileSync(path, 'utf8')
  expect(text).toEqual(containing('客户0'))
  expect(text).not.toMatch(/Infinity|NaN/u)
  rmSync(folder, { recursive: true })
  await engine.close()
})

test('a percentile between the furthest numbers there are, and points for each unit of them, give classes too', async () => {
  const book = await gradeBook({ start: today })
  await book.insertAll([1.7e308, 1.7e308, -1.7e308, -1.7e308, 5, 7])
  const metric = { kind: 'column' as const, columnId: book.amount }
  const line = { kind: 'number' as const, columnId: book.amount, most: null, emptyIsZero: true }
  const bands = [
    { from: null, optionId: 2 },
    { from: 0, optionId: 1 },
  ]
  const lines = [
    { ...line, each: 1000 },
    { ...line, each: -2000 },
  ]
  const rules = [
    { kind: 'percentile' as const, metric, percentile: 0.3, minimum: 0, upperOptionId: 1, lowerOptionId: 2 },
    { kind: 'score' as const, lowest: -100, highest: 100, bands, lines },
  ]
  const classed = [
    [1, 1, 2, 2, 1, 1],
    // Both lines give as much as counts, and take each other away.
    [1, 1, 1, 1, 2, 2],
  ]
  for (const [index, rule] of rules.entries()) {
    valueOf(await book.engine.run('schemes.update', { schemeId: book.scheme.id, rule }))
    expect(await book.classes()).toEqual(classed[index])
    for (let rowId = 1; rowId <= 6; rowId += 1) expect(unreal(await book.explained(rowId))).toEqual([])
  }
  await book.engine.close()
})
