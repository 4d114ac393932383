import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import type { BookSchemeCode } from '#shared/model/roles/bookRoles.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { standstillNow } from '../support/standstillNow.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-03-01'

async function classOf(book: CustomerBook, code: BookSchemeCode, customer: number): Promise<string | null> {
  const row = (await book.rows('customer', [`customer.${code}`])).find((known) => known.id === customer)
  return book.codeOf(`customer.${code}`, row?.cell(`customer.${code}`) ?? null)
}

async function dayPasses(book: CustomerBook, days: number): Promise<void> {
  book.state.today = addDays(book.state.today, days)
  valueOf(await book.engine.run('base.turnDay', {}))
}

test('urgency: 7, 30 and 90 days are the last of their bands, overdue is urgent, no date is undecided', async () => {
  const book = await customerBook({ today })
  const bands: [number, string][] = [
    [-100, 'urgent'],
    [-1, 'urgent'],
    [0, 'urgent'],
    [7, 'urgent'],
    [8, 'soon'],
    [30, 'soon'],
    [31, 'notUrgent'],
    [90, 'notUrgent'],
    [91, 'slow'],
    [400, 'slow'],
  ]
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  expect(await classOf(book, 'urgency', customer)).toBe('undecided')
  for (const [days, expected] of bands) {
    await book.update('customer.handleBy', customer, addDays(today, days))
    expect([days, await classOf(book, 'urgency', customer)]).toEqual([days, expected])
  }
})

test('urgency: a date to handle by goes before the next follow-up; a follow-up late in the evening counts by its day', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  await book.insert(
    'followUp',
    { 'followUp.time': '2026-02-27T09:00', 'followUp.nextTime': `${addDays(today, 7)}T23:59` },
    { 'followUp.customer': [customer] },
  )
  expect(await classOf(book, 'urgency', customer)).toBe('urgent')
  await book.update('customer.handleBy', customer, addDays(today, 60))
  expect(await classOf(book, 'urgency', customer)).toBe('notUrgent')
})

test('urgency: customers move by themselves as days pass', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲', 'customer.handleBy': addDays(today, 92) })
  expect(await classOf(book, 'urgency', customer)).toBe('slow')
  await dayPasses(book, 2)
  expect(await classOf(book, 'urgency', customer)).toBe('notUrgent')
  await dayPasses(book, 60)
  expect(await classOf(book, 'urgency', customer)).toBe('soon')
  await dayPasses(book, 23)
  expect(await classOf(book, 'urgency', customer)).toBe('urgent')
})

test('deal status: an order wins the customer, and a cancelled order undoes it', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  expect(await classOf(book, 'dealStatus', customer)).toBe('potential')
  const order = await book.insert('order', { 'order.date': today, 'order.amount': 10 }, { 'order.customer': [customer] })
  expect(await classOf(book, 'dealStatus', customer)).toBe('won')
  await book.update('order.status', order, book.option('order.status', 'cancelled'))
  expect(await classOf(book, 'dealStatus', customer)).toBe('potential')
  valueOf(await book.engine.run('history.undo', {}))
  expect(await classOf(book, 'dealStatus', customer)).toBe('won')
})

test('deal status: negotiating until 30 days after the last negotiation', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  const talk = { 'followUp.time': '2026-02-28T10:00', 'followUp.result': book.option('followUp.result', 'negotiating') }
  await book.insert('followUp', talk, { 'followUp.customer': [customer] })
  expect(await classOf(book, 'dealStatus', customer)).toBe('negotiating')
  await dayPasses(book, 29)
  expect(await classOf(book, 'dealStatus', customer)).toBe('negotiating')
  await dayPasses(book, 1)
  expect(await classOf(book, 'dealStatus', customer)).toBe('potential')
})

test('activity: active to the 90th day, dormant to the 365th, then lost; never bought is potential', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  expect(await classOf(book, 'activity', customer)).toBe('potential')
  await book.insert('order', { 'order.date': today, 'order.amount': 10 }, { 'order.customer': [customer] })
  const steps: [number, string][] = [
    [0, 'active'],
    [90, 'active'],
    [1, 'dormant'],
    [274, 'dormant'],
    [1, 'lost'],
  ]
  for (const [days, expected] of steps) {
    if (days > 0) await dayPasses(book, days)
    expect(await classOf(book, 'activity', customer)).toBe(expected)
  }
})

test('need status follows the need time; without one the customer is unclassified', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  expect(await classOf(book, 'needStatus', customer)).toBeNull()
  const classes: [string, string][] = [
    ['now', 'target'],
    ['oneMonth', 'target'],
    ['threeMonths', 'target'],
    ['halfYear', 'potential'],
    ['oneYear', 'potential'],
    ['none', 'dead'],
  ]
  for (const [need, expected] of classes) {
    await book.update('customer.needTime', customer, book.option('customer.needTime', need))
    expect([need, await classOf(book, 'needStatus', customer)]).toEqual([need, expected])
  }
})

