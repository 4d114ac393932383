import type { CellValue } from '#shared/model/cell.ts'
import { holdsValues } from '#shared/model/column.ts'
import { groupKey } from '#shared/model/group.ts'
import type { RowQuery, Sort } from '#shared/model/view.ts'
import type { ReadContext } from '../store/context.ts'
import { join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { filterSql } from './filterSql.ts'
import { withGroupsOrdered, type Measure } from './groupOrder.ts'
import { groupSql } from './groupSql.ts'
import { groupStatistics } from './groupStatistics.ts'
import { foundIds, searchSql } from './searchSql.ts'
import { hasSortIndex, idsByKey } from './sortIndex.ts'
import { isSortedByKey, orderSql } from './sortSql.ts'

/** The rows a query gives, in order, with the heads of its groups; compact enough to be kept for a million rows. */
export type RowList = { ids: Float64Array; groups: GroupHead[] }

/** Where a group begins; its rows are `ids[from, to)`. Outer groups stand before the inner ones they hold. */
export type GroupHead = { key: string; depth: number; columnId: number; value: CellValue; from: number; to: number }

export function rowListOf(context: ReadContext, tableId: number, query: RowQuery): RowList {
  // Only searched for: the index itself gives the rows in their order, and no table is read.
  if (query.filter === null && query.sorts.length === 0 && query.groups.length === 0) {
    const found = foundIds(context, tableId, query.search)
    if (found !== null) return { ids: Float64Array.from(found), groups: [] }
  }
  const indexed = query.filter === null && query.search.trim() === '' ? indexedSort(context, query) : null
  if (indexed !== null) return { ids: idsByKey(context.db, indexed), groups: [] }
  const where = whereSql(context, tableId, query, 'r')
  const levels = query.groups.flatMap((group) => {
    const column = context.schema.columns.get(group.columnId)
    return column === undefined || !holdsValues(column.type) ? [] : [{ group, columnId: column.id, ...groupSql(context.schema, column, group, 'r') }]
  })
  const order = join([...levels.map((level) => level.order), orderSql(context.schema, query.sorts, 'r')])
  if (levels.length === 0) {
    const ids = context.db.ids(sql`select r.id from ${tableRef(tableId)} r where ${where} order by ${order}`)
    return { ids: Float64Array.from(ids), groups: [] }
  }
  const keys = levels.map((level) => level.key)
  const rows = context.db.rows(sql`select r.id, ${join(keys)} from ${tableRef(tableId)} r where ${where} order by ${order}`)
  const columnIds = levels.map((level) => level.columnId)
  const list = { ids: Float64Array.from(rows, (row) => Number(row[0])), groups: groupHeads(rows, columnIds) }
  const measures = levels.map(({ group }, depth): Measure => {
    if (group.order === undefined) return null
    if (group.order.by === 'count') return ({ from, to }) => to - from
    const { columnId, statistic } = group.order
    const said = groupStatistics(context, tableId, keys.slice(0, depth + 1), where, [{ columnId, statistic }])
    return ({ key }) => said.get(key)?.[0] ?? null
  })
  return withGroupsOrdered(
    list,
    levels.map(({ group }) => group),
    measures,
  )
}

/** The one sort of a query that an index of keys stands ready for. */
export function indexedSort({ db, schema }: ReadContext, query: RowQuery): Sort | null {
  const [sort] = query.sorts
  if (sort === undefined || query.sorts.length > 1 || query.groups.length > 0) return null
  const column = schema.columns.get(sort.columnId)
  return column !== undefined && isSortedByKey(schema, column) && hasSortIndex(db, column) ? sort : null
}

/** The rows that pass filter and search, in no order. */
export function passingRows(context: ReadContext, tableId: number, query: RowQuery): { has(id: number): boolean } {
  const ids = context.db.ids(sql`select r.id from ${tableRef(tableId)} r where ${whereSql(context, tableId, query, 'r')}`)
  // A byte for each id up to the last: a set of a million numbers would take forty.
  const marks = new Uint8Array(ids.reduce((last, id) => Math.max(last, id), 0) + 1)
  for (const id of ids) marks[id] = 1
  return { has: (id) => marks[id] === 1 }
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
      const head: GroupHead = { key: groupKey(row.slice(1, depth + 2)), depth, columnId, value, from: index, to: rows.length }
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
