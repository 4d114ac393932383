import { expect, test } from 'vitest'
import { readIds } from '#shared/model/idList.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { librarySchemeCodes } from '#shared/model/roles/libraryRoles.ts'
import { customerBook, rolesOf } from '../../support/customerBook.ts'
import { valueOf } from '../../support/valueOf.ts'
import { cases, type Case } from './cases.ts'
import { libraryBook, today } from './libraryBook.ts'

const targetOf = (scheme: Case['scheme']): ColumnRole => (scheme === 'ageBand' ? 'contact.ageBand' : `customer.${scheme}`)

test.each(cases)('$scheme: $says', async ({ scheme, customers, modules, expected, later, voided }) => {
  const book = await libraryBook([scheme], customers, modules)
  const target = targetOf(scheme)
  expect(await book.classOf(target)).toBe(expected)
  if (voided !== undefined) {
    for (const place of voided[0]) await book.setStatus(place, 'cancelled')
    expect({ voided: await book.classOf(target) }).toEqual({ voided: voided[1] })
    for (const place of voided[0]) await book.setStatus(place, 'confirmed')
    expect(await book.classOf(target)).toBe(expected)
  }
  for (const [days, then] of later ?? []) {
    await book.goTo(days)
    expect({ days, is: await book.classOf(target) }).toEqual({ days, is: then })
  }
})

test('comeBack: who bought often and fell silent is less likely than who is due; one day alone tells nothing', async () => {
  const steady = Array.from({ length: 12 }, (_, place) => ({
    orders: Array.from({ length: 2 + (place % 5) }, (__, index) => ({ ago: 3 * place + 20 * index, amount: 10 })),
  }))
  const silent = { orders: Array.from({ length: 12 }, (_, index) => ({ ago: 300 + 7 * index, amount: 10 })) }
  const book = await libraryBook(
    ['comeBack'],
    [
      silent,
      {
        orders: [
          { ago: 2, amount: 10 },
          { ago: 9, amount: 10 },
        ],
      },
      { orders: [{ ago: 40, amount: 10 }] },
      ...steady,
    ],
  )
  expect(await book.classOf('customer.comeBack', 0)).toBe('leaving')
  expect(await book.classOf('customer.comeBack', 1)).toBe('staying')
  expect(await book.classOf('customer.comeBack', 2)).toBe('once')
  // The order before is voided: one day is left. An order today would bring the silent one back.
  await book.setStatus(13, 'cancelled')
  expect(await book.classOf('customer.comeBack', 1)).toBe('once')
  await book.insert('order', { 'order.date': book.state.today, 'order.amount': 10 }, { 'order.customer': [book.ids[0] ?? 0] })
  expect(await book.classOf('customer.comeBack', 0)).toBe('staying')
  await book.goTo(400)
  expect(await book.classOf('customer.comeBack', 0)).toBe('leaving')
})

test('serviceNeed and needPreference: a person sets the class, and gives it back', async () => {
  const book = await libraryBook(
    ['serviceNeed', 'needPreference'],
    [{ talks: [{ 'followUp.time': '2026-11-01T10:00', 'followUp.content': '嫌太贵' }] }],
  )
  const rowIds = [book.ids[0] ?? 0]
  const set = async (role: 'customer.serviceNeed' | 'customer.needPreference', code: string) =>
    valueOf(
      await book.engine.run('classes.lock', {
        schemeId: book.base.schemes.find(({ targetColumnId }) => targetColumnId === book.column(role).id)?.id ?? 0,
        rowIds,
        optionId: book.option(role, code),
        reason: '客户亲口说的',
        until: null,
      }),
    )
  await set('customer.serviceNeed', 'custom')
  await set('customer.needPreference', 'quality')
  expect(await book.classOf('customer.serviceNeed')).toBe('custom')
  await book.insert('followUp', { 'followUp.time': '2026-11-02T10:00', 'followUp.content': '还是太贵' }, { 'followUp.customer': rowIds })
  expect(await book.classOf('customer.needPreference')).toBe('quality')
  valueOf(await book.engine.run('history.undo', {}))
  valueOf(await book.engine.run('history.undo', {}))
  expect(await book.classOf('customer.needPreference')).toBe('price')
})

