import { expect, test } from 'vitest'
import type { ModuleCode } from '#shared/model/modules.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import { customerBook, rolesOf } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-26'

/** A book with one customer and these modules; `figure` reads a column of that customer, `pass` moves to another day. */
async function bookWith(...codes: ModuleCode[]) {
  const book = await customerBook({ today })
  for (const code of codes) valueOf(await book.engine.run('template.addModule', { code, lang: 'zh-CN', sample: false }))
  const roles = await rolesOf(book.engine)
  const customer = await roles.insert('customer', { 'customer.name': '甲' })
  const figure = async (role: ColumnRole) => (await roles.rows('customer', [role])).find(({ id }) => id === customer)?.cell(role) ?? null
  const remove = async (table: TableRole, rowId: number): Promise<void> => {
    valueOf(await book.engine.run('rows.delete', { tableId: roles.table(table), rowIds: [rowId] }))
  }
  const pass = async (day: string): Promise<void> => {
    book.state.today = day
    valueOf(await book.engine.run('base.turnDay', {}))
  }
  return { ...roles, customer, figure, remove, pass }
}

test('open and won opportunities: count, amount, furthest stage and nearest close follow every edit', async () => {
  const book = await bookWith('opportunities')
  const { customer, figure, option } = book
  const deal = (stage: string, amount: number | null, close: string | null) =>
    book.insert(
      'opportunity',
      { 'opportunity.stage': option('opportunity.stage', stage), 'opportunity.amount': amount, 'opportunity.expectedClose': close },
      { 'opportunity.customer': [customer] },
    )
  const figures = async () => [
    await figure('customer.openOpportunityCount'),
    await figure('customer.openOpportunityAmount'),
    book.codeOf('opportunity.stage', await figure('customer.openOpportunityStage')),
    await figure('customer.nextExpectedClose'),
    await figure('customer.wonOpportunityCount'),
  ]
  expect(await figures()).toEqual([0, null, null, null, 0])
  const far = await deal('quoted', 30_000.55, '2027-01-10')
  const near = await deal('contacted', 12_000.45, '2026-12-01')
  await deal('lost', 99_000, '2026-11-01')
  await deal('lead', null, null)
  expect(await figures()).toEqual([3, 42_001, 'quoted', '2026-12-01', 0])
  await book.update('opportunity.stage', far, option('opportunity.stage', 'won'))
  expect(await figures()).toEqual([2, 12_000.45, 'contacted', '2026-12-01', 1])
  await book.remove('opportunity', near)
  expect(await figures()).toEqual([1, null, 'lead', null, 1])
  valueOf(await book.engine.run('history.undo', {}))
  expect(await figures()).toEqual([2, 12_000.45, 'contacted', '2026-12-01', 1])
})

test('the furthest stage goes by the order stages stand in, also of one put between them later', async () => {
  const book = await bookWith('opportunities')
  const stage = book.column('opportunity.stage')
  if (stage.type !== 'singleSelect') throw new Error('stage is a select')
  const [lead, contacted, ...rest] = stage.settings.options
  const visited = { id: 7, name: '已拜访', color: 'teal' as const }
  const options = [lead, visited, contacted, ...rest].filter((each) => each !== undefined)
  valueOf(await book.engine.run('columns.update', { columnId: stage.id, settings: { options } }))
  for (const value of [contacted?.id ?? 0, lead?.id ?? 0]) {
    await book.insert('opportunity', { 'opportunity.stage': value }, { 'opportunity.customer': [book.customer] })
  }
  expect(await book.figure('customer.openOpportunityStage')).toBe(contacted?.id)
})

test('weighted amount is the amount by its probability', async () => {
  const book = await bookWith('opportunities')
  await book.insert('opportunity', { 'opportunity.amount': 10_000, 'opportunity.probability': 0.35 })
  const [row] = await book.rows('opportunity', ['opportunity.weightedAmount'])
  expect(row?.cell('opportunity.weightedAmount')).toBe(3500)
})

