import { expect, test } from 'vitest'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-03-01'

/** More customers than are ranked inside an edit, the n-th with a potential of n yuan. */
async function largeBook(count: number): Promise<CustomerBook> {
  const book = await customerBook({ today })
  const name = book.column('customer.name').id
  const potential = book.column('customer.annualPotential').id
  const { id: schemeId, rule } = book.scheme('importance')
  if (rule.kind !== 'percentile') throw new Error('importance is a percentile')
  valueOf(await book.engine.run('schemes.update', { schemeId, rule: { ...rule, minimum: 0 } }))
  const rows = Array.from({ length: count }, (_, index) => ({
    cells: [
      { columnId: name, value: `客户${index + 1}` },
      { columnId: potential, value: index + 1 },
    ],
  }))
  valueOf(await book.engine.run('rows.insert', { tableId: book.table('customer'), rows }))
  return book
}

const importantOnes = async (book: CustomerBook): Promise<number[]> =>
  (await book.rows('customer', ['customer.importance']))
    .filter((row) => book.codeOf('customer.importance', row.cell('customer.importance')) === 'important')
    .map((row) => row.id)

test('in a large table an edit is classed at once by the last cut points, and everybody else right after it', async () => {
  const book = await largeBook(5501)
  // PERCENTILE.INC of 1 … 5501 at 0.8 is 4401.
  expect(await importantOnes(book)).toHaveLength(1101)
  const events: number[][] = []
  book.engine.onChanged((event) => events.push(event.tables.flatMap((table) => table.rowIds ?? [])))
  await book.update('customer.annualPotential', 1, 1_000_000)
  // The edit's own event names the edited customer alone; the ranking follows as a write of its own.
  expect(events[0]).toEqual([1])
  await book.engine.run('history.state', {})
  const important = await importantOnes(book)
  expect(important).toContain(1)
  expect(important).toHaveLength(1101)
  expect(important).not.toContain(4401)
  expect(valueOf(await book.engine.run('history.state', {})).undo).toBe('rows.update')
  valueOf(await book.engine.run('history.undo', {}))
  await book.engine.run('history.state', {})
  expect(await importantOnes(book)).toContain(4401)
})

test('deleting many customers ranks the rest anew', async () => {
  const book = await largeBook(5501)
  const rowIds = Array.from({ length: 5401 }, (_, index) => index + 101)
  valueOf(await book.engine.run('rows.delete', { tableId: book.table('customer'), rowIds }))
  await book.engine.run('history.state', {})
  // PERCENTILE.INC of 1 … 100 at 0.8 is 80.2.
  expect(await importantOnes(book)).toHaveLength(20)
})

test('a day that moves many customers at once writes down each of them', async () => {
  const book = await customerBook({ today })
  const [name, handleBy] = [book.column('customer.name').id, book.column('customer.handleBy').id]
  // In eight days: soon today, urgent tomorrow. Every third stays undecided.
  const cells = (index: number) => [
    { columnId: name, value: `客户${index}` },
    ...(index % 3 === 0 ? [] : [{ columnId: handleBy, value: '2026-03-09' }]),
  ]
  const rows = Array.from({ length: 1800 }, (_, index) => ({ cells: cells(index) }))
  valueOf(await book.engine.run('rows.insert', { tableId: book.table('customer'), rows }))
  const { id: schemeId } = book.scheme('urgency')
  const moves = async () => valueOf(await book.engine.run('classes.moves', { schemeId, limit: 500 }))
  expect(await moves()).toEqual([])
  book.state.today = '2026-03-02'
  valueOf(await book.engine.run('base.turnDay', {}))
  const option = (code: string): number => book.option('customer.urgency', code)
  const counts = valueOf(await book.engine.run('classes.counts', { schemeId }))
  expect(counts.map(({ count }) => count)).toEqual([1200, 0, 0, 0, 600])
  const found = await moves()
  expect(found).toHaveLength(500)
  expect(found.every((move) => move.fromOptionId === option('soon') && move.toOptionId === option('urgent'))).toBe(true)
  expect(new Set(found.map((move) => move.rowId)).size).toBe(500)
})
