import { expect, test } from 'vitest'
import { langs } from '#shared/i18n/lang.ts'
import { moduleCodes, type ModuleCode } from '#shared/model/modules.ts'
import { bookSchemeCodes } from '#shared/model/roles/bookRoles.ts'
import { moduleColumnRoles, moduleTableRoles, moduleViewRoles } from '#shared/model/roles/moduleRoles.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook, rolesOf, type CustomerBook } from '../support/customerBook.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-26'

async function add(book: Pick<CustomerBook, 'engine'>, code: ModuleCode, sample = false, lang: 'zh-CN' | 'en' = 'zh-CN') {
  return valueOf(await book.engine.run('template.addModule', { code, lang, sample }))
}

test.each(langs)('every role of the modules has its table, column and view, under names of their own (%s)', async (lang) => {
  const book = await customerBook({ today, lang })
  for (const code of moduleCodes) await add(book, code, false, lang)
  const { base } = await rolesOf(book.engine)
  const roles = new Set([...base.tables, ...base.columns].map(({ role }) => role))
  expect([...moduleTableRoles, ...moduleColumnRoles].filter((role) => !roles.has(role))).toEqual([])
  expect(moduleViewRoles.filter((role) => !base.views.some((view) => view.role === role))).toEqual([])
  for (const table of base.tables) {
    const names = base.columns.filter(({ tableId }) => tableId === table.id).map(({ name }) => name)
    expect(names.filter((name) => /\d$/u.test(name) && names.includes(name.slice(0, -2)))).toEqual([])
  }
  const entries = valueOf(await book.engine.run('template.modules', { lang }))
  expect(entries.map(({ isThere }) => isThere)).toEqual(moduleCodes.map(() => true))
})

test.each(moduleCodes)('%s comes as one change, twice is once, and goes with one undo', async (code) => {
  const book = await customerBook({ today, sample: true })
  const before = contentOf(book.path)
  const { rows, tableIds } = await add(book, code, true)
  expect(rows).toBeGreaterThan(0)
  const content = contentOf(book.path)
  expect((await add(book, code, true)).tableIds).toEqual(tableIds)
  expect(contentOf(book.path)).toEqual(content)
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
})

const days = ['2024-02-29', '2026-01-01', '2026-11-26']

test.each(days)('a sample made on %s has rows in every view of every module, every stage and every class', async (day) => {
  const book = await customerBook({ today: day, sample: true })
  for (const code of moduleCodes) await add(book, code, true)
  const after = await rolesOf(book.engine)
  const { base, engine } = after
  const counts = Object.fromEntries(moduleTableRoles.map((role) => [role, base.rowCounts[after.table(role)]]))
  expect(counts).toMatchObject({ opportunity: 94, product: 20, survey: 60, ticket: 25, contract: 12, referral: 10 })
  expect(counts['points']).toBeGreaterThan(30)
  expect(counts['orderLine']).toBeGreaterThan(280)
  expect(counts['orderLine']).toBeLessThan(320)
  // On some days no deal is expected to close before the month ends.
  const mayBeEmpty = new Set(['opportunity.closingThisMonth', 'receivable.dueSoon'])
  for (const view of base.views.filter(({ role }) => moduleViewRoles.some((known) => known === role))) {
    const { filter, sorts, groups } = view.settings
    const query = { filter, sorts, groups, search: '' }
    const page = valueOf(await engine.run('rows.page', { tableId: view.tableId, query, columnIds: [], offset: 0, limit: 10 }))
    if (!mayBeEmpty.has(view.role ?? '')) expect({ view: view.role, empty: page.rowCount === 0 }).toEqual({ view: view.role, empty: false })
  }
  for (const role of [
    'opportunity.stage',
    'opportunity.lostReason',
    'opportunity.source',
    'product.category',
    'contract.status',
    'survey.way',
    'ticket.kind',
    'ticket.cause',
    'ticket.status',
  ] as const) {
    const [table] = role.split('.')
    const owner = moduleTableRoles.find((known) => known === table) ?? 'opportunity'
    const used = new Set((await after.rows(owner, [role])).map((row) => after.codeOf(role, row.cell(role))))
    expect({
      role,
      unused: after
        .options(role)
        .filter(({ code }) => !used.has(code ?? ''))
        .map(({ code }) => code),
    }).toEqual({ role, unused: [] })
  }
  for (const scheme of base.schemes.filter(({ code }) => bookSchemeCodes.some((known) => known === code))) {
    for (const { optionId, count } of valueOf(await engine.run('classes.counts', { schemeId: scheme.id }))) {
      expect({ scheme: scheme.code, optionId, empty: count === 0 }).toEqual({ scheme: scheme.code, optionId, empty: false })
    }
  }
})