test('churnReason: what a person found out stays against what was proposed, until given back', async () => {
  const talks = [{ 'followUp.time': '2025-10-01T10:00', 'followUp.content': '说涨价太多' }]
  const book = await libraryBook(['churnReason'], [{ orders: [{ ago: 500, amount: 10 }], talks }])
  expect(await book.classOf('customer.churnReason')).toBe('price')
  const schemeId = book.base.schemes.find(({ targetColumnId }) => targetColumnId === book.column('customer.churnReason').id)?.id ?? 0
  const optionId = book.option('customer.churnReason', 'other')
  valueOf(await book.engine.run('classes.lock', { schemeId, rowIds: [book.ids[0] ?? 0], optionId, reason: '老板换了人', until: null }))
  expect(await book.classOf('customer.churnReason')).toBe('other')
  // Bought again, a customer is lost no more, and the reason stays on record until it is given back.
  await book.insert('order', { 'order.date': book.state.today, 'order.amount': 10 }, { 'order.customer': [book.ids[0] ?? 0] })
  expect(await book.classOf('customer.churnReason')).toBe('other')
  valueOf(await book.engine.run('history.undo', {}))
  valueOf(await book.engine.run('history.undo', {}))
  expect(await book.classOf('customer.churnReason')).toBe('price')
})

test('lifeCycle: where rows wait, a new phase is taken at once, and so is a customer who buys again; falling off waits', async () => {
  const regular = { orders: Array.from({ length: 8 }, (_, index) => ({ ago: 30 * index, amount: 1000 })) }
  const book = await libraryBook(['lifeCycle'], [regular, {}])
  const scheme = book.base.schemes.find(({ targetColumnId }) => targetColumnId === book.column('customer.lifeCycle').id)
  valueOf(await book.engine.run('schemes.update', { schemeId: scheme?.id ?? 0, downgradeAfter: 3 }))
  const both = async () => [await book.classOf('customer.lifeCycle', 0), await book.classOf('customer.lifeCycle', 1)]
  expect(await both()).toEqual(['maturity', 'acquisition'])
  const order = async (customer: number) =>
    book.insert('order', { 'order.date': book.state.today, 'order.amount': 10_000 }, { 'order.customer': [book.ids[customer] ?? 0] })
  await order(1)
  expect(await both()).toEqual(['maturity', 'growth'])
  valueOf(await book.engine.run('history.undo', {}))
  expect(await both()).toEqual(['maturity', 'acquisition'])
  // By the rule the regular one declines from the 30th day on.
  for (const [day, expected] of [
    [30, 'maturity'],
    [31, 'maturity'],
    [32, 'decline'],
  ] as const) {
    await book.goTo(day)
    expect({ day, is: (await both())[0] }).toEqual({ day, is: expected })
  }
  await order(0)
  expect((await both())[0]).toBe('maturity')
})

