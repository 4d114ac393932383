import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/lib/days.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const start = '2026-01-01'
const life = 30
/** The day on which it is asked what is left, counted from the first. */
const today = 100

/** A customer with points: what was given lapses after thirty days, what was used counts on its day. */
async function pointsBook() {
  const { engine } = temporaryBase({ clock: { today: () => addDays(start, today), now: () => `${addDays(start, today)}T10:00:00` } })
  const customers = valueOf(await engine.run('tables.create', { name: '客户' })).id
  const points = valueOf(await engine.run('tables.create', { name: '积分' })).id
  const create = async (tableId: number, name: string, type: 'number' | 'date') =>
    valueOf(await engine.run('columns.create', { tableId, name, type, settings: {} })).id
  const [change, day, price] = [await create(points, '积分', 'number'), await create(points, '到期', 'date'), await create(points, '事由', 'date')]
  const link = valueOf(
    await engine.run('columns.createLink', {
      tableId: points,
      name: '客户',
      multiple: false,
      otherTableId: customers,
      otherName: '流水',
      otherMultiple: true,
    }),
  )
  const settings = (columns: { target: number; order: number }) => ({
    linkColumnId: link.inverse.id,
    function: 'unspent' as const,
    targetColumnId: columns.target,
    orderColumnId: columns.order,
    filter: null,
  })
  const rollup = (name: string, columns: { target: number; order: number }) =>
    engine.run('columns.create', { tableId: customers, name, type: 'rollup', settings: settings(columns) })
  const balance = valueOf(await rollup('余额', { target: change, order: day })).id
  valueOf(await engine.run('base.turnDay', {}))
  return { engine, customers, points, change, day, price, link, balance, rollup }
}

type Entry = { day: number; amount: number }

/** Lot by lot and day by day: what lapses first is used first; who used too much pays with what comes next. */
function leftOver(entries: readonly Entry[]): number | null {
  const lots: { until: number; left: number }[] = []
  let debt = 0
  for (let day = 0; day <= today; day += 1) {
    for (const lot of lots.filter(({ until }) => until < day)) lot.left = 0
    const ofDay = entries.filter((entry) => entry.day === day).map(({ amount }) => amount)
    for (const amount of ofDay.filter((each) => each > 0)) lots.push({ until: day + life, left: amount })
    debt -= ofDay.filter((each) => each < 0).reduce((sum, each) => sum + each, 0)
    for (const lot of lots) {
      const paid = Math.min(lot.left, debt)
      lot.left -= paid
      debt -= paid
    }
  }
  return entries.length === 0 ? null : lots.reduce((sum, { left }) => sum + left, 0) - debt
}

test('what is left is what lots leave that lapse, and are used in the order in which they do', async () => {
  const book = await pointsBook()
  const entry = fc.record({ day: fc.integer({ min: 0, max: today }), amount: fc.integer({ min: -80, max: 80 }).filter((amount) => amount !== 0) })
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 10 }), async (entries) => {
      const [rowId = 0] = valueOf(await book.engine.run('rows.insert', { tableId: book.customers, rows: [{ cells: [] }] })).ids
      const rows = entries.map(({ day, amount }) => ({
        cells: [
          { columnId: book.change, value: amount },
          { columnId: book.day, value: addDays(start, amount > 0 ? day + life : day) },
        ],
        links: [{ columnId: book.link.column.id, rowIds: [rowId] }],
      }))
      if (rows.length > 0) valueOf(await book.engine.run('rows.insert', { tableId: book.points, rows }))
      const { cells } = valueOf(await book.engine.run('rows.get', { tableId: book.customers, rowId }))
      expect(cells[book.balance] ?? null).toBe(leftOver(entries))
    }),
    { numRuns: 40, seed: 7 },
  )
})

test('a number and a day are asked for', async () => {
  const book = await pointsBook()
  const refused = [
    await book.rollup('一', { target: book.day, order: book.price }),
    await book.rollup('二', { target: book.change, order: book.change }),
  ]
  expect(refused.map((each) => (each.ok ? null : each.failure.code))).toEqual(['column.invalid', 'column.invalid'])
})
