import type { Scheme } from '#shared/model/scheme.ts'
import { columnRef, sql, tableRef } from '../store/sql.ts'
import type { WriteContext } from './writeContext.ts'

/**
 * The target as people left it, empty cells too, goes into the log before the scheme writes there: undo brings it back.
 * The cells stay as they are until then, so that the log of moves knows what each row comes from.
 */
export function handOver(context: WriteContext, scheme: Scheme): void {
  const columnId = scheme.targetColumnId
  const cells = context.db.rows(sql`select id, ${columnRef(columnId)} from ${tableRef(scheme.tableId)} order by id`)
  if (cells.length === 0) return
  const ids = cells.map((row) => Number(row[0]))
  const held = cells.map((row) => row[1] ?? null)
  context.apply({ updated: [{ tableId: scheme.tableId, columnId, ids, from: held, to: held }] })
}