test('mainCategory brings its tables whole, extends the rules that read them, and collects all categories ever bought', async () => {
  const lines = ['equipment', 'service'].map((category) => ({ category, price: 10 }))
  const book = await libraryBook(['value'], [{ orders: [{ ago: 500, amount: 20 }] }])
  const partsOf = async (): Promise<number> => {
    const { schemes } = valueOf(await book.engine.run('base.describe', {}))
    const rule = schemes.find(({ code }) => code === 'value')?.rule
    return rule?.kind === 'rankScore' ? rule.parts.length : 0
  }
  expect(await partsOf()).toBe(2)
  const entry = async () => valueOf(await book.engine.run('schemes.library', { lang: 'zh-CN' })).find(({ code }) => code === 'mainCategory')
  expect((await entry())?.addsTables).toEqual(['产品', '订单明细'])
  valueOf(await book.engine.run('schemes.addFromLibrary', { codes: ['mainCategory'], lang: 'zh-CN' }))
  expect(await partsOf()).toBe(3)
  expect((await entry())?.schemeId).not.toBeNull()
  const there = valueOf(await book.engine.run('template.modules', { lang: 'zh-CN' })).find(({ code }) => code === 'products')
  expect(there?.isThere).toBe(true)

  const whole = await libraryBook(
    ['mainCategory'],
    [
      {
        orders: [
          { ago: 500, amount: 20, lines },
          { ago: 3, amount: 5 },
        ],
      },
    ],
  )
  const bought = async () => {
    const [row] = await whole.rows('customer', ['customer.categories'])
    const { settings } = whole.column('product.category')
    const options = 'options' in settings ? settings.options : []
    return readIds(row?.cell('customer.categories') ?? null).map((id) => options.find((option) => option.id === id)?.code)
  }
  expect(await bought()).toEqual(['equipment', 'service'])
  await whole.addLine(whole.orders[1] ?? 0, { category: 'parts', price: 5 })
  expect(await bought()).toEqual(['equipment', 'parts', 'service'])
  await whole.setStatus(0, 'cancelled')
  expect(await bought()).toEqual(['parts'])
  expect(await whole.classOf('customer.mainCategory')).toBe('parts')
})

test('beside the sample customers a scheme that brings tables brings their sample rows, and one undo takes all of it back', async () => {
  const book = await customerBook({ today, sample: true })
  const described = async () => valueOf(await book.engine.run('base.describe', {}))
  const before = await described()
  valueOf(await book.engine.run('schemes.addFromLibrary', { codes: ['mainCategory', 'lifetimeValue'], lang: 'zh-CN' }))
  const roles = await rolesOf(book.engine)
  for (const role of ['customer.mainCategory', 'customer.lifetimeValue'] as const) {
    const found = new Set((await roles.rows('customer', [role])).map((row) => roles.codeOf(role, row.cell(role))))
    expect(found.size).toBeGreaterThan(2)
  }
  valueOf(await book.engine.run('history.undo', {}))
  const { tables, columns, schemes, views, rowCounts } = await described()
  expect({ tables, columns, schemes, views, rowCounts }).toEqual({
    tables: before.tables,
    columns: before.columns,
    schemes: before.schemes,
    views: before.views,
    rowCounts: before.rowCounts,
  })
})

test('every scheme of the library has a case', () => {
  const tested = new Set<string>([...cases.map(({ scheme }) => scheme), 'comeBack'])
  expect(librarySchemeCodes.filter((code) => !tested.has(code))).toEqual([])
})

test('metrics of a customer, by hand: returns lessen sums and are no orders, cancelled and future orders do not count', async () => {
  const orders = [
    { ago: 200, amount: 4000 },
    { ago: 120, amount: 1000 },
    { ago: 120, amount: 500 },
    { ago: 20, amount: 3000 },
    { ago: 10, amount: -300 },
    { ago: 5, amount: 0 },
    { ago: -5, amount: 9999 },
    { ago: 1, amount: 7777, more: { 'order.status': { code: 'cancelled' } } },
  ]
  const book = await libraryBook(['churnRisk', 'growthPotential', 'orderSize', 'purchasingPower'], [{ orders }])
  valueOf(await book.engine.run('base.turnDay', {}))
  const roles = [
    'customer.orderCount',
    'customer.amountAll',
    'customer.amount90Days',
    'customer.amountPrevious90Days',
    'customer.averageOrderAmount',
    'customer.largestOrder',
    'customer.orderDays',
    'customer.orderGap',
    'customer.firstOrderDate',
    'customer.lastOrderDate',
    'customer.amountTrend',
  ] as const
  const [row] = await book.rows('customer', roles)
  // Days with orders: 200, 120, 20 and 5 days ago; gaps 80, 100 and 15.
  expect(roles.map((role) => row?.cell(role))).toEqual([5, 8200, 2700, 1500, 8500 / 5, 4000, 4, 80, '2026-05-10', '2026-11-21', 1.8])
})
