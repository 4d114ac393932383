import { assertNever } from '#shared/lib/assertNever.ts'
import type { Measure } from '#shared/contract/stats.ts'
import type { ReadContext } from '../context.ts'
import { exactAverage, exactSum } from '../compute/money.ts'
import { cellRef, sql, type RawBuilder } from '../store/sql.ts'
import { numberColumn } from './scopeSql.ts'

/** A measure as a SQL aggregate over rows under `alias`; null when no row has a value. */
export function measureSql(context: ReadContext, tableId: number, measure: Measure, alias: string): RawBuilder<unknown> {
  if (measure.kind === 'count') return sql`count(*)`
  const column = numberColumn(context, tableId, measure.columnId)
  const cell = cellRef(column, alias)
  switch (measure.kind) {
    case 'sum':
      return exactSum(context.schema, column, cell)
    case 'average':
      return exactAverage(context.schema, column, cell)
    case 'min':
      return sql`min(${cell})`
    case 'max':
      return sql`max(${cell})`
    default:
      return assertNever(measure)
  }
}
