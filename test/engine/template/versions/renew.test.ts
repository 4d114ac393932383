import { expect, test } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import type { ColumnRole, SchemeCode } from '#shared/model/roles.ts'
import { optionsOfScheme, type Scheme } from '#shared/model/scheme.ts'
import { contentOf } from '../../support/contentOf.ts'
import { customerBook, rolesOf, type CustomerBook } from '../../support/customerBook.ts'
import { valueOf } from '../../support/valueOf.ts'

const today = '2026-11-26'

type Book = Omit<CustomerBook, 'base'> & { base: CustomerBook['base'] }

const lang = 'zh-CN'
const newerOf = async (book: Book, { id }: Pick<Scheme, 'id'>) => valueOf(await book.engine.run('schemes.newer', { schemeId: id, lang }))
const renew = async (book: Book, { id }: Pick<Scheme, 'id'>) => valueOf(await book.engine.run('schemes.renew', { schemeId: id, lang }))
const schemeNow = async (book: Book, code: SchemeCode) => (await rolesOf(book.engine)).scheme(code)

async function libraryBook(...codes: SchemeCode[]): Promise<Book> {
  const book = await customerBook({ today })
  if (codes.length > 0) valueOf(await book.engine.run('schemes.addFromLibrary', { codes, lang }))
  return { ...book, ...(await rolesOf(book.engine)) }
}

/** Gives a scheme the scope, or the rule, that the library gave it at first. */
async function asBefore(book: Book, scheme: Scheme, former: Partial<Pick<Scheme, 'scope' | 'rule' | 'fallbackOptionId'>>): Promise<Scheme> {
  return valueOf(await book.engine.run('schemes.update', { schemeId: scheme.id, ...former }))
}

/** 活跃度 as it was at first: whoever is neither active, nor waited for, nor dormant was lost, also of whom nothing is known. */
async function oldActivity(book: Book): Promise<Scheme> {
  const of = (role: ColumnRole) => ({ kind: 'condition' as const, columnId: book.column(role).id })
  const since = (days: number): Filter => ({
    kind: 'or',
    items: (['customer.lastOrderDate', 'customer.lastInboundTime'] as const).map((role) => ({
      ...of(role),
      operator: 'onOrAfter' as const,
      value: { kind: 'daysAgo' as const, days },
    })),
  })
  const count = of('customer.orderCount')
  const noOrder: Filter = {
    kind: 'or',
    items: [
      { ...count, operator: 'isEmpty' },
      { ...count, operator: 'less', value: 1 },
    ],
  }
  const rows = [
    { when: since(90), optionId: book.option('customer.activity', 'active') },
    { when: noOrder, optionId: book.option('customer.activity', 'potential') },
    { when: since(365), optionId: book.option('customer.activity', 'dormant') },
  ]
  const fallbackOptionId = book.option('customer.activity', 'lost')
  return asBefore(book, await schemeNow(book, 'activity'), { rule: { kind: 'decisionTable', rows }, fallbackOptionId })
}

/** The reasons that 流失原因 knew at first. */
const firstReasons = ['Quality', 'Service', 'Price', 'Competitor', 'NoNeed'] as const

/** Each spoken of at least once, and no less than those behind it. */
function oldChurnReason(book: Book): Scheme['rule'] {
  const talks = firstReasons.map((reason) => book.column(`customer.leftFor${reason}`).id)
  const rows = talks.map((columnId, place) => {
    const own = { kind: 'condition' as const, columnId, operator: 'greaterOrEqual' as const }
    const others = talks.slice(place + 1).map((other) => ({ ...own, value: { kind: 'column' as const, columnId: other } }))
    const code = (firstReasons[place] ?? '').replace(/^./u, (letter) => letter.toLowerCase())
    return { when: { kind: 'and' as const, items: [{ ...own, value: 1 }, ...others] }, optionId: book.option('customer.churnReason', code) }
  })
  return { kind: 'decisionTable', rows }
}

