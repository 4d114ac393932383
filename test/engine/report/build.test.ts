import { expect, test } from 'vitest'
import type { Report, ReportSection } from '#shared/contract/report.ts'
import { langs } from '#shared/i18n/lang.ts'
import { addDays } from '#shared/lib/days.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

const build = async (book: Pick<CustomerBook, 'engine'>, input: { lang?: 'zh-CN' | 'en'; from?: string; to?: string } = {}): Promise<Report> =>
  valueOf(await book.engine.run('report.build', { lang: input.lang ?? 'zh-CN', from: input.from ?? null, to: input.to ?? null }))

function sectionOf(report: Report, key: string): ReportSection {
  const found = report.sections.find((section) => section.key === key)
  if (found === undefined) throw new Error(`no section ${key}`)
  return found
}

/** Orders that count, from the rows people see. */
async function countedOrders(book: CustomerBook, from: string, to: string) {
  const rows = await book.rows('order', ['order.date', 'order.amount', 'order.status', 'order.customer'])
  return rows
    .filter((row) => book.codeOf('order.status', row.cell('order.status')) !== 'cancelled')
    .map((row) => ({
      date: String(row.cell('order.date')),
      cents: Math.round(Number(row.cell('order.amount')) * 100),
      customer: String(row.cell('order.customer')),
    }))
    .filter((order) => order.date >= from && order.date <= to)
}

test.each(langs)('every part of the report of the sample has a sentence, a chart and a table (%s)', async (lang) => {
  const report = await build(await customerBook({ today, sample: true, lang }), { lang })
  const classes = ['dealStatus', 'importance', 'urgency', 'needStatus', 'activity', 'grade', 'rfm', 'lifeCycle', 'churnRisk'].map(
    (code) => `class.${code}`,
  )
  expect(report.sections.map((section) => section.key)).toEqual(['overview', 'pareto', ...classes, 'followUps', 'overdue', 'newCustomers'])
  for (const section of report.sections) {
    expect([section.key, section.emptyText]).toEqual([section.key, null])
    expect(section.sentence).not.toBe('')
    expect(section.sentence).not.toMatch(/[{}]|undefined|null|NaN/u)
    expect(section.table?.rows.length).toBeGreaterThan(0)
    for (const row of section.table?.rows ?? []) expect(row).toHaveLength(section.table?.columns.length ?? 0)
    if (section.key !== 'overview') expect(section.chart).not.toBeNull()
  }
})

test('the amounts of the year are exact to the cent, and the 80/20 list holds 80 % and not one customer more', async () => {
  const book = await customerBook({ today, sample: true })
  const report = await build(book)
  const orders = await countedOrders(book, addDays(today, -364), today)
  const total = orders.reduce((sum, order) => sum + order.cents, 0)
  const overview = sectionOf(report, 'overview').table?.rows ?? []
  expect(overview.find((row) => row[0] === '销售额（元）')?.[1]).toBe(total / 100)
  expect(overview.find((row) => row[0] === '订单')?.[1]).toBe(orders.length)

  const byCustomer = new Map<string, number>()
  for (const order of orders) byCustomer.set(order.customer, (byCustomer.get(order.customer) ?? 0) + order.cents)
  const sorted = [...byCustomer.entries()].sort((left, right) => right[1] - left[1])
  const pareto = sectionOf(report, 'pareto').table
  const place = (name: string): number => pareto?.columns.findIndex((column) => column.name === name) ?? -1
  const listed = pareto?.rows ?? []
  expect(listed.map((row) => [row[place('客户')], row[place('销售额')]])).toEqual(
    sorted.slice(0, listed.length).map(([name, cents]) => [name, cents / 100]),
  )
  expect(listed.at(-1)?.[place('累计占比')]).toBeGreaterThanOrEqual(0.8)
  expect(listed.at(-2)?.[place('累计占比')]).toBeLessThan(0.8)
})

test('each scheme counts every customer once, and its sales add up to those of the period', async () => {
  const book = await customerBook({ today, sample: true })
  const report = await build(book)
  const total = (await countedOrders(book, addDays(today, -364), today)).reduce((sum, order) => sum + order.cents, 0)
  for (const scheme of book.base.schemes) {
    const rows = sectionOf(report, `class.${scheme.code}`).table?.rows ?? []
    expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(60)
    expect(Math.round(rows.reduce((sum, row) => sum + Number(row[3]), 0) * 100)).toBe(total)
    const counts = valueOf(await book.engine.run('classes.counts', { schemeId: scheme.id }))
    expect(rows.map((row) => row[1])).toEqual(counts.map(({ count }) => count))
  }
})

