import { assertNever } from '#shared/lib/assertNever.ts'
import { columnsOfMetric, type Metric } from '#shared/model/scheme.ts'
import type { ReadContext, Schema } from '../context.ts'
import { isMoneyColumn } from '../compute/money.ts'
import { daysBetweenSql, daysSinceSql } from './days.ts'
import { cellRef, join, sql, type RawBuilder } from '../store/sql.ts'

/** A metric as a SQL expression over the row under `alias`; null when there is nothing to measure. */
export function metricSql(context: Pick<ReadContext, 'schema' | 'today'>, metric: Metric, alias: string): RawBuilder<unknown> {
  const cells = cellsOfMetric(context.schema, metric, alias)
  switch (metric.kind) {
    case 'column':
      return cells[0] ?? sql`null`
    case 'largest': {
      const [only] = cells
      if (cells.length === 1 && only !== undefined) return only
      // SQLite's max() of several is null as soon as one is.
      return sql`nullif(max(${join(cells.map((cell) => sql`coalesce(${cell}, -9e999)`))}), -9e999)`
    }
    case 'daysUntil':
      return daysBetweenSql(sql`${context.today}`, firstFilled(cells))
    case 'daysSince':
      return daysSinceSql(latest(cells), context.today)
    default:
      return assertNever(metric)
  }
}

/** Whether the metric counts money, which is added up in whole cents. */
export function isMoney(schema: Schema, metric: Metric): boolean {
  return columnsOfMetric(metric).every((id) => {
    const column = schema.columns.get(id)
    return column !== undefined && isMoneyColumn(schema, column)
  })
}

function cellsOfMetric(schema: Schema, metric: Metric, alias: string): RawBuilder<unknown>[] {
  return columnsOfMetric(metric).flatMap((id) => {
    const column = schema.columns.get(id)
    return column === undefined ? [] : [cellRef(column, alias)]
  })
}

function firstFilled(cells: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return cells.length === 1 && cells[0] !== undefined ? cells[0] : sql`coalesce(${join(cells)})`
}

/** ISO dates compare as text; an empty one is before every other. */
function latest(cells: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  if (cells.length === 1 && cells[0] !== undefined) return cells[0]
  return sql`nullif(max(${join(cells.map((cell) => sql`coalesce(${cell}, '')`))}), '')`
}
