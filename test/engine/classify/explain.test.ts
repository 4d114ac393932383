import { expect, test } from 'vitest'
import type { SchemeCode } from '#shared/model/roles.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-03-01'

async function explained(book: CustomerBook, rowId: number) {
  const all = valueOf(await book.engine.run('classes.explain', { tableId: book.table('customer'), rowId }))
  return (code: SchemeCode) => {
    const found = all.find((each) => each.schemeId === book.scheme(code).id)
    if (found === undefined) throw new Error(`${code} is not explained`)
    return found
  }
}

test('every class says which rule decided and from what', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲', 'customer.handleBy': '2026-03-11', 'customer.annualPotential': 80_000 })
  await book.insert('order', { 'order.date': '2026-02-01', 'order.amount': 60_000 }, { 'order.customer': [customer] })
  const of = await explained(book, customer)
  expect(of('urgency')).toMatchObject({ metric: 10, reason: { kind: 'band', from: 8, below: 31 } })
  expect(of('urgency').values).toEqual([
    { columnId: book.column('customer.handleBy').id, value: '2026-03-11' },
    { columnId: book.column('customer.nextFollowUpTime').id, value: null },
  ])
  expect(of('dealStatus').reason).toEqual({ kind: 'decision', row: 0 })
  expect(of('importance')).toMatchObject({ metric: 80_000, reason: { kind: 'percentile', threshold: 80_000, upper: true } })
  expect(of('needStatus')).toMatchObject({ optionId: null, reason: { kind: 'fallback' } })
  expect(of('activity').reason).toEqual({ kind: 'decision', row: 0 })
  expect(of('grade')).toMatchObject({ metric: 60_000, reason: { kind: 'absolute', from: 50_000, population: 1, minimumPopulation: 20 } })
})

test('a grade by share says what stood before it, its rank, and where its class ends', async () => {
  const book = await customerBook({ today })
  const ids: number[] = []
  for (let each = 0; each < 20; each += 1) {
    const customer = await book.insert('customer', { 'customer.name': `客户${each}` })
    await book.insert('order', { 'order.date': today, 'order.amount': each === 0 ? 620 : 20 }, { 'order.customer': [customer] })
    ids.push(customer)
  }
  expect((await explained(book, ids[0] ?? 0))('grade').reason).toEqual({ kind: 'share', before: 0, rank: 1, population: 20, below: 0.5 })
  // All nineteen share the second rank: 620 of 1000 stand before them.
  expect((await explained(book, ids[9] ?? 0))('grade').reason).toEqual({ kind: 'share', before: 0.62, rank: 2, population: 20, below: 0.8 })
})

test('moves are written down, newest first; the first class of a new customer is none', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '华东精密', 'customer.handleBy': '2026-03-05' })
  const { id: schemeId } = book.scheme('urgency')
  const moves = async () => valueOf(await book.engine.run('classes.moves', { schemeId }))
  expect(await moves()).toEqual([])
  await book.update('customer.handleBy', customer, '2026-03-20')
  await book.update('customer.handleBy', customer, null)
  const option = (code: string): number => book.option('customer.urgency', code)
  expect(await moves()).toMatchObject([
    { rowId: customer, title: '华东精密', fromOptionId: option('soon'), toOptionId: option('undecided') },
    { rowId: customer, title: '华东精密', fromOptionId: option('urgent'), toOptionId: option('soon') },
  ])
  const since = (await explained(book, customer))('urgency').since
  expect(since).toBe((await moves())[0]?.at)
})

test('a move into a first class counts when the customer was there before; coming back from the trash is no move', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  book.state.today = '2026-03-02'
  await book.update('customer.needTime', customer, book.option('customer.needTime', 'now'))
  const { id: schemeId } = book.scheme('needStatus')
  const moves = async () => valueOf(await book.engine.run('classes.moves', { schemeId })).length
  expect(await moves()).toBe(1)
  valueOf(await book.engine.run('rows.delete', { tableId: book.table('customer'), rowIds: [customer] }))
  valueOf(await book.engine.run('history.undo', {}))
  expect(await moves()).toBe(1)
})

test('a class as old as its row is explained by the row', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '甲' })
  const since = (await explained(book, customer))('urgency').since
  expect(since === null ? NaN : Date.parse(since)).not.toBeNaN()
})

test('counts name every class in its order, and the unclassified last', async () => {
  const book = await customerBook({ today })
  await book.insert('customer', { 'customer.name': '甲', 'customer.needTime': book.option('customer.needTime', 'none') })
  await book.insert('customer', { 'customer.name': '乙' })
  const counts = valueOf(await book.engine.run('classes.counts', { schemeId: book.scheme('needStatus').id }))
  const codes = counts.map(({ optionId, count }) => [book.codeOf('customer.needStatus', optionId), count])
  expect(codes).toEqual([
    ['target', 0],
    ['potential', 0],
    ['dead', 1],
    [null, 1],
  ])
})
