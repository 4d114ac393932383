import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../context.ts'
import { cellRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { periodBefore, type Period } from './period.ts'
import type { Roles } from './roles.ts'
import type { Sales } from './sales.ts'

/** A customer who bought in the period; amounts in the units of `sales`. */
export type Buyer = { name: CellValue; grade: CellValue; owner: CellValue; orders: number; units: number; before: number }

/** Customers who bought, the largest first. */
export function buyersOf(context: ReadContext, roles: Roles, sales: Sales, period: Period): Buyer[] {
  const name = roles.column('customer.name')
  const maybe = (role: ColumnRole): RawBuilder<unknown> => {
    const column = roles.maybe(role)
    return column === undefined ? sql`null` : cellRef(column, 'c')
  }
  return context.db
    .rows(sql`
      select ${cellRef(name, 'c')}, ${maybe('customer.grade')}, ${maybe('customer.owner')}, s.orders, s.units, coalesce(p.units, 0)
      from (${sales.query(period)}) s join ${tableRef(name.tableId)} c on c.id = s.customer_id
      left join (${sales.query(periodBefore(period))}) p on p.customer_id = s.customer_id
      where s.units > 0 order by s.units desc, c.id`)
    .map(([text, grade, owner, orders, units, before]) => ({
      name: text ?? null,
      grade: grade ?? null,
      owner: owner ?? null,
      orders: Number(orders),
      units: Number(units),
      before: Number(before),
    }))
}
