import { expect, test } from 'vitest'
import type { ModuleCode } from '#shared/model/modules.ts'
import type { SchemeCode } from '#shared/model/roles.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook, rolesOf } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-26'

async function bookWithCustomer() {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  const classOf = async (code: 'dealStatus' | 'importance' | 'urgency') => {
    const role = `customer.${code}` as const
    const [row] = await book.rows('customer', [role])
    return book.codeOf(role, row?.cell(role) ?? null)
  }
  const add = async (code: ModuleCode) => {
    const { schemeIds } = valueOf(await book.engine.run('template.addModule', { code, lang: 'zh-CN', sample: false }))
    return { roles: await rolesOf(book.engine), schemeIds }
  }
  const pass = async (day: string): Promise<void> => {
    book.state.today = day
    valueOf(await book.engine.run('base.turnDay', {}))
  }
  return { book, customer, classOf, add, pass }
}

test('deal status looks at opportunities: potential, negotiating, won, and back', async () => {
  const { customer, classOf, add } = await bookWithCustomer()
  const { roles, schemeIds } = await add('opportunities')
  const concerned: SchemeCode[] = ['dealStatus', 'importance', 'urgency']
  expect(schemeIds).toEqual(concerned.map((code) => roles.scheme(code).id))
  const stage = (code: string): number => roles.option('opportunity.stage', code)
  const deal = await roles.insert('opportunity', { 'opportunity.stage': stage('contacted') }, { 'opportunity.customer': [customer] })
  expect(await classOf('dealStatus')).toBe('potential')
  await roles.update('opportunity.stage', deal, stage('quoted'))
  expect(await classOf('dealStatus')).toBe('negotiating')
  await roles.update('opportunity.stage', deal, stage('won'))
  expect(await classOf('dealStatus')).toBe('won')
  await roles.update('opportunity.stage', deal, stage('lost'))
  expect(await classOf('dealStatus')).toBe('potential')
})

test('deal status with contracts too: a signed one is a deal, a void one is none', async () => {
  const { customer, classOf, add } = await bookWithCustomer()
  await add('opportunities')
  const { roles } = await add('contracts')
  const status = (code: string): number => roles.option('contract.status', code)
  const contract = await roles.insert('contract', { 'contract.status': status('signed') }, { 'contract.customer': [customer] })
  expect(await classOf('dealStatus')).toBe('won')
  await roles.update('contract.status', contract, status('void'))
  expect(await classOf('dealStatus')).toBe('potential')
  const deal = await roles.insert(
    'opportunity',
    { 'opportunity.stage': roles.option('opportunity.stage', 'won') },
    { 'opportunity.customer': [customer] },
  )
  expect(await classOf('dealStatus')).toBe('won')
  await roles.update('opportunity.stage', deal, roles.option('opportunity.stage', 'negotiating'))
  expect(await classOf('dealStatus')).toBe('negotiating')
})

test('importance looks at the amount of open opportunities', async () => {
  const { customer, classOf, add } = await bookWithCustomer()
  const { roles } = await add('opportunities')
  expect(await classOf('importance')).not.toBe('important')
  const deal = await roles.insert(
    'opportunity',
    { 'opportunity.stage': roles.option('opportunity.stage', 'lead'), 'opportunity.amount': 50_000 },
    { 'opportunity.customer': [customer] },
  )
  expect(await classOf('importance')).toBe('important')
  await roles.update('opportunity.stage', deal, roles.option('opportunity.stage', 'lost'))
  expect(await classOf('importance')).not.toBe('important')
})

test('urgency looks at the nearest expected close where no next talk is planned, and grows as days pass', async () => {
  const { customer, classOf, add, pass } = await bookWithCustomer()
  expect(await classOf('urgency')).toBe('undecided')
  const { roles } = await add('opportunities')
  await roles.insert(
    'opportunity',
    { 'opportunity.stage': roles.option('opportunity.stage', 'lead'), 'opportunity.expectedClose': '2026-12-10' },
    { 'opportunity.customer': [customer] },
  )
  expect(await classOf('urgency')).toBe('soon')
  await pass('2026-12-03')
  expect(await classOf('urgency')).toBe('urgent')
  await pass('2026-11-01')
  expect(await classOf('urgency')).toBe('notUrgent')
  // A day said by hand goes before.
  await roles.update('customer.handleBy', customer, '2027-06-01')
  expect(await classOf('urgency')).toBe('slow')
})

test('a rule its owner changed is left alone, and the list says so before', async () => {
  const { book, add } = await bookWithCustomer()
  const urgency = book.scheme('urgency')
  if (urgency.rule.kind !== 'bands') throw new Error('urgency has bands')
  const rule = { ...urgency.rule, bands: urgency.rule.bands.map((band) => (band.from === 8 ? { ...band, from: 15 } : band)) }
  valueOf(await book.engine.run('schemes.update', { schemeId: urgency.id, rule }))
  const [entry] = valueOf(await book.engine.run('template.modules', { lang: 'zh-CN' }))
  expect(entry).toMatchObject({ code: 'opportunities', extends: ['成交状态', '重要性'], leaves: ['紧急程度'], isThere: false })
  const { roles, schemeIds } = await add('opportunities')
  expect(schemeIds).not.toContain(urgency.id)
  expect(roles.scheme('urgency').rule).toEqual(rule)
})

test('modules in either order come to the same rules, and undo brings the old rule back with its classes', async () => {
  const rules = []
  for (const order of [
    ['opportunities', 'contracts'],
    ['contracts', 'opportunities'],
  ] as const) {
    const { book, add } = await bookWithCustomer()
    const before = contentOf(book.path)
    for (const code of order) await add(code)
    const { scheme, column } = await rolesOf(book.engine)
    const roleOf = new Map((await rolesOf(book.engine)).base.columns.map(({ id, role }) => [id, role]))
    rules.push(JSON.stringify(scheme('dealStatus').rule, (key, value: unknown) => (key === 'columnId' ? roleOf.get(Number(value)) : value)))
    expect(column('customer.wonOpportunityCount').type).toBe('rollup')
    valueOf(await book.engine.run('history.undo', {}))
    valueOf(await book.engine.run('history.undo', {}))
    expect(contentOf(book.path)).toEqual(before)
  }
  expect(rules[0]).toBe(rules[1])
})

test('a scheme of the library reads a module that comes later, and one added later reads what is there', async () => {
  const { book, add } = await bookWithCustomer()
  const partsOf = async () => {
    const { scheme, base } = await rolesOf(book.engine)
    const { rule } = scheme('value')
    return rule.kind === 'rankScore' ? rule.parts.map(({ columnId }) => base.columns.find(({ id }) => id === columnId)?.role) : []
  }
  valueOf(await book.engine.run('schemes.addFromLibrary', { codes: ['value'], lang: 'en' }))
  expect(await partsOf()).not.toContain('customer.grossProfit12Months')
  await add('products')
  expect(await partsOf()).toContain('customer.grossProfit12Months')

  await add('opportunities')
  valueOf(await book.engine.run('schemes.delete', { schemeId: book.scheme('urgency').id }))
  valueOf(await book.engine.run('schemes.addFromLibrary', { codes: ['urgency'], lang: 'zh-CN' }))
  const { scheme, column } = await rolesOf(book.engine)
  const { rule } = scheme('urgency')
  expect(rule.kind === 'bands' && rule.metric.kind === 'daysUntil' ? rule.metric.columnIds : []).toContain(column('customer.nextExpectedClose').id)
})