test('the lines of the sample make up each order to the cent, and its profit is theirs', async () => {
  const book = await customerBook({ today, sample: true })
  await add(book, 'products', true)
  const after = await rolesOf(book.engine)
  const orders = await after.rows('order', ['order.amount', 'order.linesAmount', 'order.grossProfit'])
  for (const order of orders) {
    expect(order.cell('order.linesAmount')).toBe(order.cell('order.amount'))
    expect(Number(order.cell('order.grossProfit'))).toBeGreaterThan(0)
    expect(Number(order.cell('order.grossProfit'))).toBeLessThan(Number(order.cell('order.amount')))
  }
})

test('the same day and customers give the same sample, and clearing it takes the modules’ rows along', async () => {
  const contents = []
  for (let time = 0; time < 2; time += 1) {
    const book = await customerBook({ today, sample: true })
    await add(book, 'opportunities', true)
    const after = await rolesOf(book.engine)
    const rows = await after.rows('opportunity', [
      'opportunity.number',
      'opportunity.name',
      'opportunity.customer',
      'opportunity.amount',
      'opportunity.stage',
    ])
    contents.push(
      rows.map(({ id, cell }) => [
        id,
        cell('opportunity.number'),
        cell('opportunity.name'),
        cell('opportunity.customer'),
        cell('opportunity.amount'),
      ]),
    )
    const { removed } = valueOf(await book.engine.run('base.clearSample', {}))
    const cleared = valueOf(await book.engine.run('base.describe', {}))
    expect(removed).toBeGreaterThan(94 + 380)
    expect(Object.values(cleared.rowCounts).every((count) => count === 0)).toBe(true)
  }
  expect(contents[0]).toEqual(contents[1])
})

test('without the sample no rows come, whatever is asked', async () => {
  const book = await customerBook({ today })
  const entries = valueOf(await book.engine.run('template.modules', { lang: 'zh-CN' }))
  expect(entries.map(({ canHaveSample }) => canHaveSample)).toEqual(moduleCodes.map(() => false))
  expect((await add(book, 'surveys', true)).rows).toBe(0)
})

test('a base of somebody’s own gets what the module needs of the book', async () => {
  const { engine } = temporaryBase()
  valueOf(await engine.run('tables.create', { name: '库存' }))
  await add({ engine }, 'tickets')
  const after = await rolesOf(engine)
  expect(after.base.tables.map(({ role }) => role)).toEqual(expect.arrayContaining(['ticket', 'customer']))
  const customer = await after.insert('customer', { 'customer.name': '甲' })
  await after.insert(
    'ticket',
    { 'ticket.openedTime': '2026-11-20T10:00:00', 'ticket.kind': after.option('ticket.kind', 'complaint') },
    { 'ticket.customer': [customer] },
  )
  const [row] = await after.rows('customer', ['customer.openTicketCount'])
  expect(row?.cell('customer.openTicketCount')).toBe(1)
})

test('prices are not added up below a view, and answers are averaged', async () => {
  const book = await customerBook({ today })
  await add(book, 'products')
  await add(book, 'surveys')
  const { base, column } = await rolesOf(book.engine)
  const footOf = (view: string, columnId: number) =>
    base.views.find(({ role }) => role === view)?.settings.footer.find((one) => one.columnId === columnId)?.statistic
  expect(footOf('product.all', column('product.price').id)).toBe(null)
  expect(footOf('survey.byCustomer', column('survey.nps').id)).toBe('average')
  expect(footOf('survey.all', column('survey.product').id)).toBe(undefined)
})

test('a rating of recommendation outside 0 to 10 is refused', async () => {
  const book = await customerBook({ today })
  await add(book, 'surveys')
  const after = await rolesOf(book.engine)
  const id = await after.insert('survey', { 'survey.nps': 0 })
  const nps = after.column('survey.nps')
  const answer = await book.engine.run('rows.update', { tableId: nps.tableId, rows: [{ id, cells: [{ columnId: nps.id, value: 11 }] }] })
  expect(answer.ok).toBe(false)
})