test('gross profit: of a line, with the product’s cost where it has none, of its order, and of twelve months', async () => {
  const book = await bookWith('products')
  const order = await book.insert('order', { 'order.date': '2025-12-01' }, { 'order.customer': [book.customer] })
  const product = await book.insert('product', { 'product.name': '托盘', 'product.cost': 60 })
  const line = await book.insert(
    'orderLine',
    { 'orderLine.quantity': 3, 'orderLine.price': 100.5 },
    { 'orderLine.order': [order], 'orderLine.product': [product] },
  )
  await book.insert('orderLine', { 'orderLine.quantity': 2, 'orderLine.price': 50, 'orderLine.cost': 20 }, { 'orderLine.order': [order] })
  const ofOrder = async () =>
    (await book.rows('order', ['order.linesAmount', 'order.grossProfit'])).map(({ cell }) => [cell('order.linesAmount'), cell('order.grossProfit')])
  expect(await ofOrder()).toEqual([[401.5, 181.5]])
  expect(await book.figure('customer.grossProfit12Months')).toBe(181.5)
  await book.update('product.cost', product, 70)
  expect(await ofOrder()).toEqual([[401.5, 151.5]])
  await book.update('orderLine.cost', line, 60)
  expect(await book.figure('customer.grossProfit12Months')).toBe(181.5)
  await book.update('order.status', order, book.option('order.status', 'cancelled'))
  expect(await book.figure('customer.grossProfit12Months')).toBe(null)
  const [sold] = await book.rows('product', ['product.soldQuantity', 'product.soldAmount'])
  expect(sold?.cell('product.soldQuantity')).toBe(null)
  await book.update('order.status', order, book.option('order.status', 'completed'))
  expect(await book.figure('customer.grossProfit12Months')).toBe(181.5)
  await book.pass('2026-12-02')
  expect(await book.figure('customer.grossProfit12Months')).toBe(null)
})

test('overdue money: from the day after it was due, less what came in, never less than nothing', async () => {
  const book = await bookWith('contracts')
  const contract = await book.insert('contract', { 'contract.number': 'HT-1', 'contract.amount': 1000 }, { 'contract.customer': [book.customer] })
  const links = { 'receivable.customer': [book.customer], 'receivable.contract': [contract] }
  const plan = await book.insert('receivable', { 'receivable.due': today, 'receivable.amount': 600 }, links)
  await book.insert('receivable', { 'receivable.due': '2026-10-01', 'receivable.amount': 400, 'receivable.paid': 450 }, links)
  expect([await book.figure('customer.unpaidReceivable'), await book.figure('customer.overdueReceivable')]).toEqual([600, 0])
  await book.pass('2026-11-27')
  expect([await book.figure('customer.unpaidReceivable'), await book.figure('customer.overdueReceivable')]).toEqual([600, 600])
  await book.update('receivable.paid', plan, 250.5)
  expect(await book.figure('customer.overdueReceivable')).toBe(349.5)
  const [row] = await book.rows('contract', ['contract.paid', 'contract.unpaid'])
  expect([row?.cell('contract.paid'), row?.cell('contract.unpaid')]).toEqual([700.5, 299.5])
  await book.remove('receivable', plan)
  expect(await book.figure('customer.overdueReceivable')).toBe(0)
})

test('signed contracts count from signing on; drafts and void ones do not', async () => {
  const book = await bookWith('contracts')
  const contract = await book.insert(
    'contract',
    { 'contract.status': book.option('contract.status', 'draft') },
    { 'contract.customer': [book.customer] },
  )
  expect(await book.figure('customer.signedContractCount')).toBe(0)
  await book.update('contract.status', contract, book.option('contract.status', 'signed'))
  expect(await book.figure('customer.signedContractCount')).toBe(1)
  await book.update('contract.status', contract, book.option('contract.status', 'void'))
  expect(await book.figure('customer.signedContractCount')).toBe(0)
})

test('satisfaction is the mean of what was rated, over the surveys of twelve months; the latest NPS passes over gaps', async () => {
  const book = await bookWith('surveys')
  const survey = (date: string, nps: number | null, ratings: (number | null)[]) =>
    book.insert(
      'survey',
      {
        'survey.date': date,
        'survey.nps': nps,
        'survey.product': ratings[0] ?? null,
        'survey.attitude': ratings[1] ?? null,
        'survey.delivery': ratings[2] ?? null,
      },
      { 'survey.customer': [book.customer] },
    )
  const old = await survey('2025-11-28', 10, [5, 5, 5])
  await survey('2026-05-01', 0, [2, null, 3])
  const blank = await survey('2026-08-01', null, [])
  const figures = async () => [await book.figure('customer.satisfaction12Months'), await book.figure('customer.lastNps')]
  expect(await figures()).toEqual([3.75, 0])
  await book.pass('2026-11-28')
  expect(await figures()).toEqual([2.5, 0])
  await book.update('survey.nps', blank, 7)
  expect(await figures()).toEqual([2.5, 7])
  await book.remove('survey', blank)
  await book.update('survey.date', old, '2026-11-01')
  expect(await figures()).toEqual([3.75, 10])
})

