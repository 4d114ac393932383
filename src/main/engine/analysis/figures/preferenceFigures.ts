import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { ReadContext } from '../../context.ts'
import { tgi } from '../../models/segments/tgi.ts'
import { setSql } from '../../records/filter/setSql.ts'
import { dimensionSql, type DimensionSql } from '../../stats/dimensionSql.ts'
import { cellRef, sql, tableRef } from '../../store/sql.ts'

/** How much of a group stands in one value of a column, against how much of all rows does. */
export type Preference = {
  key: CellValue
  inGroup: number
  all: number
  shareInGroup: number
  shareOfAll: number
  /** 100 is as everywhere. */
  index: number
  /** So few rows that the index says little. */
  isSmall: boolean
}

export type Preferences = { inGroup: number; all: number; leftOut: number; values: Preference[] }

/**
 * What a group has more often than everybody: for each value of a column its share in the group over its share in all
 * rows, × 100. Rows without a value are left out of both; one with several options counts in each.
 */
export function preferenceFigures(
  context: ReadContext,
  group: { column: Column; ids: readonly number[] },
  by: { column: Column; part: 'province' | 'city' },
): Preferences {
  const { join, key } = valueSql(context, by)
  const isIn = setSql(context.schema, group.column, 'anyOf', group.ids, 'r')
  const from = sql`from ${tableRef(group.column.tableId)} r`
  const counts = context.db
    .rows(sql`select ${key}, count(*), total(coalesce(${isIn}, 0)) ${from} ${join} group by 1`)
    .map(([value = null, all, inGroup]) => ({ key: value, all: Number(all), inGroup: Number(inGroup) }))
  // Where each row has one value, the groups tell the whole too.
  if (isOneValue(by.column, context.schema.columns)) {
    const named = counts.filter(({ key: value }) => value !== null && value !== '')
    const [rows, all, inGroup] = [sumOf(counts, 'all'), sumOf(named, 'all'), sumOf(named, 'inGroup')]
    return preferencesOf(named, { all, inGroup }, rows - all)
  }
  const filled = sql`${key} is not null and ${key} <> ''`
  const [totals] = context.db.rows(sql`select count(distinct r.id), count(distinct case when ${filled} then r.id end),
    count(distinct case when ${filled} and ${isIn} then r.id end) ${from} ${join}`)
  const all = Number(totals?.[1] ?? 0)
  return preferencesOf(
    counts.filter(({ key: value }) => value !== null && value !== ''),
    { all, inGroup: Number(totals?.[2] ?? 0) },
    Number(totals?.[0] ?? 0) - all,
  )
}

function isOneValue(column: Column, columns: ReadContext['schema']['columns']): boolean {
  const { type } = displayColumn(column, columns)
  return type !== 'multipleSelect' && type !== 'members'
}

const sumOf = (counts: readonly { all: number; inGroup: number }[], part: 'all' | 'inGroup'): number =>
  counts.reduce((sum, each) => sum + each[part], 0)

/** The strongest first, what is too small to tell last. */
export function preferencesOf(
  counts: readonly { key: CellValue; all: number; inGroup: number }[],
  overall: { all: number; inGroup: number },
  leftOut: number,
): Preferences {
  const values = counts.flatMap(({ key, all, inGroup }) => {
    const index = tgi({ inGroup, all }, overall)
    if (index === null) return []
    const isSmall = all < leastRows || (all * overall.inGroup) / overall.all < leastExpected
    return [{ key, all, inGroup, index, isSmall, shareInGroup: inGroup / overall.inGroup, shareOfAll: all / overall.all }]
  })
  values.sort((left, right) => Number(left.isSmall) - Number(right.isSmall) || right.index - left.index || right.all - left.all)
  return { ...overall, leftOut, values }
}

/** Below so many rows, or so many expected of the group, chance alone moves the index far (the rule of five of contingency tables). */
export const leastRows = 20
export const leastExpected = 5

function valueSql({ schema }: ReadContext, { column, part }: { column: Column; part: 'province' | 'city' }): Pick<DimensionSql, 'join' | 'key'> {
  if (displayColumn(column, schema.columns).type !== 'address') return dimensionSql(schema, column, 'value', 'r', 0)
  const cell = cellRef(column, 'r')
  return { join: sql``, key: sql`case when json_valid(${cell}) then json_extract(${cell}, ${`$.${part}`}) end` }
}
