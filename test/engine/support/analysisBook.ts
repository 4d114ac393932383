import type { Analysis, AnalysisSection, AnalysisTable } from '#shared/contract/analysis.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { customerBook, type CustomerBook } from './customerBook.ts'

/** One order of a book that is told as a list. */
export type OrderOf = { customer: string | null; day: string | null; amount: number | null; cancelled?: boolean }

/** A customer book of these orders; customers come with their first one. */
export async function bookOfOrders(today: string, orders: readonly OrderOf[], others: readonly string[] = []) {
  const book = await customerBook({ today })
  const ids = new Map<string, number>()
  for (const name of [...orders.flatMap(({ customer }) => customer ?? []), ...others]) {
    if (!ids.has(name)) ids.set(name, await book.insert('customer', { 'customer.name': name }))
  }
  for (const { customer, day, amount, cancelled } of orders) {
    const cells: Record<string, CellValue> = { 'order.date': day, 'order.amount': amount }
    if (cancelled === true) cells['order.status'] = book.option('order.status', 'cancelled')
    const id = customer === null ? undefined : ids.get(customer)
    await book.insert('order', cells, id === undefined ? {} : { 'order.customer': [id] })
  }
  return { ...book, idOf: (name: string) => ids.get(name) ?? 0 }
}

/** Orders that count, read as people see them: not cancelled, with a customer, dated until the day. */
export async function countedOrders(book: CustomerBook, until: string) {
  const rows = await book.rows('order', ['order.date', 'order.amount', 'order.status', 'order.customer'])
  return rows
    .filter((row) => book.codeOf('order.status', row.cell('order.status')) !== 'cancelled')
    .map((row) => ({
      day: String(row.cell('order.date') ?? '').slice(0, 10),
      amount: Number(row.cell('order.amount') ?? 0),
      customer: String(row.cell('order.customer') ?? ''),
    }))
    .filter(({ day, customer }) => day !== '' && day <= until && customer !== '')
}

/** The parts of an analysis that has something to show, by key. */
export function shownSections(answer: Analysis): Record<string, AnalysisSection> {
  if (answer.kind !== 'shown') throw new Error(`${answer.kind}: ${answer.text}`)
  return Object.fromEntries(answer.sections.map((section) => [section.key, section]))
}

/** A table's lines as records by column name. */
export function linesOf(table: AnalysisTable | null | undefined): Record<string, string | number | null>[] {
  if (table === null || table === undefined) throw new Error('no table')
  return table.rows.map((row) => Object.fromEntries(table.columns.map(({ name }, place) => [name, row[place] ?? null])))
}