test('open tickets, complaints of twelve months, and how many hours an answer took', async () => {
  const book = await bookWith('tickets')
  const ticket = (kind: string, status: string, opened: string) =>
    book.insert(
      'ticket',
      { 'ticket.kind': book.option('ticket.kind', kind), 'ticket.status': book.option('ticket.status', status), 'ticket.openedTime': opened },
      { 'ticket.customer': [book.customer] },
    )
  const first = await ticket('complaint', 'new', '2025-11-28T09:00:00')
  await ticket('complaint', 'closed', '2026-11-01T09:00:00')
  await ticket('afterSales', 'waiting', '2026-11-02T09:00:00')
  const figures = async () => [await book.figure('customer.openTicketCount'), await book.figure('customer.complaintCount12Months')]
  expect(await figures()).toEqual([2, 2])
  await book.pass('2026-11-28')
  expect(await figures()).toEqual([2, 1])
  await book.update('ticket.status', first, book.option('ticket.status', 'solved'))
  await book.update('ticket.firstReplyTime', first, '2025-11-28T10:30:00')
  expect(await figures()).toEqual([1, 1])
  const rows = await book.rows('ticket', ['ticket.replyHours', 'ticket.solveHours'])
  expect(rows.map(({ cell }) => [cell('ticket.replyHours'), cell('ticket.solveHours')])).toEqual([
    [1.5, null],
    [null, null],
    [null, null],
  ])
})

test('a referral is won with the first order of whom it brought, and not any more when that is cancelled', async () => {
  const book = await bookWith('referrals')
  const came = await book.insert('customer', { 'customer.name': '乙' })
  await book.insert('referral', {}, { 'referral.referrer': [book.customer], 'referral.newCustomer': [came] })
  expect(await book.figure('customer.wonReferralCount')).toBe(0)
  const order = await book.insert('order', { 'order.date': today, 'order.amount': 1 }, { 'order.customer': [came] })
  expect(await book.figure('customer.wonReferralCount')).toBe(1)
  await book.update('order.status', order, book.option('order.status', 'cancelled'))
  expect(await book.figure('customer.wonReferralCount')).toBe(0)
})

test('points add up until today; those of a day to come wait for it, and undo takes them back', async () => {
  const book = await bookWith('points')
  const give = (change: number, date: string | null) =>
    book.insert('points', { 'points.change': change, 'points.date': date }, { 'points.customer': [book.customer] })
  expect(await book.figure('customer.pointsBalance')).toBe(null)
  await give(300, '2026-11-01')
  await give(-120, null)
  const coming = await give(50, '2026-11-27')
  expect(await book.figure('customer.pointsBalance')).toBe(180)
  await book.pass('2026-11-27')
  expect(await book.figure('customer.pointsBalance')).toBe(230)
  await book.remove('points', coming)
  expect(await book.figure('customer.pointsBalance')).toBe(180)
  valueOf(await book.engine.run('history.undo', {}))
  expect(await book.figure('customer.pointsBalance')).toBe(230)
})

test('points lapse after a year, or on the day they say; what lapses first is used first, and what was written off lapses no second time', async () => {
  const book = await bookWith('points')
  const give = (change: number, date: string, more: { expires?: string; reason?: string } = {}) =>
    book.insert(
      'points',
      {
        'points.change': change,
        'points.date': date,
        'points.expires': more.expires ?? null,
        'points.reason': more.reason === undefined ? null : book.option('points.reason', more.reason),
      },
      { 'points.customer': [book.customer] },
    )
  const balance = () => book.figure('customer.pointsBalance')
  await give(100, '2025-11-27')
  await give(200, '2026-06-01', { expires: '2026-12-31' })
  await give(-40, '2026-11-01')
  expect(await balance()).toBe(260)
  // The 60 left of the first may be used on the last of their 365 days.
  await book.pass('2026-11-27')
  expect(await balance()).toBe(260)
  await book.pass('2026-11-28')
  expect(await balance()).toBe(200)
  const writtenOff = await give(-60, '2026-11-28', { reason: 'expired' })
  expect(await balance()).toBe(200)
  await book.remove('points', writtenOff)
  await book.pass('2027-01-01')
  expect(await balance()).toBe(0)
})

test('who bought and has an open deal talks of more, until the order is cancelled or the deal lost', async () => {
  const book = await bookWith('opportunities')
  const deal = await book.insert(
    'opportunity',
    { 'opportunity.stage': book.option('opportunity.stage', 'contacted') },
    { 'opportunity.customer': [book.customer] },
  )
  const isTalking = () => book.figure('customer.repurchase')
  expect(await isTalking()).toBe(0)
  const order = await book.insert('order', { 'order.date': today, 'order.amount': 1 }, { 'order.customer': [book.customer] })
  expect(await isTalking()).toBe(1)
  await book.update('order.status', order, book.option('order.status', 'cancelled'))
  expect(await isTalking()).toBe(0)
  await book.update('order.status', order, book.option('order.status', 'confirmed'))
  await book.update('opportunity.stage', deal, book.option('opportunity.stage', 'lost'))
  expect(await isTalking()).toBe(0)
})
