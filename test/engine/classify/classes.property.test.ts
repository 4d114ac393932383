import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import { bookSchemeCodes } from '#shared/model/roles/bookRoles.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'
import { independentClasses, type Thresholds } from './independentClasses.ts'

const start = '2026-03-01'
/** Small, so that a few random customers are enough for shares and too few for them come by turns. */
const thresholds: Thresholds = {
  minimumPopulation: 5,
  absolute: [
    [50_000, 's'],
    [10_000, 'a'],
    [2000, 'b'],
  ],
}

const index = fc.nat({ max: 30 })
/** Any day of the span, and more often those on which a class begins or ends. */
const daysFrom = (from: number, to: number) => {
  const edges = [-366, -365, -364, -91, -90, -31, -30, -1, 0, 1, 7, 8, 30, 31, 90, 91].filter((day) => day >= from && day <= to)
  return fc.oneof(fc.integer({ min: from, max: to }), fc.constantFrom(...edges))
}
// Few values, so that ties are common; refunds and zero too.
const amount = fc.constantFrom(100, 2500.5, 2500.5, 9999.99, 12_000, 60_000, 333.33, 0, -50, null)

const plainEdit = fc.oneof(
  fc.record({ kind: fc.constant('addOrder' as const), customer: index, days: daysFrom(-500, 20), amount }),
  fc.record({ kind: fc.constant('removeOrder' as const), row: index }),
  fc.record({ kind: fc.constant('setStatus' as const), row: index, status: fc.constantFrom('cancelled', 'completed') }),
  fc.record({ kind: fc.constant('setAmount' as const), row: index, amount }),
  fc.record({ kind: fc.constant('moveOrder' as const), row: index, customer: index }),
  fc.record({
    kind: fc.constant('talk' as const),
    customer: index,
    days: daysFrom(-400, 20),
    next: fc.option(daysFrom(-20, 200)),
    result: fc.constantFrom('negotiating', 'interested', null),
    direction: fc.constantFrom('inbound', 'outbound', null),
  }),
  fc.record({ kind: fc.constant('addCustomer' as const) }),
  fc.record({ kind: fc.constant('removeCustomer' as const), customer: index }),
  fc.record({ kind: fc.constant('dayPasses' as const), days: daysFrom(1, 120) }),
)
const anyEdit = fc.oneof(
  { weight: 9, arbitrary: plainEdit },
  fc.record({
    kind: fc.constant('need' as const),
    customer: index,
    need: fc.constantFrom('now', 'threeMonths', 'halfYear', 'oneYear', 'none', null),
  }),
  fc.record({ kind: fc.constant('handleBy' as const), customer: index, days: fc.option(daysFrom(-10, 120)) }),
  fc.record({ kind: fc.constant('potential' as const), customer: index, amount }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
  // A column that schemes read is deleted, things happen meanwhile, and all is taken back.
  fc.record({
    kind: fc.constant('awayAndBack' as const),
    role: fc.constantFrom('customer.annualPotential' as const, 'customer.handleBy' as const, 'customer.needTime' as const),
    meanwhile: fc.array(plainEdit, { maxLength: 3 }),
    again: fc.boolean(),
  }),
)
type Edit = typeof anyEdit extends fc.Arbitrary<infer Each> ? Each : never

test('after any edits, undone orders and passing days, every class is what an independent computation says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 16 }), async (edits) => {
      const book = await smallBook()
      for (const edit of edits) {
        await perform(book, edit)
        await expectRightClasses(book)
      }
      // Nothing is left to do for a classing from scratch.
      expect(valueOf(await book.engine.run('schemes.run', { schemeId: null }))).toEqual({ moved: 0 })
      await book.engine.close()
    }),
    { numRuns: 40 },
  )
})

async function expectRightClasses(book: CustomerBook): Promise<void> {
  const expected = await independentClasses(book, thresholds)
  const roles = bookSchemeCodes.map((code) => `customer.${code}` as const)
  for (const row of await book.rows('customer', roles)) {
    const found = Object.fromEntries(bookSchemeCodes.map((code) => [code, book.codeOf(`customer.${code}`, row.cell(`customer.${code}`))]))
    expect({ id: row.id, ...found }).toEqual({ id: row.id, ...expected.get(row.id) })
  }
}

