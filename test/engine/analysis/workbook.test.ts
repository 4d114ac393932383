import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

test('a workbook holds what the analysis says, its notes, and a sheet for each part', async () => {
  const book = await customerBook({ today: '2026-11-22', sample: true })
  const path = join(book.path, '..', 'analysis.xlsx')
  valueOf(await book.engine.run('analysis.xlsx', { analysis: { name: 'concentration', input: { lang: 'zh-CN' } }, path }))
  const workbook = await readXlsx(await readFile(path))
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['摘要', '带来 80% 销售额的客户', 'S、A、B、C、D 各占多少', '图表数据'])
  const summary = workbook.sheets[0]?.rows.flat().join('\n') ?? ''
  expect(summary).toContain('80/20 与集中度')
  expect(summary).toContain('说明')
})

test('bars with words and means on their intervals stand in a workbook as plain bars, points as their table alone', async () => {
  const book = await customerBook({ today: '2026-11-22', sample: true })
  const path = join(book.path, '..', 'analysis.xlsx')
  const [amount, orders, source] = [book.column('customer.amountAll'), book.column('customer.orderCount'), book.column('customer.source')]
  const sheetsOf = async () => (await readXlsx(await readFile(path))).sheets.map(({ name }) => name)
  // Names in a package stand in it as they are.
  const hasChart = async () => (await readFile(path)).includes('xl/charts/chart')
  const means = { lang: 'zh-CN' as const, valueColumnId: amount.id, groupColumnId: source.id }
  valueOf(await book.engine.run('analysis.xlsx', { analysis: { name: 'groupMeans', input: means }, path }))
  expect(await sheetsOf()).toContain('各「客户来源」的「累计金额」')
  expect(await hasChart()).toBe(true)
  valueOf(await book.engine.run('analysis.xlsx', { analysis: { name: 'funnel', input: { lang: 'zh-CN', period: 'all' } }, path }))
  expect(await sheetsOf()).toContain('客户漏斗')
  expect(await hasChart()).toBe(true)
  const line = { lang: 'zh-CN' as const, xColumnId: orders.id, yColumnId: amount.id }
  valueOf(await book.engine.run('analysis.xlsx', { analysis: { name: 'relation', input: line }, path }))
  expect(await sheetsOf()).toEqual(['摘要', '「订单数」与「累计金额」'])
  expect(await hasChart()).toBe(false)
})
