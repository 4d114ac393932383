import type { Lang } from '#shared/i18n/lang.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import type { WriteContext } from '../context.ts'
import { linkedIds } from '../records/linking.ts'
import { cellRef, idList, join, sql, tableRef } from '../store/sql.ts'
import type { KnownBook, KnownCustomer, KnownOrder } from './sample/modules/knownBook.ts'
import { moduleWords } from './sample/modules/moduleWords.ts'
import { sampleIndustries } from './sample/words.ts'
import type { SampleRecord } from './sampleRecord.ts'

/** The sample's customers and orders as they stand in the base now; who bought most comes first. */
export function readKnownBook(context: WriteContext, sample: SampleRecord, lang: Lang): KnownBook {
  const { schema } = context
  const idsOf = (role: TableRole): number[] => sample.tables.find(({ tableId }) => tableId === schema.tableByRole(role)?.id)?.rowIds ?? []
  const orders = readOrders(context, idsOf('order'))
  const link = schema.columnByRole('customer.orders')
  const customers = readCells(context, 'customer', idsOf('customer'), ['customer.industry', 'customer.owner', 'customer.status', 'customer.source'])
  const known = [...customers].map(([id, [industry, owner, status, source]]): KnownCustomer => {
    const bought = link?.type === 'link' ? linkedIds(context, link, id) : []
    const statusCode = codeOf(context, 'customer.status', status)
    const industryCode = codeOf(context, 'customer.industry', industry)
    return {
      id,
      industry: sampleIndustries.find((each) => each === industryCode) ?? null,
      source: codeOf(context, 'customer.source', source),
      owner: Math.max(0, sample.members.indexOf(Number(owner ?? 0))),
      orders: bought
        .flatMap((order) => orders.get(order) ?? [])
        .sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : left.id - right.id)),
      isDead: statusCode === 'dead',
      isNegotiating: statusCode === 'negotiating',
    }
  })
  return {
    today: context.today,
    words: moduleWords(lang),
    customers: known.sort((left, right) => bought(right) - bought(left) || left.id - right.id),
  }
}

const bought = ({ orders }: KnownCustomer): number => orders.reduce((sum, order) => sum + (order.isCancelled ? 0 : order.amount), 0)

function readOrders(context: WriteContext, ids: readonly number[]): ReadonlyMap<number, KnownOrder> {
  const cells = readCells(context, 'order', ids, ['order.amount', 'order.date', 'order.status'])
  return new Map(
    [...cells].map(([id, [amount, date, status]]) => [
      id,
      {
        id,
        amount: Number(amount ?? 0),
        date: String(date ?? context.today).slice(0, 10),
        isCancelled: codeOf(context, 'order.status', status) === 'cancelled',
      },
    ]),
  )
}

/** Cells of rows by role; of a column that is gone, nothing. */
function readCells(context: WriteContext, table: TableRole, ids: readonly number[], roles: readonly ColumnRole[]): ReadonlyMap<number, CellValue[]> {
  const tableId = context.schema.tableByRole(table)?.id
  if (tableId === undefined || ids.length === 0) return new Map()
  const cells = roles.map((role) => {
    const column = context.schema.columnByRole(role)
    return column === undefined || column.tableId !== tableId ? sql`null` : cellRef(column)
  })
  const rows = context.db.rows(sql`select id, ${join(cells)} from ${tableRef(tableId)} where id in ${idList(ids)} order by id`)
  return new Map(rows.map(([id, ...values]) => [Number(id), values]))
}

function codeOf({ schema }: WriteContext, role: ColumnRole, value: CellValue | undefined): string | null {
  const column = schema.columnByRole(role)
  return column?.type === 'singleSelect' ? (column.settings.options.find(({ id }) => id === value)?.code ?? null) : null
}
