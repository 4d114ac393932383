import { holdsValues, type Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import type { Sort } from '#shared/model/view.ts'
import { chineseSortKey } from '../store/chineseSortKey.ts'
import type { Schema } from '../store/schema.ts'
import { textKey } from '../store/sortKeys.ts'
import { cellRef, join, nameRef, saidOf, sql, textRef, type RawBuilder } from '../store/sql.ts'

/** Order of rows: the sorts in turn, empty cells last in both directions, then the order rows were made in. */
export function orderSql(schema: Schema, sorts: readonly Sort[], alias: string): RawBuilder<unknown> {
  const parts = sorts.flatMap((sort) => {
    const column = schema.columns.get(sort.columnId)
    return column === undefined || !holdsValues(column.type) ? [] : [directed(sortKeySql(schema, column, alias), sort)]
  })
  return join([...parts, nameRef('id', alias)])
}

/** What a column is sorted by: options in their own order, people by name, text by pinyin. */
export function sortKeySql(schema: Schema, column: Column, alias: string): RawBuilder<unknown> {
  const cell = cellRef(column, alias)
  const shown = displayColumn(column, schema.columns)
  switch (shown.type) {
    case 'singleSelect':
      return rankCase(cell, idsOf(shown.settings.options))
    case 'multipleSelect':
      return ranksSql(cell, idsOf(shown.settings.options))
    case 'members':
      return ranksSql(cell, idsOf(byName([...schema.members.values()])))
    case 'member':
    case 'createdBy':
    case 'modifiedBy':
      return rankCase(cell, idsOf(byName([...schema.members.values()])))
    case 'checkbox':
      // A box nobody ticked may be empty or 0.
      return sql`coalesce(${cell}, 0)`
    default:
      return isText(shown) ? textKey(textRef(column, alias)) : cell
  }
}

/** Several ids in a cell, by the places of the first of them, then of the second. */
function ranksSql(cell: RawBuilder<unknown>, ids: readonly number[]): RawBuilder<unknown> {
  return sql`(select group_concat(rank, '') from (
    select printf('%05d', ${rankCase(sql`value`, ids)}) as rank from json_each(case when json_valid(${cell}) then ${cell} end) order by 1))`
}

/** Whether a column is sorted by the keys of the text it stores, as it stores it. */
export function isSortedByKey(schema: Schema, column: Column): boolean {
  return column.type !== 'address' && isText(displayColumn(column, schema.columns))
}

function directed(key: RawBuilder<unknown>, { direction }: Sort): RawBuilder<unknown> {
  return direction === 'ascending' ? sql`${key} asc nulls last` : sql`${key} desc nulls last`
}

const isText = (shown: Column): boolean => columnKind(shown.type).operators.includes('contains')

const idsOf = (things: readonly { id: number }[]): number[] => things.map(({ id }) => id)

function byName<Thing extends { name: string }>(things: readonly Thing[]): Thing[] {
  const keyed = things.map((thing) => ({ thing, key: chineseSortKey(thing.name) }))
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ thing }) => thing)
}

/** The place of an id among others, null for one that is not there. */
function rankCase(cell: RawBuilder<unknown>, ids: readonly number[]): RawBuilder<unknown> {
  if (ids.length === 0) return sql`null`
  if (ids.length > mostCases) return saidOf(cell, new Map(ids.map((id, rank) => [id, rank])))
  return sql`case ${cell} ${join(
    ids.map((id, rank) => sql`when ${sql.raw(String(id))} then ${sql.raw(String(rank))}`),
    ' ',
  )} end`
}

/** Past so many, a look-up costs less than going through the cases. */
const mostCases = 30
