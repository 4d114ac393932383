import type { BaseDescription } from '#shared/contract/base.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Member } from '#shared/model/member.ts'
import type { ColumnRole, SchemeCode, TableRole, ViewRole } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { Table } from '#shared/model/table.ts'
import type { View } from '#shared/model/view.ts'

/** The open base as its description says, with what is asked of it all the time. */
export type Base = {
  readonly description: BaseDescription
  readonly readOnly: boolean
  readonly members: readonly Member[]
  /** In their own order. */
  readonly tables: readonly Table[]
  table: (id: number) => Table | undefined
  column: (id: number) => Column | undefined
  /** The column as its values are shown: a lookup or rollup as what it reads, others as they are. */
  shown: (column: Column) => Column
  view: (id: number) => View | undefined
  scheme: (id: number) => Scheme | undefined
  member: (id: number) => Member | undefined
  /** Columns of a table in their own order. */
  columnsOf: (tableId: number) => readonly Column[]
  viewsOf: (tableId: number) => readonly View[]
  schemesOf: (tableId: number) => readonly Scheme[]
  /** The scheme that fills a column; such a column is a class column, and nobody types into it. */
  schemeOfColumn: (columnId: number) => Scheme | undefined
  primaryColumn: (tableId: number) => Column | undefined
  tableByRole: (role: TableRole) => Table | undefined
  columnByRole: (role: ColumnRole) => Column | undefined
  viewByRole: (role: ViewRole) => View | undefined
  schemeByCode: (code: SchemeCode) => Scheme | undefined
  rowCount: (tableId: number) => number
}

/** Looks everything up once, so that asking costs nothing. */
export function baseOf(description: BaseDescription): Base {
  const tables = inOrder(description.tables)
  const columns = byId(description.columns)
  const views = byId(description.views)
  const columnsByTable = byTable(inOrder(description.columns))
  const viewsByTable = byTable(inOrder(description.views))
  const schemesByTable = byTable(description.schemes)
  const shownColumns = new Map(description.columns.map((column) => [column.id, displayColumn(column, columns)]))
  const tablesById = byId(tables)
  const schemes = byId(description.schemes)
  const members = byId(description.members)
  const schemeByColumn = new Map(description.schemes.filter((scheme) => scheme.enabled).map((scheme) => [scheme.targetColumnId, scheme]))
  return {
    description,
    readOnly: description.readOnly,
    members: description.members,
    tables,
    table: (id) => tablesById.get(id),
    column: (id) => columns.get(id),
    shown: (column) => shownColumns.get(column.id) ?? column,
    view: (id) => views.get(id),
    scheme: (id) => schemes.get(id),
    member: (id) => members.get(id),
    columnsOf: (tableId) => columnsByTable.get(tableId) ?? [],
    viewsOf: (tableId) => viewsByTable.get(tableId) ?? [],
    schemesOf: (tableId) => schemesByTable.get(tableId) ?? [],
    schemeOfColumn: (columnId) => schemeByColumn.get(columnId),
    primaryColumn: (tableId) => columns.get(tablesById.get(tableId)?.primaryColumnId ?? -1),
    tableByRole: (role) => tables.find((table) => table.role === role),
    columnByRole: (role) => description.columns.find((column) => column.role === role),
    viewByRole: (role) => description.views.find((view) => view.role === role),
    schemeByCode: (code) => description.schemes.find((scheme) => scheme.code === code),
    rowCount: (tableId) => description.rowCounts[tableId] ?? 0,
  }
}

function inOrder<Item extends { position: number }>(items: readonly Item[]): Item[] {
  return items.toSorted((one, other) => one.position - other.position)
}

function byId<Item extends { id: number }>(items: readonly Item[]): Map<number, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

function byTable<Item extends { tableId: number }>(items: readonly Item[]): Map<number, Item[]> {
  const byTableId = new Map<number, Item[]>()
  for (const item of items) {
    const own = byTableId.get(item.tableId)
    if (own === undefined) byTableId.set(item.tableId, [item])
    else own.push(item)
  }
  return byTableId
}