test('of what a book is made of nothing is out of date', async () => {
  const book = await libraryBook('leadScore', 'purchaseType')
  for (const scheme of book.base.schemes) expect([scheme.code, await newerOf(book, scheme)]).toEqual([scheme.code, null])
  const before = contentOf(book.path)
  for (const code of ['activity', 'leadScore'] as const) await renew(book, book.scheme(code))
  expect(contentOf(book.path)).toEqual(before)
  await book.engine.close()
})

test('a scheme as the library once made it is offered its newer rule: who would move is told, one change does it, and undo takes it back', async () => {
  const book = await libraryBook()
  const fresh = await schemeNow(book, 'activity')
  // An order without a date: by the former rule its customer was lost.
  const customer = await book.insert('customer', { 'customer.name': '只知道买过' })
  await book.insert('order', { 'order.amount': 10 }, { 'order.customer': [customer] })
  const old = await oldActivity(book)
  valueOf(await book.engine.run('schemes.update', { schemeId: old.id, name: '活不活跃' }))
  const newer = await newerOf(book, old)
  const lost = book.option('customer.activity', 'lost')
  const classes = { rule: fresh.rule, scope: null, fallbackOptionId: null }
  expect(newer).toEqual({
    changesRule: true,
    columnIds: [],
    adds: [],
    classes,
    preview: { moved: 1, moves: [{ fromOptionId: lost, toOptionId: null, count: 1 }] },
  })
  const before = contentOf(book.path)
  const renewed = await renew(book, old)
  expect(renewed).toMatchObject({ name: '活不活跃', rule: fresh.rule, fallbackOptionId: null, scope: null })
  const moves = valueOf(await book.engine.run('classes.moves', { schemeId: old.id, limit: 10 }))
  expect(moves[0]).toMatchObject({ rowId: customer, fromOptionId: lost, toOptionId: null, cause: 'scheme' })
  expect(await newerOf(book, old)).toBeNull()
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  expect(await newerOf(book, old)).toEqual(newer)
  valueOf(await book.engine.run('history.redo', {}))
  expect(await newerOf(book, old)).toBeNull()
  await book.engine.close()
})

test('so it is in a book whose columns and classes were renamed', async () => {
  const book = await libraryBook()
  const fresh = await schemeNow(book, 'activity')
  const old = await oldActivity(book)
  const target = book.column('customer.activity')
  if (target.type !== 'singleSelect') throw new Error('no select')
  const options = target.settings.options.map((option) => ({ ...option, name: `${option.name}！` })).toReversed()
  valueOf(await book.engine.run('columns.update', { columnId: target.id, name: '活不活', settings: { options } }))
  valueOf(await book.engine.run('columns.update', { columnId: book.column('customer.orderCount').id, name: '单数' }))
  expect(await newerOf(book, old)).toMatchObject({ changesRule: true, columnIds: [], adds: [] })
  expect(await renew(book, old)).toMatchObject({ rule: fresh.rule, scope: fresh.scope, fallbackOptionId: fresh.fallbackOptionId })
  await book.engine.close()
})

test('what its owner changed is never touched, and neither is what only looks like it', async () => {
  const book = await libraryBook('leadScore')
  const old = await oldActivity(book)
  if (old.rule.kind !== 'decisionTable') throw new Error('activity is a table of conditions')
  const own = await asBefore(book, old, { rule: { ...old.rule, rows: old.rule.rows.slice(1) } })
  expect(await newerOf(book, own)).toBeNull()
  const before = contentOf(book.path)
  await renew(book, own)
  expect(contentOf(book.path)).toEqual(before)
  // A condition on a column of one's own.
  const lead = await schemeNow(book, 'leadScore')
  const column = valueOf(await book.engine.run('columns.create', { tableId: lead.tableId, name: '自己的', type: 'text', settings: {} }))
  const scope: Filter = { kind: 'condition', columnId: column.id, operator: 'isNotEmpty' }
  expect(await newerOf(book, await asBefore(book, lead, { scope }))).toBeNull()
  // Off, or without a column it reads, it stands still, and nothing is offered.
  const second = await oldActivity(book)
  valueOf(await book.engine.run('schemes.update', { schemeId: second.id, enabled: false }))
  expect(await newerOf(book, second)).toBeNull()
  await book.engine.close()
})