test('importance: from the 80th percentile up, and never below ￥10,000', async () => {
  const book = await customerBook({ today })
  const ids: number[] = []
  for (const amount of [1000, 2000, 3000, 4000, 5000])
    ids.push(await book.insert('customer', { 'customer.name': `${amount}`, 'customer.annualPotential': amount }))
  const classes = () => Promise.all(ids.map((id) => classOf(book, 'importance', id)))
  expect(await classes()).toEqual(['normal', 'normal', 'normal', 'normal', 'normal'])
  // PERCENTILE.INC(10000,20000,30000,40000,50000; 0.8) = 42000
  for (const [place, id] of ids.entries()) await book.update('customer.annualPotential', id, (place + 1) * 10_000)
  expect(await classes()).toEqual(['normal', 'normal', 'normal', 'normal', 'important'])
  await book.update('customer.annualPotential', ids[3] ?? 0, 42_500)
  // The threshold moves with the values: 42500 + 0.2 × 7500 = 44000
  expect(await classes()).toEqual(['normal', 'normal', 'normal', 'normal', 'important'])
  await book.update('customer.annualPotential', ids[4] ?? 0, 42_500)
  expect(await classes()).toEqual(['normal', 'normal', 'normal', 'important', 'important'])
})

/** Twenty or more buyers, so that shares decide. */
async function buyers(amounts: readonly number[]): Promise<{ book: CustomerBook; grades: () => Promise<string> }> {
  const book = await customerBook({ today })
  for (const amount of amounts) {
    const customer = await book.insert('customer', { 'customer.name': String(amount) })
    await book.insert('order', { 'order.date': today, 'order.amount': amount }, { 'order.customer': [customer] })
  }
  const grades = async (): Promise<string> =>
    (await book.rows('customer', ['customer.grade'])).map((row) => book.codeOf('customer.grade', row.cell('customer.grade')) ?? '-').join('')
  return { book, grades }
}

test('grade: the share gathered before a customer decides, so that the largest is S even if it is more than half of all', async () => {
  const { grades } = await buyers([9000, ...Array.from({ length: 20 }, () => 50)])
  // 9000 of 10000 before the others: beyond 80 %, so B; all others are equal and share a class.
  expect(await grades()).toBe(`s${'b'.repeat(20)}`)
})

test('grade: a customer behind exactly half of the total is A, behind 80 % B, behind 95 % C', async () => {
  // 500 + 300 + 150 + 50 = 1000, in amounts that binary fractions cannot hold.
  const { grades } = await buyers([300.1, 199.9, 150.05, 149.95, 100.03, 49.97, 3.59, ...Array.from({ length: 13 }, () => 3.57)])
  expect(await grades()).toBe(`ssaabb${'c'.repeat(14)}`)
})

test('grade: below 20 buyers fixed amounts decide; nothing bought is D', async () => {
  const { book, grades } = await buyers([500_000, 499_999.99, 200_000, 199_999.99, 50_000, 49_999.99, 0.01])
  expect(await grades()).toBe('saabbcc')
  await book.insert('customer', { 'customer.name': '没有订单' })
  expect(await grades()).toBe('saabbccd')
})

test('grade: an order older than twelve months no longer counts', async () => {
  const { book, grades } = await buyers([60_000])
  expect(await grades()).toBe('b')
  await dayPasses(book, 364)
  expect(await grades()).toBe('b')
  await dayPasses(book, 1)
  expect(await grades()).toBe('d')
})

test('the class of a customer is seen on its follow-ups and orders, in the same write', async () => {
  const { book } = await buyers([600_000])
  const [order] = await book.rows('order', ['order.customerGrade'])
  expect(book.codeOf('customer.grade', order?.cell('order.customerGrade') ?? null)).toBe('s')
})

test('a scheme whose input is deleted stands still, and classes again when the column is back', async () => {
  const book = await customerBook({ today })
  const { engine } = book
  const customer = await book.insert('customer', { 'customer.name': '甲', 'customer.handleBy': addDays(today, 5) })
  valueOf(await engine.run('columns.delete', { columnId: book.column('customer.handleBy').id }))
  expect(await standstillNow(engine, book.scheme('urgency').id)).toEqual({ kind: 'columnGone' })
  expect(await classOf(book, 'urgency', customer)).toBe('urgent')
  const explained = valueOf(await engine.run('classes.explain', { tableId: book.table('customer'), rowId: customer }))
  expect(explained.map((each) => each.schemeId)).not.toContain(book.scheme('urgency').id)
  await dayPasses(book, 30)
  expect(await classOf(book, 'urgency', customer)).toBe('urgent')
  valueOf(await engine.run('history.undo', {}))
  await book.update('customer.handleBy', customer, addDays(today, 70))
  expect(await classOf(book, 'urgency', customer)).toBe('notUrgent')
})

test('a scheme that is switched off leaves the classes as they are, and catches up when it is on again', async () => {
  const book = await customerBook({ today })
  const { engine } = book
  const customer = await book.insert('customer', { 'customer.name': '甲', 'customer.needTime': book.option('customer.needTime', 'now') })
  const { id: schemeId } = book.scheme('needStatus')
  valueOf(await engine.run('schemes.update', { schemeId, enabled: false }))
  await book.update('customer.needTime', customer, book.option('customer.needTime', 'none'))
  expect(await classOf(book, 'needStatus', customer)).toBe('target')
  valueOf(await engine.run('schemes.update', { schemeId, enabled: true }))
  expect(await classOf(book, 'needStatus', customer)).toBe('dead')
})

