import type { ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../../store/context.ts'
import { idList, sql, tableRef } from '../../store/sql.ts'
import { filterSql } from '../filterSql.ts'

/** Those of the rows that meet the condition of a button. */
export function offeredTo(context: ReadContext, { tableId, settings }: ColumnOf<'button'>, ids: readonly number[]): Set<number> {
  const meets = filterSql(context, tableId, settings.condition, 'r')
  return new Set(context.db.ids(sql`select r.id from ${tableRef(tableId)} r where r.id in ${idList(ids)} and (${meets})`))
}