test('what a scheme measures is brought up to date with it, also where the rule is as it is now; a metric of one’s own stays', async () => {
  const book = await libraryBook()
  const { engine } = book
  const scheme = book.scheme('dealStatus')
  const count = book.column('order.status')
  const orders = async () => (await rolesOf(engine)).column('customer.orderCount')
  const fresh = await orders()
  if (fresh.type !== 'rollup') throw new Error('no rollup')
  const cancelled = book.option('order.status', 'cancelled')
  const notCancelled: Filter = { kind: 'condition', columnId: count.id, operator: 'noneOf', value: [cancelled] }
  const measure = async (filter: Filter | null) =>
    valueOf(await engine.run('columns.update', { columnId: fresh.id, settings: { ...fresh.settings, filter } }))
  await measure(notCancelled)
  // An order that is still to come was an order then.
  const customer = await book.insert('customer', { 'customer.name': '明年才买' })
  await book.insert('order', { 'order.date': '2027-03-01', 'order.amount': 10 }, { 'order.customer': [customer] })
  const classOf = async (role: ColumnRole) => {
    const { cells } = valueOf(await engine.run('rows.get', { tableId: scheme.tableId, rowId: customer }))
    return book.codeOf(role, cells[book.column(role).id] ?? null)
  }
  expect(await classOf('customer.dealStatus')).toBe('won')
  expect(await newerOf(book, scheme)).toEqual({ changesRule: false, columnIds: [fresh.id], adds: [], preview: null, classes: null })
  const before = contentOf(book.path)
  await renew(book, scheme)
  expect(await orders()).toEqual(fresh)
  expect(await classOf('customer.dealStatus')).toBe('potential')
  expect(await newerOf(book, scheme)).toBeNull()
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  await measure(null)
  expect(await newerOf(book, scheme)).toBeNull()
  await engine.close()
})

test('columns that a newer rule reads and the book has not are made with it, and so are classes it gives', async () => {
  const book = await libraryBook('churnReason')
  const fresh = await schemeNow(book, 'churnReason')
  const target = book.column('customer.churnReason')
  if (fresh.rule.kind !== 'decisionTable' || target.type !== 'singleSelect') throw new Error('not the scheme')
  const rule = oldChurnReason(book)
  // Lines, classes and columns that came later.
  const first: readonly string[] = firstReasons.map((reason) => `customer.leftFor${reason}`)
  const later = book.base.columns.filter(({ role }) => role?.startsWith('customer.leftFor') === true && !first.includes(role))
  const known = new Set([...optionsOfScheme({ rule, fallbackOptionId: null }), book.option('customer.churnReason', 'other')])
  const former = target.settings.options.filter(({ id }) => known.has(id))
  valueOf(await book.engine.run('schemes.update', { schemeId: fresh.id, rule, options: former }))
  for (const { id } of later) valueOf(await book.engine.run('columns.delete', { columnId: id }))
  expect(await newerOf(book, fresh)).toEqual({
    changesRule: true,
    columnIds: [],
    adds: later.map(({ name }) => name),
    preview: null,
    classes: null,
  })
  const before = contentOf(book.path)
  const renewed = await renew(book, fresh)
  const now = await rolesOf(book.engine)
  const codes = (options: readonly { code?: string | undefined }[]) => options.map(({ code }) => code)
  expect(codes(now.options('customer.churnReason')).slice(0, former.length)).toEqual(codes(former))
  expect(new Set(codes(now.options('customer.churnReason')))).toEqual(new Set(codes(target.settings.options)))
  for (const { role, name } of later) expect(now.base.columns.find((column) => column.role === role)?.name).toBe(name)
  if (renewed.rule.kind !== 'decisionTable') throw new Error('no table')
  expect(renewed.rule.rows.map(({ optionId }) => now.codeOf('customer.churnReason', optionId))).toEqual(
    fresh.rule.rows.map(({ optionId }) => book.codeOf('customer.churnReason', optionId)),
  )
  expect(await newerOf(book, renewed)).toBeNull()
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  await book.engine.close()
})