test('changing a cut point classes everybody anew', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲', 'customer.handleBy': addDays(today, 10) })
  const { id: schemeId, rule } = book.scheme('urgency')
  if (rule.kind !== 'bands') throw new Error('urgency has bands')
  const bands = rule.bands.map((band) => (band.from === 8 ? { ...band, from: 15 } : band))
  valueOf(await book.engine.run('schemes.update', { schemeId, rule: { ...rule, bands } }))
  expect(await classOf(book, 'urgency', customer)).toBe('urgent')
})

test('schemes that could not work are refused: a text as metric, unknown classes, a taken column', async () => {
  const book = await customerBook({ today })
  const grade = book.column('customer.grade')
  const attempt = async (input: { targetColumnId: number; metric: number; optionId: number }) => {
    const done = await book.engine.run('schemes.create', {
      tableId: book.table('customer'),
      code: 'own',
      name: '自定',
      targetColumnId: input.targetColumnId,
      fallbackOptionId: null,
      rule: { kind: 'bands', metric: { kind: 'column', columnId: input.metric }, bands: [{ from: null, optionId: input.optionId }] },
    })
    return done.ok ? 'ok' : done.failure.code
  }
  const amount = book.column('customer.amountAll').id
  expect(await attempt({ targetColumnId: grade.id, metric: amount, optionId: 1 })).toBe('column.inUse')
  const status = book.column('customer.status').id
  expect(await attempt({ targetColumnId: status, metric: book.column('customer.name').id, optionId: 1 })).toBe('column.invalid')
  expect(await attempt({ targetColumnId: status, metric: amount, optionId: 999 })).toBe('column.invalid')
  expect(await attempt({ targetColumnId: book.column('customer.name').id, metric: amount, optionId: 1 })).toBe('column.invalid')
  expect(await attempt({ targetColumnId: status, metric: amount, optionId: 1 })).toBe('ok')
})

test('a scheme that comes back from the trash is off where another fills its column by then', async () => {
  const book = await customerBook({ today })
  const { id: schemeId, uid: _uid, enabled: _enabled, ...draft } = book.scheme('urgency')
  valueOf(await book.engine.run('schemes.delete', { schemeId }))
  const other = valueOf(await book.engine.run('schemes.create', draft))
  const [entry] = valueOf(await book.engine.run('trash.list', {}))
  valueOf(await book.engine.run('trash.restore', { entryId: entry?.entryId ?? 0 }))
  const { schemes } = valueOf(await book.engine.run('base.describe', {}))
  const onColumn = schemes.filter(({ targetColumnId }) => targetColumnId === draft.targetColumnId)
  expect(new Map(onColumn.map(({ id, enabled }) => [id, enabled]))).toEqual(
    new Map([
      [schemeId, false],
      [other.id, true],
    ]),
  )
})

test('a scheme stands still while a column it reads holds other values, and goes on when they are back', async () => {
  const book = await customerBook({ today })
  const { engine } = book
  const tableId = book.table('customer')
  const source = book.column('customer.annualPotential')
  const formula = valueOf(await engine.run('columns.create', { tableId, name: '算', type: 'formula', settings: { source: `{${source.name}} * 2` } }))
  const options = [1, 2].map((id) => ({ id, name: `第${id}类`, color: 'blue' }))
  const bands = [
    { from: null, optionId: 1 },
    { from: 100, optionId: 2 },
  ]
  const rule = { kind: 'bands' as const, metric: { kind: 'column' as const, columnId: formula.id }, bands }
  const draft = { tableId, code: 'own', name: '自定', targetColumnId: null, newOptions: options, rule, fallbackOptionId: null }
  const scheme = valueOf(await engine.run('schemes.create', draft))
  const id = await book.insert('customer', { 'customer.name': '甲', 'customer.annualPotential': 10 })
  const explained = async () => valueOf(await engine.run('classes.explain', { tableId, rowId: id, schemeId: scheme.id }))[0]
  expect((await explained())?.optionId).toBe(1)
  // A text is greater than any number, for SQLite.
  valueOf(await engine.run('columns.update', { columnId: formula.id, settings: { source: `"共" & {${source.name}}` } }))
  await book.update('customer.annualPotential', id, 20)
  expect(await explained()).toBeUndefined()
  expect(await standstillNow(book.engine, scheme.id)).toMatchObject({ kind: 'inputChanged', column: { id: formula.id } })
  const counts = async () => valueOf(await engine.run('classes.counts', { schemeId: scheme.id }))
  expect(await counts()).toContainEqual({ optionId: 2, count: 0, inScope: 0 })
  valueOf(await engine.run('columns.update', { columnId: formula.id, settings: { source: `{${source.name}} * 20` } }))
  expect(await standstillNow(book.engine, scheme.id)).toBeNull()
  expect((await explained())?.optionId).toBe(2)
  expect(await counts()).toContainEqual({ optionId: 2, count: 1, inScope: 1 })
})
