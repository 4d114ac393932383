import { assertNever } from '#shared/lib/assertNever.ts'
import { compareText } from '#shared/lib/compareText.ts'
import type { Dimension } from '#shared/contract/stats.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Schema } from '../context.ts'
import { cellRef, sql, type RawBuilder } from '../store/sql.ts'

/** A dimension as SQL: what else is joined to the rows, and the key of a row's group. */
export type DimensionSql = { join: RawBuilder<unknown>; key: RawBuilder<unknown>; compare: (left: CellValue, right: CellValue) => number }

/** `place` tells the two dimensions of one question apart. */
export function dimensionSql(schema: Schema, column: Column, unit: Dimension['unit'], alias: string, place: number): DimensionSql {
  const shown = displayColumn(column, schema.columns)
  const cell = cellRef(column, alias)
  const compare = comparator(schema, shown)
  if (shown.type === 'multipleSelect' || shown.type === 'members') {
    // A row with several options counts in the group of each, one without any in the group of the empty ones.
    const split = `d${place}`
    return { join: sql`left join json_each(${cell}) as ${sql.ref(split)}`, key: sql.ref(`${split}.value`), compare }
  }
  if (shown.type === 'checkbox') return { join: sql``, key: sql`coalesce(${cell}, 0)`, compare }
  if (unit !== 'value' && isDate(shown)) return { join: sql``, key: cutSql(cell, unit), compare }
  return { join: sql``, key: cell, compare }
}

function isDate(shown: Column): boolean {
  return shown.type === 'date' || shown.type === 'dateTime' || shown.type === 'createdTime' || shown.type === 'modifiedTime'
}

function cutSql(cell: RawBuilder<unknown>, unit: Exclude<Dimension['unit'], 'value'>): RawBuilder<unknown> {
  switch (unit) {
    case 'day':
      return sql`substr(${cell}, 1, 10)`
    // Six days back, then on to the next Monday: the Monday on or before the day.
    case 'week':
      return sql`date(substr(${cell}, 1, 10), '-6 days', 'weekday 1')`
    case 'month':
      return sql`substr(${cell}, 1, 7)`
    case 'year':
      return sql`substr(${cell}, 1, 4)`
    default:
      return assertNever(unit)
  }
}

/** The column's own order: options as they stand, people by name, text by pinyin, the rest by value; empty last. */
function comparator(schema: Schema, shown: Column): DimensionSql['compare'] {
  const ranks = ranksOf(schema, shown)
  return (left, right) => {
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    if (ranks !== null) return (ranks.get(Number(left)) ?? Infinity) - (ranks.get(Number(right)) ?? Infinity) || Number(left) - Number(right)
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return isDate(shown) ? (String(left) < String(right) ? -1 : left === right ? 0 : 1) : compareText(String(left), String(right))
  }
}

function ranksOf(schema: Schema, shown: Column): ReadonlyMap<number, number> | null {
  if (shown.type === 'singleSelect' || shown.type === 'multipleSelect') {
    return new Map(shown.settings.options.map((option, rank) => [option.id, rank]))
  }
  if (shown.type === 'member' || shown.type === 'members' || shown.type === 'createdBy' || shown.type === 'modifiedBy') {
    return new Map([...schema.members.values()].sort((left, right) => compareText(left.name, right.name)).map((member, rank) => [member.id, rank]))
  }
  return null
}