async function smallBook(): Promise<CustomerBook> {
  const book = await customerBook({ today: start })
  valueOf(await book.engine.run('base.turnDay', {}))
  const grade = book.scheme('grade')
  if (grade.rule.kind === 'pareto') {
    const option = (code: string): number => book.option('customer.grade', code)
    const absolute = [...thresholds.absolute.map(([from, code]) => ({ from, optionId: option(code) })), { from: 0, optionId: option('c') }]
    valueOf(
      await book.engine.run('schemes.update', {
        schemeId: grade.id,
        rule: { ...grade.rule, minimumPopulation: thresholds.minimumPopulation, absolute },
      }),
    )
  }
  for (let each = 0; each < 6; each += 1) {
    const customer = await book.insert('customer', { 'customer.name': `客户${each}` })
    await book.insert('order', { 'order.date': addDays(start, -each * 70), 'order.amount': 1000 * (each + 1) }, { 'order.customer': [customer] })
  }
  return book
}

async function perform(book: CustomerBook, edit: Edit): Promise<void> {
  const { engine, state } = book
  const customer = async (at: number) => pick(await book.rows('customer', []), at)
  const order = async (at: number) => pick(await book.rows('order', []), at)
  const day = (days: number): string => addDays(state.today, days)
  const optionOrNull = (role: Parameters<typeof book.option>[0], code: string | null) => (code === null ? null : book.option(role, code))
  switch (edit.kind) {
    case 'addOrder': {
      const id = await customer(edit.customer)
      await book.insert('order', { 'order.date': day(edit.days), 'order.amount': edit.amount }, id === null ? {} : { 'order.customer': [id] })
      return
    }
    case 'removeOrder': {
      const id = await order(edit.row)
      if (id !== null) valueOf(await engine.run('rows.delete', { tableId: book.table('order'), rowIds: [id] }))
      return
    }
    case 'setStatus': {
      const id = await order(edit.row)
      if (id !== null) await book.update('order.status', id, book.option('order.status', edit.status))
      return
    }
    case 'setAmount': {
      const id = await order(edit.row)
      if (id !== null) await book.update('order.amount', id, edit.amount)
      return
    }
    case 'moveOrder': {
      const id = await order(edit.row)
      const to = await customer(edit.customer)
      if (id !== null)
        valueOf(await engine.run('rows.setLinks', { linkColumnId: book.column('order.customer').id, rowId: id, rowIds: to === null ? [] : [to] }))
      return
    }
    case 'talk': {
      const id = await customer(edit.customer)
      await book.insert(
        'followUp',
        {
          'followUp.time': `${day(edit.days)}T09:30`,
          'followUp.nextTime': edit.next === null ? null : `${day(edit.next)}T15:00`,
          'followUp.result': optionOrNull('followUp.result', edit.result),
          'followUp.direction': optionOrNull('followUp.direction', edit.direction),
        },
        id === null ? {} : { 'followUp.customer': [id] },
      )
      return
    }
    case 'need':
    case 'handleBy':
    case 'potential': {
      const id = await customer(edit.customer)
      if (id === null) return
      if (edit.kind === 'need') await book.update('customer.needTime', id, optionOrNull('customer.needTime', edit.need))
      if (edit.kind === 'handleBy') await book.update('customer.handleBy', id, edit.days === null ? null : day(edit.days))
      if (edit.kind === 'potential') await book.update('customer.annualPotential', id, edit.amount)
      return
    }
    case 'awayAndBack': {
      const isThere = async () => valueOf(await engine.run('base.describe', {})).columns.some((column) => column.role === edit.role)
      valueOf(await engine.run('columns.delete', { columnId: book.column(edit.role).id }))
      for (const each of edit.meanwhile) await perform(book, each)
      while (!(await isThere())) valueOf(await engine.run('history.undo', {}))
      if (!edit.again) return
      valueOf(await engine.run('history.redo', {}))
      valueOf(await engine.run('history.undo', {}))
      return
    }
    case 'addCustomer':
      await book.insert('customer', { 'customer.name': '新客户' })
      return
    case 'removeCustomer': {
      const id = await customer(edit.customer)
      if (id !== null) valueOf(await engine.run('rows.delete', { tableId: book.table('customer'), rowIds: [id] }))
      return
    }
    case 'undo':
      // The thresholds of this test stay as they are; nothing to undo is an answer too.
      if (valueOf(await engine.run('history.state', {})).undo !== 'schemes.update') await engine.run('history.undo', {})
      return
    case 'redo':
      // Nor is a column deleted for good.
      if (valueOf(await engine.run('history.state', {})).redo !== 'columns.delete') await engine.run('history.redo', {})
      return
    case 'dayPasses':
      state.today = day(edit.days)
      valueOf(await engine.run('base.turnDay', {}))
  }
}

function pick(rows: readonly { id: number }[], at: number): number | null {
  return rows[at % Math.max(1, rows.length)]?.id ?? null
}
