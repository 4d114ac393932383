import type { BaseDescription } from '#shared/contract/base.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Member } from '#shared/model/member.ts'
import type { ColumnRole, SchemeCode, TableRole } from '#shared/model/roles.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { Table } from '#shared/model/table.ts'

/** The parts of a description that edits of cells and views leave as they are. */
export type SchemaParts = Pick<BaseDescription, 'readOnly' | 'tables' | 'columns' | 'schemes' | 'members'>

/** Tables, columns, schemes and members, with what is asked of them all the time. */
export type Schema = {
  readonly readOnly: boolean
  readonly members: readonly Member[]
  /** In their own order. */
  readonly tables: readonly Table[]
  table: (id: number) => Table | undefined
  column: (id: number) => Column | undefined
  columnsById: ReadonlyMap<number, Column>
  /** The column as its values are shown: a lookup or rollup as what it reads, others as they are. */
  shown: (column: Column) => Column
  scheme: (id: number) => Scheme | undefined
  member: (id: number) => Member | undefined
  /** Columns of a table in their own order. */
  columnsOf: (tableId: number) => readonly Column[]
  schemesOf: (tableId: number) => readonly Scheme[]
  /** The scheme that fills a column; such a column is a class column, and nobody types into it. */
  schemeOfColumn: (columnId: number) => Scheme | undefined
  primaryColumn: (tableId: number) => Column | undefined
  tableByRole: (role: TableRole) => Table | undefined
  columnByRole: (role: ColumnRole) => Column | undefined
  schemeByCode: (code: SchemeCode) => Scheme | undefined
}

/** Looks everything up once, so that asking costs nothing. */
export function schemaOf({ readOnly, tables: allTables, columns: allColumns, schemes: allSchemes, members }: SchemaParts): Schema {
  const tables = inOrder(allTables)
  const tablesById = byId(tables)
  const columns = byId(allColumns)
  const columnsByTable = byTable(inOrder(allColumns))
  const shownColumns = new Map(allColumns.map((column) => [column.id, displayColumn(column, columns)]))
  const schemes = byId(allSchemes)
  const schemesByTable = byTable(allSchemes)
  const schemeByColumn = new Map(allSchemes.filter((scheme) => scheme.enabled).map((scheme) => [scheme.targetColumnId, scheme]))
  const membersById = byId(members)
  return {
    readOnly,
    members,
    tables,
    table: (id) => tablesById.get(id),
    column: (id) => columns.get(id),
    columnsById: columns,
    shown: (column) => shownColumns.get(column.id) ?? column,
    scheme: (id) => schemes.get(id),
    member: (id) => membersById.get(id),
    columnsOf: (tableId) => columnsByTable.get(tableId) ?? none,
    schemesOf: (tableId) => schemesByTable.get(tableId) ?? [],
    schemeOfColumn: (columnId) => schemeByColumn.get(columnId),
    primaryColumn: (tableId) => columns.get(tablesById.get(tableId)?.primaryColumnId ?? -1),
    tableByRole: (role) => tables.find((table) => table.role === role),
    columnByRole: (role) => allColumns.find((column) => column.role === role),
    schemeByCode: (code) => allSchemes.find((scheme) => scheme.code === code),
  }
}

export function inOrder<Item extends { position: number }>(items: readonly Item[]): Item[] {
  return items.toSorted((one, other) => one.position - other.position)
}

export function byId<Item extends { id: number }>(items: readonly Item[]): Map<number, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

export function byTable<Item extends { tableId: number }>(items: readonly Item[]): Map<number, Item[]> {
  const byTableId = new Map<number, Item[]>()
  for (const item of items) {
    const own = byTableId.get(item.tableId)
    if (own === undefined) byTableId.set(item.tableId, [item])
    else own.push(item)
  }
  return byTableId
}

const none: readonly Column[] = []
