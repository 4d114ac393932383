import fc from 'fast-check'
import type { Engine } from '#main/engine/index.ts'
import type { Book } from './book.ts'
import { valueOf } from './valueOf.ts'

/** One thing a person may do to the book; indexes are taken modulo the rows there are. */
export type Write =
  | { kind: 'addCustomer'; name: string; status: number | null }
  | { kind: 'addFollowUp'; customer: number; content: string; at: string; amount: number; result: number | null }
  | { kind: 'editFollowUp'; row: number; what: 'content' | 'at' | 'amount' | 'result'; value: string; amount: number; result: number | null }
  | { kind: 'rename'; row: number; name: string }
  | { kind: 'relink'; row: number; customer: number | null }
  | { kind: 'reorder'; row: number; from: number; to: number }
  | { kind: 'deleteCustomer'; row: number }
  | { kind: 'deleteFollowUp'; row: number }
  | { kind: 'deleteColumn'; which: 'amount' | 'content' | 'count' }

const index = fc.nat({ max: 20 })
const text = fc.constantFrom('华东精密', '华南贸易', '回访', 'Zhang & Co', '报价 3 份', '')
const time = fc.constantFrom('2026-01-05T09:00', '2026-03-08T10:30', '2026-11-20T16:00', '2025-12-31T23:59')
const money = fc.integer({ min: -100_000, max: 10_000_000 }).map((cents) => cents / 100)
const option = fc.constantFrom(1, 2, null)

export const anyWrite: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ kind: fc.constant('addCustomer' as const), name: text, status: option }),
  fc.record({ kind: fc.constant('addFollowUp' as const), customer: index, content: text, at: time, amount: money, result: option }),
  fc.record({
    kind: fc.constant('editFollowUp' as const),
    row: index,
    what: fc.constantFrom('content' as const, 'at' as const, 'amount' as const, 'result' as const),
    value: fc.oneof(text, time),
    amount: money,
    result: option,
  }),
  fc.record({ kind: fc.constant('rename' as const), row: index, name: text }),
  fc.record({ kind: fc.constant('relink' as const), row: index, customer: fc.option(index) }),
  fc.record({ kind: fc.constant('reorder' as const), row: index, from: index, to: index }),
  fc.record({ kind: fc.constant('deleteCustomer' as const), row: index }),
  fc.record({ kind: fc.constant('deleteFollowUp' as const), row: index }),
  fc.record({ kind: fc.constant('deleteColumn' as const), which: fc.constantFrom('amount' as const, 'content' as const, 'count' as const) }),
)

/** Does it, or nothing when there is no row or column for it. */
export async function perform(engine: Engine, book: Book, write: Write): Promise<void> {
  const { customers, followUps } = book
  const columns = new Set(valueOf(await engine.run('base.describe', {})).columns.map((column) => column.id))
  const rowsOf = async (tableId: number): Promise<number[]> =>
    valueOf(await engine.run('rows.find', { tableIds: [tableId], text: '', limit: 100 }))
      .map((row) => row.id)
      .sort((left, right) => left - right)
  const pick = (ids: number[], at: number): number | undefined => ids[at % Math.max(1, ids.length)]
  const given = (columnId: number, value: string | number | null) => (columns.has(columnId) ? [{ columnId, value }] : [])
  switch (write.kind) {
    case 'addCustomer':
      valueOf(
        await engine.run('rows.insert', {
          tableId: customers.id,
          rows: [{ cells: [...given(book.name.id, write.name), ...given(book.status.id, write.status)] }],
        }),
      )
      return
    case 'addFollowUp': {
      const customer = pick(await rowsOf(customers.id), write.customer)
      const cells = [
        ...given(book.content.id, write.content),
        ...given(book.at.id, write.at),
        ...given(book.amount.id, write.amount),
        ...given(book.result.id, write.result),
      ]
      const links = customer === undefined ? [] : [{ columnId: book.link.column.id, rowIds: [customer] }]
      valueOf(await engine.run('rows.insert', { tableId: followUps.id, rows: [{ cells, links }] }))
      return
    }
    case 'editFollowUp': {
      const row = pick(await rowsOf(followUps.id), write.row)
      const value = { content: write.value, at: /^\d{4}/u.test(write.value) ? write.value : null, amount: write.amount, result: write.result }[
        write.what
      ]
      if (row !== undefined && columns.has(book[write.what].id)) {
        valueOf(await engine.run('rows.update', { tableId: followUps.id, rows: [{ id: row, cells: [{ columnId: book[write.what].id, value }] }] }))
      }
      return
    }
    case 'rename': {
      const row = pick(await rowsOf(customers.id), write.row)
      if (row !== undefined)
        valueOf(
          await engine.run('rows.update', { tableId: customers.id, rows: [{ id: row, cells: [{ columnId: book.name.id, value: write.name }] }] }),
        )
      return
    }
    case 'relink': {
      const row = pick(await rowsOf(followUps.id), write.row)
      const customer = write.customer === null ? undefined : pick(await rowsOf(customers.id), write.customer)
      if (row !== undefined)
        valueOf(
          await engine.run('rows.setLinks', { linkColumnId: book.link.column.id, rowId: row, rowIds: customer === undefined ? [] : [customer] }),
        )
      return
    }
    case 'reorder': {
      const row = pick(await rowsOf(customers.id), write.row)
      if (row === undefined) return
      const linkColumnId = book.link.inverse.id
      const linked = (valueOf(await engine.run('rows.get', { tableId: customers.id, rowId: row })).links[linkColumnId] ?? []).map(({ id }) => id)
      const [moved] = linked.splice(write.from % Math.max(1, linked.length), 1)
      if (moved === undefined) return
      linked.splice(write.to % (linked.length + 1), 0, moved)
      valueOf(await engine.run('rows.setLinks', { linkColumnId, rowId: row, rowIds: linked }))
      return
    }
    case 'deleteCustomer':
    case 'deleteFollowUp': {
      const tableId = write.kind === 'deleteCustomer' ? customers.id : followUps.id
      const row = pick(await rowsOf(tableId), write.row)
      if (row !== undefined) valueOf(await engine.run('rows.delete', { tableId, rowIds: [row] }))
      return
    }
    case 'deleteColumn':
      if (columns.has(book[write.which].id)) valueOf(await engine.run('columns.delete', { columnId: book[write.which].id }))
  }
}
