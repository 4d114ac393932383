import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Sort } from '#shared/model/view.ts'
import type { Schema } from '../store/schema.ts'
import { cellRef, join, nameRef, saidOf, sql, textRef, type RawBuilder } from '../store/sql.ts'

/** Order of rows: the sorts in turn, empty cells last in both directions, then the order rows were made in. */
export function orderSql(schema: Schema, sorts: readonly Sort[], alias: string): RawBuilder<unknown> {
  const parts = sorts.flatMap((sort) => {
    const column = schema.columns.get(sort.columnId)
    if (column === undefined) return []
    const key = sortKeySql(schema, column, alias)
    return [sort.direction === 'ascending' ? sql`${key} asc nulls last` : sql`${key} desc nulls last`]
  })
  return join([...parts, nameRef('id', alias)])
}

/** What a column is sorted by: options in their own order, people by name, text by pinyin. */
export function sortKeySql(schema: Schema, column: Column, alias: string): RawBuilder<unknown> {
  const cell = cellRef(column, alias)
  const shown = displayColumn(column, schema.columns)
  switch (shown.type) {
    case 'singleSelect':
      return rankCase(
        cell,
        shown.settings.options.map((option) => option.id),
      )
    case 'member':
    case 'createdBy':
    case 'modifiedBy': {
      const collator = new Intl.Collator('zh-CN', { numeric: true })
      return rankCase(
        cell,
        [...schema.members.values()].sort((left, right) => collator.compare(left.name, right.name)).map((member) => member.id),
      )
    }
    case 'text':
    case 'longText':
    case 'email':
    case 'address':
    case 'link':
    case 'lookup':
      return sql`kebu_sort_key(${textRef(column, alias)})`
    default:
      return cell
  }
}

function rankCase(cell: RawBuilder<unknown>, ids: readonly number[]): RawBuilder<unknown> {
  if (ids.length === 0) return cell
  return saidOf(cell, new Map(ids.map((id, rank) => [id, rank])))
}
