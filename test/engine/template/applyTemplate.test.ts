import { expect, test } from 'vitest'
import type { Engine } from '#main/engine/index.ts'
import { langs } from '#shared/i18n/lang.ts'
import { bookColumnRoles, bookSchemeCodes, bookTableRoles, bookViewRoles } from '#shared/model/roles/bookRoles.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const fixedClock = (today: string) => ({ today: () => today, now: () => `${today}T10:00:00` })

async function bookOf(engine: Engine, lang: 'zh-CN' | 'en', sample: boolean) {
  valueOf(await engine.run('base.applyTemplate', { template: 'customerBook', lang, sample }))
  return valueOf(await engine.run('base.describe', {}))
}

test.each(langs)('every role of the customer book has its table, column, scheme and view (%s)', async (lang) => {
  const { engine } = temporaryBase()
  const book = await bookOf(engine, lang, false)
  expect(book.tables.map((table) => table.role)).toEqual([...bookTableRoles])
  expect(book.columns.map((column) => column.role)).toEqual(expect.arrayContaining([...bookColumnRoles]))
  expect(book.schemes.map((scheme) => scheme.code)).toEqual([...bookSchemeCodes, 'rfm', 'lifeCycle', 'churnRisk'])
  expect(book.views.map((view) => view.role)).toEqual([...bookViewRoles])
  expect(Object.values(book.rowCounts)).toEqual([0, 0, 0, 0])
  expect(book.hasSampleData).toBe(false)
})

test('no two columns of a table have the same name', async () => {
  for (const lang of langs) {
    const { engine } = temporaryBase()
    const book = await bookOf(engine, lang, false)
    for (const table of book.tables) {
      const names = book.columns.filter((column) => column.tableId === table.id).map((column) => column.name)
      expect(new Set(names).size).toBe(names.length)
    }
  }
})

// Leap day, ends of years and months, each day of a week.
const days = [
  '2024-02-29',
  '2025-12-31',
  '2026-01-01',
  '2026-03-31',
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
]

test.each(days)('a sample made on %s has customers in every class of every scheme, and rows in every view', async (today) => {
  const { engine } = temporaryBase({ clock: fixedClock(today) })
  const book = await bookOf(engine, 'zh-CN', true)
  for (const scheme of book.schemes) {
    const counts = valueOf(await engine.run('classes.counts', { schemeId: scheme.id }))
    // Of the eight classes against three means some are rare by nature.
    if (scheme.code === 'rfm') expect(counts.filter(({ count }) => count > 0).length).toBeGreaterThanOrEqual(4)
    for (const { optionId, count } of scheme.code === 'rfm' ? [] : counts) {
      expect({ scheme: scheme.code, optionId, empty: count === 0 }).toEqual({ scheme: scheme.code, optionId, empty: false })
    }
  }
  const me = book.members[0]
  valueOf(await engine.run('base.setActor', { memberId: me?.id ?? null }))
  // On a Monday nobody has been spoken to yet this week; on the first of a month nothing was sold.
  const mayBeEmpty = new Set(['followUp.thisWeek', 'order.thisMonth'])
  for (const view of book.views) {
    const { filter, sorts, groups } = view.settings
    const page = valueOf(
      await engine.run('rows.page', { tableId: view.tableId, query: { filter, sorts, groups, search: '' }, columnIds: [], offset: 0, limit: 10 }),
    )
    if (!mayBeEmpty.has(view.role ?? '')) expect({ view: view.role, empty: page.rowCount === 0 }).toEqual({ view: view.role, empty: false })
  }
})

test('the sample reads as a book kept over time: numbers by month, entered by its members', async () => {
  const { engine } = temporaryBase({ clock: fixedClock('2026-11-22') })
  const book = await bookOf(engine, 'zh-CN', true)
  const columnId = (role: string): number => book.columns.find((column) => column.role === role)?.id ?? 0
  const customers = book.tables.find((table) => table.role === 'customer')?.id ?? 0
  const columnIds = ['customer.number', 'customer.createdTime', 'customer.createdBy'].map(columnId)
  const page = valueOf(
    await engine.run('rows.page', {
      tableId: customers,
      query: { filter: null, sorts: [], groups: [], search: '' },
      columnIds,
      offset: 0,
      limit: 60,
    }),
  )
  const numbers = page.items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []))
  for (const [number, created, by] of numbers) {
    expect(String(number)).toMatch(/^KH-\d{6}-\d{4}$/u)
    expect(String(number).slice(3, 9)).toBe(String(created).slice(0, 7).replace('-', ''))
    expect(book.members.map((member) => member.id)).toContain(by)
  }
  expect(new Set(numbers.map(([number]) => number)).size).toBe(60)
})

test('the sample goes with one click, members and all, and comes back with undo', async () => {
  const { engine } = temporaryBase()
  const before = await bookOf(engine, 'zh-CN', true)
  expect(before.hasSampleData).toBe(true)
  const { removed } = valueOf(await engine.run('base.clearSample', {}))
  expect(removed).toBe(Object.values(before.rowCounts).reduce((sum, count) => sum + count, 0))
  const cleared = valueOf(await engine.run('base.describe', {}))
  expect(Object.values(cleared.rowCounts)).toEqual([0, 0, 0, 0])
  expect(cleared.hasSampleData).toBe(false)
  expect(cleared.members).toEqual([])
  valueOf(await engine.run('history.undo', {}))
  const back = valueOf(await engine.run('base.describe', {}))
  expect(back.rowCounts).toEqual(before.rowCounts)
  expect(back.hasSampleData).toBe(true)
  expect(back.members).toEqual(before.members)
})

test('clearing the sample leaves what people entered themselves, and the members their rows name', async () => {
  const { engine } = temporaryBase()
  const book = await bookOf(engine, 'zh-CN', true)
  const columnId = (role: string): number => book.columns.find((column) => column.role === role)?.id ?? 0
  const customers = book.tables.find((table) => table.role === 'customer')?.id ?? 0
  const owner = book.members[2]?.id ?? 0
  const cells = [
    { columnId: columnId('customer.name'), value: '自己录入的客户' },
    { columnId: columnId('customer.owner'), value: owner },
  ]
  valueOf(await engine.run('rows.insert', { tableId: customers, rows: [{ cells }] }))
  valueOf(await engine.run('base.clearSample', {}))
  const cleared = valueOf(await engine.run('base.describe', {}))
  expect(cleared.rowCounts[customers]).toBe(1)
  expect(cleared.members.map((member) => member.id)).toEqual([owner])
})

test('a book that has tables already refuses the template', async () => {
  const { engine } = temporaryBase()
  await bookOf(engine, 'en', false)
  const again = await engine.run('base.applyTemplate', { template: 'customerBook', lang: 'en', sample: false })
  expect(again.ok ? null : again.failure.code).toBe('template.notEmpty')
})
