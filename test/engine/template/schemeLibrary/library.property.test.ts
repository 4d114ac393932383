import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import { schemeCodes } from '#shared/model/roles.ts'
import { contentOf } from '../../support/contentOf.ts'
import { valueOf } from '../../support/valueOf.ts'
import { libraryBook, today } from './libraryBook.ts'

const index = fc.nat({ max: 30 })
const ago = fc.oneof(fc.integer({ min: -20, max: 500 }), fc.constantFrom(0, 1, 30, 89, 90, 179, 180, 364, 365))
const amount = fc.constantFrom(100, 2500.5, 9999.99, 60_000, 0, -50, null)
const anyEdit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('order' as const), customer: index, ago, amount, goods: fc.boolean() }) },
  fc.record({
    kind: fc.constant('line' as const),
    row: index,
    category: fc.constantFrom('equipment', 'parts', 'service'),
    price: fc.constantFrom(100, 2500.5, -50, null),
  }),
  fc.record({ kind: fc.constant('contract' as const), customer: index, ago: fc.integer({ min: -60, max: 400 }) }),
  fc.record({
    kind: fc.constant('points' as const),
    customer: index,
    ago: fc.integer({ min: -30, max: 60 }),
    change: fc.constantFrom(800, 300, -200),
  }),
  fc.record({ kind: fc.constant('deal' as const), customer: index, stage: fc.constantFrom('quoted', 'won', 'lost') }),
  fc.record({ kind: fc.constant('cancel' as const), row: index, back: fc.boolean() }),
  fc.record({ kind: fc.constant('amount' as const), row: index, amount }),
  fc.record({
    kind: fc.constant('talk' as const),
    customer: index,
    ago: fc.integer({ min: 0, max: 200 }),
    content: fc.constantFrom('太贵', '质量不错', '售后响应慢', '同行报价低', '没人管', '停产了', '打招呼'),
    direction: fc.constantFrom('inbound', 'outbound'),
    result: fc.constantFrom('interested', 'noAnswer', 'negotiating'),
  }),
  fc.record({ kind: fc.constant('stars' as const), customer: index, stars: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('need' as const), customer: index, need: fc.constantFrom('now', 'oneYear', 'none') }),
  fc.record({ kind: fc.constant('removeOrder' as const), row: index }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('dayPasses' as const), days: fc.integer({ min: 1, max: 120 }) }),
)
type Edit = typeof anyEdit extends fc.Arbitrary<infer Each> ? Each : never
type Book = Awaited<ReturnType<typeof libraryBook>>

async function perform(book: Book, edit: Edit): Promise<void> {
  const rows = async (role: 'order') => (await book.rows(role, [])).map(({ id }) => id)
  const customer = 'customer' in edit ? (book.ids[edit.customer % book.ids.length] ?? 0) : 0
  switch (edit.kind) {
    case 'order':
      await book.insert(
        'order',
        {
          'order.date': addDays(book.state.today, -edit.ago),
          'order.amount': edit.amount,
          'order.kind': book.option('order.kind', edit.goods ? 'goods' : 'service'),
        },
        { 'order.customer': [customer] },
      )
      return
    case 'talk':
      await book.insert(
        'followUp',
        {
          'followUp.time': `${addDays(book.state.today, -edit.ago)}T10:00`,
          'followUp.content': edit.content,
          'followUp.direction': book.option('followUp.direction', edit.direction),
          'followUp.result': book.option('followUp.result', edit.result),
        },
        { 'followUp.customer': [customer] },
      )
      return
    case 'contract':
      await book.insert(
        'contract',
        { 'contract.status': book.option('contract.status', 'active'), 'contract.endDate': addDays(book.state.today, -edit.ago) },
        { 'contract.customer': [customer] },
      )
      return
    case 'points':
      await book.insert(
        'points',
        { 'points.change': edit.change, 'points.date': addDays(book.state.today, -edit.ago) },
        { 'points.customer': [customer] },
      )
      return
    case 'deal':
      await book.insert('opportunity', { 'opportunity.stage': book.option('opportunity.stage', edit.stage) }, { 'opportunity.customer': [customer] })
      return
    case 'stars':
      for (const role of ['customer.marketPosition', 'customer.influence', 'customer.reputation', 'customer.cooperation'] as const) {
        await book.update(role, customer, edit.stars)
      }
      return
    case 'need':
      return book.update('customer.needTime', customer, book.option('customer.needTime', edit.need))
    case 'undo':
      await book.engine.run('history.undo', {})
      return
    case 'dayPasses':
      book.state.today = addDays(book.state.today, edit.days)
      valueOf(await book.engine.run('base.turnDay', {}))
      return
    case 'line':
    case 'cancel':
    case 'amount':
    case 'removeOrder': {
      const orders = await rows('order')
      const order = orders[edit.row % Math.max(1, orders.length)]
      if (order === undefined) return
      if (edit.kind === 'cancel') return book.update('order.status', order, book.option('order.status', edit.back ? 'completed' : 'cancelled'))
      if (edit.kind === 'line') return book.addLine(order, { category: edit.category, price: edit.price, cost: 10 })
      if (edit.kind === 'amount') return book.update('order.amount', order, edit.amount)
      valueOf(await book.engine.run('rows.delete', { tableId: book.table('order'), rowIds: [order] }))
    }
  }
}

test('with the whole library in the book, classes and metrics kept up edit by edit equal those made from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 14 }), async (edits) => {
      const orders = [3, 33, 70, 200].map((days) => ({ ago: days, amount: 1000 }))
      const book = await libraryBook(schemeCodes, [{ orders }, { orders: orders.slice(2) }, {}, {}], ['contracts', 'opportunities', 'points'])
      expect(book.state.today).toBe(today)
      for (const edit of edits) await perform(book, edit)
      // Ranks of what is small follow at once; nothing is left to be classed.
      expect(valueOf(await book.engine.run('schemes.run', { schemeId: null }))).toEqual({ moved: 0 })
      const incremental = contentOf(book.path)
      valueOf(await book.engine.run('base.recompute', {}))
      expect(incremental).toEqual(contentOf(book.path))
      await book.engine.close()
    }),
    { numRuns: 10 },
  )
})