test('overdue customers are those of the view, the longest wait first', async () => {
  const book = await customerBook({ today, sample: true })
  const view = book.base.views.find((known) => known.role === 'customer.overdue')
  const query = { filter: view?.settings.filter ?? null, sorts: view?.settings.sorts ?? [], groups: [], search: '' }
  const page = valueOf(
    await book.engine.run('rows.page', {
      tableId: book.table('customer'),
      query,
      columnIds: [book.column('customer.name').id],
      offset: 0,
      limit: 100,
    }),
  )
  const names = page.items.flatMap((item) => (item.kind === 'row' ? [item.cells[0]] : []))
  const rows = sectionOf(await build(book), 'overdue').table?.rows ?? []
  expect(rows.map((row) => row[0])).toEqual(names)
  const days = rows.map((row) => Number(row[4]))
  expect(days).toEqual([...days].sort((left, right) => right - left))
})

test('a customer is new on the day of the first entry, follow-up or order; months without any are shown', async () => {
  const book = await customerBook({ today })
  const old = await book.insert('customer', { 'customer.name': '老客户' })
  await book.insert('order', { 'order.date': '2026-02-14', 'order.amount': 1 }, { 'order.customer': [old] })
  await book.insert('customer', { 'customer.name': '新客户' })
  const { table, sentence } = sectionOf(await build(book, { from: '2026-01-01', to: '2026-11-30' }), 'newCustomers')
  expect(table?.rows).toEqual([
    ['2026-01', 0, 0],
    ['2026-02', 1, 1],
    ['2026-03', 0, 1],
    ['2026-04', 0, 1],
    ['2026-05', 0, 1],
    ['2026-06', 0, 1],
    ['2026-07', 0, 1],
    ['2026-08', 0, 1],
    ['2026-09', 0, 1],
    ['2026-10', 0, 1],
    ['2026-11', 1, 2],
  ])
  expect(sentence).toContain('新增 2 位')
})

test('follow-ups of the period by person, unsigned ones under nobody', async () => {
  const book = await customerBook({ today })
  const member = valueOf(await book.engine.run('members.create', { name: '陈思远' }))
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  const talk = (time: string, author: number | null) =>
    book.insert('followUp', { 'followUp.time': time, 'followUp.author': author }, { 'followUp.customer': [customer] })
  await talk('2026-11-01T00:00', member.id)
  await talk('2026-11-30T23:59', member.id)
  await talk('2026-11-15T12:00', null)
  await talk('2026-12-01T00:00', member.id)
  const { table } = sectionOf(await build(book, { from: '2026-11-01', to: '2026-11-30' }), 'followUps')
  expect(table?.rows.map((row) => [row[0], row[1], row[3], row[5]])).toEqual([
    ['陈思远', 2, 1, '2026-11-30'],
    ['未指定', 1, 1, '2026-11-15'],
  ])
})

test('one customer with more than 30 % is warned of', async () => {
  const book = await customerBook({ today })
  for (const amount of [700, 100, 100, 100]) {
    const customer = await book.insert('customer', { 'customer.name': `买了${amount}` })
    await book.insert('order', { 'order.date': today, 'order.amount': amount }, { 'order.customer': [customer] })
  }
  expect(sectionOf(await build(book), 'pareto').sentence).toContain('店大欺客')
})

test.each(langs)('an empty book gives a report that says what is not there yet (%s)', async (lang) => {
  const report = await build(await customerBook({ today, lang }), { lang })
  for (const section of report.sections) {
    expect(section.emptyText).not.toBeNull()
    expect([section.chart, section.table]).toEqual([null, null])
  }
})

test('a book without the columns a part needs names them; a base without the customer book has a report all the same', async () => {
  const book = await customerBook({ today, sample: true })
  valueOf(await book.engine.run('columns.delete', { columnId: book.column('order.amount').id }))
  expect(sectionOf(await build(book), 'pareto').emptyText).toContain('金额')
  const { engine } = temporaryBase()
  valueOf(await engine.run('tables.create', { name: '杂项' }))
  for (const section of (await build({ engine })).sections) expect(section.emptyText).not.toBeNull()
})
