import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn, resultTypeOf } from '#shared/model/columns/display.ts'
import type { Group, GroupUnit } from '#shared/model/group.ts'
import type { Schema } from '../store/schema.ts'
import { cellRef, join, saidOf, sql, type RawBuilder } from '../store/sql.ts'
import { sortKeySql } from './sortSql.ts'

/** What rows of one group have in common, as SQL, and the order their groups stand in. */
export type GroupSql = { key: RawBuilder<unknown>; order: RawBuilder<unknown> }

/** A level of groups over rows under `alias`. A row stands in one group: one of several options is that combination. */
export function groupSql(schema: Schema, column: Column, group: Group, alias: string): GroupSql {
  const { key, sort } = keySql(schema, column, group, alias)
  const direction = group.direction === 'ascending' ? sql`asc` : sql`desc`
  // The key itself, where others sort alike (A and a), keeps the rows of a group together.
  const parts = sort === null ? [sql`${key} ${direction}`] : [sql`${sort} ${direction}`, sql`${key} ${direction}`]
  return { key, order: join([sql`(${key}) is null`, ...parts]) }
}

function keySql(schema: Schema, column: Column, group: Group, alias: string): { key: RawBuilder<unknown>; sort: RawBuilder<unknown> | null } {
  const cell = cellRef(column, alias)
  const shown = displayColumn(column, schema.columns)
  switch (resultTypeOf(column, schema.columns)) {
    case 'checkbox':
      return { key: sql`coalesce(${cell}, 0)`, sort: null }
    case 'date':
    case 'dateTime':
      return { key: periodSql(group.unit ?? 'day', sql`nullif(${cell}, '')`), sort: null }
    case 'number':
      return { key: group.step === undefined ? cell : rangeSql(cell, group.step), sort: null }
    default:
      break
  }
  if (shown.type === 'multipleSelect' || shown.type === 'members') {
    // Options and people in their own order, whatever the order they were chosen in.
    const offered = shown.type === 'members' ? [...schema.members.values()] : shown.settings.options
    const rank = saidOf(sql`value`, new Map(offered.map((each, at) => [each.id, at])))
    const options = sql`(select value, ${rank} as rank from json_each(nullif(${cell}, '')) order by 2, 1)`
    return {
      key: sql`nullif((select json_group_array(value) from ${options}), '[]')`,
      sort: sql`(select group_concat(printf('%05d', rank)) from ${options})`,
    }
  }
  return { key: sql`nullif(${cell}, '')`, sort: sortKeySql(schema, column, alias) }
}

function periodSql(unit: GroupUnit, cell: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (unit) {
    case 'day':
      return sql`substr(${cell}, 1, 10)`
    // Six days back, then on to the next Monday: the Monday on or before the day.
    case 'week':
      return sql`date(substr(${cell}, 1, 10), '-6 days', 'weekday 1')`
    case 'month':
      return sql`substr(${cell}, 1, 7)`
    case 'quarter':
      return sql`(substr(${cell}, 1, 4) || '-Q' || ((cast(substr(${cell}, 6, 2) as integer) + 2) / 3))`
    case 'year':
      return sql`substr(${cell}, 1, 4)`
    default:
      return assertNever(unit)
  }
}

/** The lower bound of the range a number lies in. Rounded, so that 0.3 by steps of 0.1 is not a hair below its own range. */
function rangeSql(cell: RawBuilder<unknown>, step: number): RawBuilder<unknown> {
  return sql`round(floor(round(${cell} / ${step}, 9)) * ${step}, 10)`
}
