import { addDays } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { readIds } from '#shared/model/idList.ts'
import type { ModuleCode } from '#shared/model/modules.ts'
import type { ColumnRole, SchemeCode, TableRole } from '#shared/model/roles.ts'
import { customerBook, rolesOf } from '../../support/customerBook.ts'
import { valueOf } from '../../support/valueOf.ts'

export const today = '2026-11-26'

/** A cell as a case writes it: an option by its code, a day by how many days ago it is. */
export type Given = string | number | { code: string } | { ago: number }
type Cells = Partial<Record<ColumnRole, Given>>

/** Customers with all that is known of them; the first is the one looked at. */
export type Facts = {
  cells?: Cells
  orders?: readonly Order[]
  talks?: readonly Cells[]
  contacts?: readonly Cells[]
  /** Rows of modules' tables, each with its link to the customer. */
  rows?: readonly { table: TableRole; customer: ColumnRole; cells: Cells }[]
}
export type Order = { ago: number; amount: number; more?: Cells; /** Lines of one piece each. */ lines?: readonly Line[] }
export type Line = { category: string; price: number | null; cost?: number }

/** A book with some modules, some schemes of the library and these customers in it. */
export async function libraryBook(codes: readonly SchemeCode[], customers: readonly Facts[], modules: readonly ModuleCode[] = []) {
  const book = await customerBook({ today })
  for (const code of modules) valueOf(await book.engine.run('template.addModule', { code, lang: 'zh-CN', sample: false }))
  if (codes.length > 0) valueOf(await book.engine.run('schemes.addFromLibrary', { codes: [...codes], lang: 'zh-CN' }))
  const roles = await rolesOf(book.engine)
  const cellOf = (role: ColumnRole, given: Given): CellValue => {
    if (typeof given !== 'object') return given
    if ('ago' in given) return addDays(today, -given.ago)
    const column = roles.column(role)
    const options = column.type === 'singleSelect' ? column.settings.options : []
    const option = options.find(({ code }) => code === given.code)
    if (option === undefined) throw new Error(`no option ${role}.${given.code}`)
    return option.id
  }
  const cellsOf = (cells: Cells): Partial<Record<ColumnRole, CellValue>> =>
    Object.fromEntries(
      Object.keys(cells)
        .flatMap((key) => roles.base.columns.filter(({ role }) => role === key))
        .map(entryOf(cells, cellOf)),
    )

  const addLine = async (order: number, { category, price, cost }: Line): Promise<void> => {
    const product = await roles.insert('product', cellsOf({ 'product.name': category, 'product.category': { code: category } }))
    const cells = { 'orderLine.quantity': 1, 'orderLine.price': price, 'orderLine.cost': cost ?? null }
    await roles.insert('orderLine', cells, { 'orderLine.order': [order], 'orderLine.product': [product] })
  }
  const ids: number[] = []
  const orders: number[] = []
  const contacts: number[] = []
  for (const [index, facts] of customers.entries()) {
    const id = await roles.insert('customer', { 'customer.name': `客户${index}`, ...cellsOf(facts.cells ?? {}) })
    ids.push(id)
    for (const { ago, amount, more, lines } of facts.orders ?? []) {
      const cells = { 'order.date': addDays(today, -ago), 'order.amount': amount, ...cellsOf(more ?? {}) }
      const order = await roles.insert('order', cells, { 'order.customer': [id] })
      orders.push(order)
      for (const line of lines ?? []) await addLine(order, line)
    }
    for (const { table, customer, cells } of facts.rows ?? []) await roles.insert(table, cellsOf(cells), { [customer]: [id] })
    for (const talk of facts.talks ?? []) await roles.insert('followUp', cellsOf(talk), { 'followUp.customer': [id] })
    for (const contact of facts.contacts ?? []) contacts.push(await roles.insert('contact', cellsOf(contact), { 'contact.customer': [id] }))
  }
  const classOf = async (role: ColumnRole, place = 0): Promise<string | null> => {
    const { tableId, id } = roles.column(role)
    const rowId = tableId === roles.table('contact') ? contacts[place] : ids[place]
    const { cells } = valueOf(await book.engine.run('rows.get', { tableId, rowId: rowId ?? 0 }))
    // Of several tags all, in their order.
    const codes = readIds(cells[id] ?? null).map((each) => roles.codeOf(role, each))
    return codes.length === 0 ? null : codes.join(' ')
  }
  const goTo = async (days: number): Promise<void> => {
    book.state.today = addDays(today, days)
    valueOf(await book.engine.run('base.turnDay', {}))
  }
  const setStatus = async (place: number, code: string): Promise<void> => {
    await roles.update('order.status', orders[place] ?? 0, roles.option('order.status', code))
  }
  return { ...roles, path: book.path, state: book.state, ids, orders, contacts, cellOf, classOf, goTo, setStatus, addLine }
}

function entryOf(cells: Cells, cellOf: (role: ColumnRole, given: Given) => CellValue) {
  return ({ role }: { role: string | null }): [string, CellValue] => {
    const [found] = Object.entries(cells).filter(([key]) => key === role)
    const known = Object.keys(cells).find((key): key is ColumnRole => key === role)
    return [role ?? '', known === undefined || found === undefined ? null : cellOf(known, found[1])]
  }
}
