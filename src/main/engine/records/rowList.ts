import type { CellValue } from '#shared/model/cell.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { RowQuery } from '#shared/model/view.ts'
import type { ReadContext } from '../store/context.ts'
import { cellRef, join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { filterSql } from './filterSql.ts'
import { searchSql } from './searchSql.ts'
import { orderSql } from './sortSql.ts'

/** The rows a query gives, in order, with the heads of its groups; compact enough to be kept for a million rows. */
export type RowList = { ids: Float64Array; groups: GroupHead[] }

/** Where a group begins; its rows are `ids[from, to)`. Outer groups stand before the inner ones they hold. */
export type GroupHead = { key: string; depth: number; columnId: number; value: CellValue; from: number; to: number }

export function rowListOf(context: ReadContext, tableId: number, query: RowQuery): RowList {
  const where = whereSql(context, tableId, query, 'r')
  const groupColumns = query.groups.map((group) => context.schema.columns.get(group.columnId)).filter((column) => column !== undefined)
  const order = orderSql(context.schema, [...query.groups, ...query.sorts], 'r')
  if (groupColumns.length === 0) {
    const ids = context.db.ids(sql`select r.id from ${tableRef(tableId)} r where ${where} order by ${order}`)
    return { ids: Float64Array.from(ids), groups: [] }
  }
  const values = groupColumns.map((column) => {
    const isTime = displayColumn(column, context.schema.columns).type === 'dateTime'
    // A group of moments is a day: nobody groups by the minute.
    return isTime ? sql`substr(${cellRef(column, 'r')}, 1, 10)` : cellRef(column, 'r')
  })
  const rows = context.db.rows(sql`select r.id, ${join(values)} from ${tableRef(tableId)} r where ${where} order by ${order}`)
  return {
    ids: Float64Array.from(rows, (row) => Number(row[0])),
    groups: groupHeads(
      rows,
      groupColumns.map((column) => column.id),
    ),
  }
}

/** Filter and search of a query as one condition. */
export function whereSql(context: ReadContext, tableId: number, query: Pick<RowQuery, 'filter' | 'search'>, alias: string): RawBuilder<unknown> {
  return sql`${filterSql(context, tableId, query.filter, alias)} and ${searchSql(context, tableId, query.search, alias)}`
}

function groupHeads(rows: readonly CellValue[][], columnIds: readonly number[]): GroupHead[] {
  const heads: GroupHead[] = []
  const open: (GroupHead | undefined)[] = columnIds.map(() => undefined)
  rows.forEach((row, index) => {
    let isNew = false
    columnIds.forEach((columnId, depth) => {
      const value = row[depth + 1] ?? null
      const known = open[depth]
      if (!isNew && known !== undefined && known.value === value) return
      isNew = true
      const head: GroupHead = { key: keyOf(row, depth), depth, columnId, value, from: index, to: rows.length }
      open.forEach((inner, innerDepth) => {
        if (inner === undefined || innerDepth < depth) return
        inner.to = index
        open[innerDepth] = undefined
      })
      open[depth] = head
      heads.push(head)
    })
  })
  return heads
}

/** Names a group by its values, so that it stays folded when the list is made again. */
const keyOf = (row: readonly CellValue[], depth: number): string => JSON.stringify(row.slice(1, depth + 2))
