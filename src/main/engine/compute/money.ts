import type { Column } from '#shared/model/column.ts'
import { largestSum } from '#shared/lib/heldSum.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Schema } from '../store/schema.ts'
import { sql, type RawBuilder } from '../store/sql.ts'

/**
 * The sum of a column's cells; money is added up in its smallest units, so that no sum is off by a binary fraction. The
 * units stay doubles, which hold whole numbers exactly up to 2^53: an integer sum would end in an overflow beyond its own end.
 */
export function exactSum(schema: Schema, column: Column, cell: RawBuilder<unknown>): RawBuilder<unknown> {
  const unit = smallestUnits(schema, column)
  if (unit === null) return heldSql(sql`sum(${cell})`)
  return sql`${heldSql(sql`sum(round(${cell} * ${sql.raw(`${unit}.0`)}))`)} / ${sql.raw(`${unit}.0`)}`
}

/** The average of the filled cells, from the exact sum. */
export function exactAverage(schema: Schema, column: Column, cell: RawBuilder<unknown>): RawBuilder<unknown> {
  return smallestUnits(schema, column) === null ? heldSql(sql`avg(${cell})`) : sql`${exactSum(schema, column, cell)} / count(${cell})`
}

/** A number as sums and shares count it, so that none of them is infinite. */
export function heldSql(value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`min(max(${value}, ${sql.raw(`-${largestSum}`)}), ${sql.raw(String(largestSum))})`
}

/** Whether a column counts money in cents. */
export function isMoneyColumn(schema: Schema, column: Column): boolean {
  return smallestUnits(schema, column) === 100
}

/** How many of its smallest units make one of the currency; null for a column that is no money. */
export function smallestUnits(schema: Schema, column: Column): number | null {
  const shown = displayColumn(column, schema.columns)
  return shown.type === 'number' && shown.settings.format === 'currency' ? 10 ** shown.settings.decimals : null
}
