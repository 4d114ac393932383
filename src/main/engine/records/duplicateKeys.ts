import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ReadContext } from '../store/context.ts'
import { sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { keySql } from '../store/uniqueIndex.ts'
import { keepWhileUnchanged } from './keptWhile.ts'

const kept = keepWhileUnchanged<ReadonlySet<CellValue>>(8)

/** What more than one row of the table has in a column, by `keyOf`; counted once for each state of the column. */
export function duplicateKeys(context: ReadContext, column: Column): ReadonlySet<CellValue> {
  return kept(context, column.tableId, [column.id], String(column.id), () => {
    const key = keyOf(context, column, 'r')
    const rows = context.db.rows(sql`select ${key} from ${tableRef(column.tableId)} r where ${key} is not null group by 1 having count(*) > 1`)
    return new Set(rows.map(([value = null]) => value))
  })
}

/** What cells that count as the same have in common. */
export function keyOf({ schema }: Pick<ReadContext, 'schema'>, column: Column, alias: string): RawBuilder<unknown> {
  return keySql(column, displayColumn(column, schema.columns), alias)
}
