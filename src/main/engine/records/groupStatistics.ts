import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { groupKey } from '#shared/model/group.ts'
import type { ColumnStatistic } from '#shared/model/statistic.ts'
import type { ReadContext } from '../store/context.ts'
import { join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { statisticSql } from './statisticSql.ts'

/** What is said of each group, by the group's key, in the order asked. */
export type GroupStatistics = ReadonlyMap<string, readonly CellValue[]>

/** Statistics of the groups these keys make together, one pass over the rows. */
export function groupStatistics(
  context: ReadContext,
  tableId: number,
  keys: readonly RawBuilder<unknown>[],
  where: RawBuilder<unknown>,
  statistics: readonly ColumnStatistic[],
): GroupStatistics {
  if (context.cancelled()) throw new Failure(appError('cancelled'))
  const values = statistics.map(({ columnId, statistic }) => {
    const column = context.schema.columns.get(columnId)
    return column === undefined || column.tableId !== tableId ? sql`null` : statisticSql(context.schema, column, statistic, 'r')
  })
  const places = keys.map((_, at) => sql.raw(String(at + 1)))
  const rows = context.db.rows(sql`select ${join([...keys, ...values])} from ${tableRef(tableId)} r where ${where} group by ${join(places)}`)
  return new Map(rows.map((row) => [groupKey(row.slice(0, keys.length)), row.slice(keys.length)]))
}
