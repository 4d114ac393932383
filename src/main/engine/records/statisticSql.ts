import { assertNever } from '#shared/lib/assertNever.ts'
import { holdsValues, type Column } from '#shared/model/column.ts'
import { resultTypeOf } from '#shared/model/columns/display.ts'
import { storageOf } from '#shared/model/columns/registry.ts'
import { statisticsOf, type Statistic } from '#shared/model/statistic.ts'
import { exactAverage, heldSql, exactSum } from '../compute/money.ts'
import type { Schema } from '../store/schema.ts'
import { cellRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'

/** A statistic as a SQL aggregate over rows under `alias`; null where the column has no such thing. */
export function statisticSql(schema: Schema, column: Column, statistic: Statistic, alias: string): RawBuilder<unknown> {
  const type = resultTypeOf(column, schema.columns)
  if (!statisticsOf(type).includes(statistic) || !holdsValues(column.type)) return sql`null`
  const cell = cellRef(column, alias)
  const filled = type === 'checkbox' ? sql`nullif(${cell}, 0)` : sql`nullif(${cell}, '')`
  switch (statistic) {
    case 'count':
      return sql`count(*)`
    case 'filled':
    case 'checked':
      return sql`count(${filled})`
    case 'empty':
    case 'unchecked':
      return sql`count(*) - count(${filled})`
    case 'unique':
      return sql`count(distinct ${filled})`
    case 'percentFilled':
    case 'percentChecked':
      return sql`count(${filled}) * 1.0 / nullif(count(*), 0)`
    case 'percentEmpty':
      return sql`(count(*) - count(${filled})) * 1.0 / nullif(count(*), 0)`
    case 'percentUnique':
      return sql`count(distinct ${filled}) * 1.0 / nullif(count(*), 0)`
    case 'earliest':
      return sql`min(${filled})`
    case 'latest':
      return sql`max(${filled})`
    case 'days':
      return sql`cast(julianday(substr(max(${filled}), 1, 10)) - julianday(substr(min(${filled}), 1, 10)) as integer)`
    default:
      return numberSql(schema, column, statistic, alias)
  }
}

type NumberStatistic = 'sum' | 'average' | 'median' | 'min' | 'max' | 'range' | 'deviation'

function numberSql(schema: Schema, column: Column, statistic: NumberStatistic, alias: string): RawBuilder<unknown> {
  const cell = numberIn(column, alias)
  switch (statistic) {
    case 'sum':
      return exactSum(schema, column, cell)
    case 'average':
      return exactAverage(schema, column, cell)
    case 'median':
      return heldSql(sql`median(${cell})`)
    case 'min':
      return sql`min(${cell})`
    case 'max':
      return sql`max(${cell})`
    case 'range':
      return heldSql(sql`max(${cell}) - min(${cell})`)
    case 'deviation': {
      // Of a sample (n - 1), as STDEV in Excel. Counted from the mean of the whole table: squares of large numbers
      // that lie close together would lose all their digits.
      const own = numberIn(column, 'a')
      const away = sql`(${cell} - (select avg(${own}) from ${tableRef(column.tableId)} a))`
      return heldSql(sql`sqrt(max(0.0, sum(${away} * ${away}) - sum(${away}) * sum(${away}) / count(${cell})) / nullif(count(${cell}) - 1, 0))`)
    }
    default:
      return assertNever(statistic)
  }
}

/** A computed cell may hold an error's text where a number should be; it counts as nothing. */
function numberIn(column: Column, alias: string): RawBuilder<unknown> {
  const cell = cellRef(column, alias)
  return storageOf(column.type) === 'REAL' ? cell : sql`(case when typeof(${cell}) in ('integer', 'real') then ${cell} end)`
}
