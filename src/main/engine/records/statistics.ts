import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Statistic } from '#shared/model/statistic.ts'
import type { ReadContext } from '../store/context.ts'
import { join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { whereSql } from './rowList.ts'
import { statisticSql } from './statisticSql.ts'

/** What is said of columns over all rows of a list. A caller who has lost interest waits for one pass at most. */
export function readStatistics(context: ReadContext, input: ParsedInput<'rows.statistics'>): OperationOutput<'rows.statistics'> {
  const { tableId, query } = input
  const asked = input.statistics.map(({ columnId, statistic }, at) => {
    const column = context.schema.columns.get(columnId)
    const isOwn = column !== undefined && column.tableId === tableId
    return { at, statistic, expression: isOwn ? statisticSql(context.schema, column, statistic, 'r') : sql`null` }
  })
  const values: CellValue[] = asked.map(() => null)
  const where = whereSql(context, tableId, query, 'r')
  const pass = (those: readonly { at: number; expression: RawBuilder<unknown> }[]): void => {
    if (those.length === 0) return
    if (context.cancelled()) throw new Failure(appError('cancelled'))
    const [row] = context.db.rows(sql`select ${join(those.map(({ expression }) => expression))} from ${tableRef(tableId)} r where ${where}`)
    those.forEach(({ at }, place) => {
      values[at] = row?.[place] ?? null
    })
  }
  // What keeps every value takes long, and memory: one at a time.
  pass(asked.filter(({ statistic }) => !keepsValues.has(statistic)))
  for (const one of asked) if (keepsValues.has(one.statistic)) pass([one])
  return values
}

const keepsValues: ReadonlySet<Statistic> = new Set<Statistic>(['unique', 'percentUnique', 'median'])
