import { z } from 'zod'
import type { SchemaChange } from '#shared/change/change.ts'
import { parseJson } from '#shared/lib/parseJson.ts'
import { columnSchema, type Column, type ColumnOf, type LinkSettings } from '#shared/model/column.ts'
import { memberSchema, type Member } from '#shared/model/member.ts'
import { schemeSchema, type Scheme } from '#shared/model/scheme.ts'
import { tableSchema, type Table } from '#shared/model/table.ts'
import { viewSchema, type View } from '#shared/model/view.ts'
import type { ReadDb } from './db.ts'
import { meta } from './sql.ts'

/** What the base is made of, as one value that is replaced and never changed. */
export type Schema = {
  readonly tables: ReadonlyMap<number, Table>
  readonly columns: ReadonlyMap<number, Column>
  readonly views: ReadonlyMap<number, View>
  readonly schemes: ReadonlyMap<number, Scheme>
  readonly members: ReadonlyMap<number, Member>
  /** Columns of a table in their order. */
  columnsOf(tableId: number): readonly Column[]
  columnByRole(role: string): Column | undefined
  tableByRole(role: string): Table | undefined
}

type Parts = {
  tables: Map<number, Table>
  columns: Map<number, Column>
  views: Map<number, View>
  schemes: Map<number, Scheme>
  members: Map<number, Member>
}

export function loadSchema(db: ReadDb): Schema {
  const rows = db.all(meta.selectFrom('kebu_schema').select(['kind', 'body']).where('deleted', '=', 0))
  const bodies = (kind: string): unknown[] => rows.filter((row) => row.kind === kind).map((row) => parseJson(row.body))
  return schemaOf({
    tables: byId(z.array(tableSchema).parse(bodies('table'))),
    columns: byId(z.array(columnSchema).parse(bodies('column'))),
    views: byId(z.array(viewSchema).parse(bodies('view'))),
    schemes: byId(z.array(schemeSchema).parse(bodies('scheme'))),
    members: byId(z.array(memberSchema).parse(bodies('member'))),
  })
}

/** The schemes that fill a column, or did before they were deleted. */
export function schemesEverOn(db: ReadDb, columnId: number): Scheme[] {
  const rows = db.all(meta.selectFrom('kebu_schema').select('body').where('kind', '=', 'scheme'))
  const known = rows.flatMap(({ body }) => schemeSchema.safeParse(parseJson(body)).data ?? [])
  return known.filter((scheme) => scheme.targetColumnId === columnId)
}

/** The schema after some of its things came, changed or went. */
export function changedSchema(schema: Schema, changes: readonly SchemaChange[]): Schema {
  const parts: Parts = {
    tables: new Map(schema.tables),
    columns: new Map(schema.columns),
    views: new Map(schema.views),
    schemes: new Map(schema.schemes),
    members: new Map(schema.members),
  }
  for (const change of changes) {
    switch (change.kind) {
      case 'table':
        put(parts.tables, change.id, change.to)
        break
      case 'column':
        put(parts.columns, change.id, change.to)
        break
      case 'view':
        put(parts.views, change.id, change.to)
        break
      case 'scheme':
        put(parts.schemes, change.id, change.to)
        break
      case 'member':
        put(parts.members, change.id, change.to)
        break
    }
  }
  return schemaOf(parts)
}

/** The columns whose cells a scheme fills. */
export function classColumnIds(schema: Schema): ReadonlySet<number> {
  return new Set([...schema.schemes.values()].filter((scheme) => scheme.enabled).map((scheme) => scheme.targetColumnId))
}

/**
 * Whether the engine derives the column's cells from linked rows, so that the log need not keep them. A class is kept:
 * its scheme may be off, or stand still, when the row comes back.
 */
export function isDerived(column: Column): boolean {
  return column.type === 'link' || column.type === 'lookup' || column.type === 'rollup' || column.type === 'formula'
}

/** Whether the column's cells are the row's own stamps. */
export function isStamp(column: Column): boolean {
  return column.type === 'createdTime' || column.type === 'createdBy' || column.type === 'modifiedTime' || column.type === 'modifiedBy'
}

export function linkColumnsOf(schema: Schema, tableId: number): ColumnOf<'link'>[] {
  return schema.columnsOf(tableId).filter((column) => column.type === 'link')
}

export function otherSide(side: LinkSettings['side']): LinkSettings['side'] {
  return side === 'a' ? 'b' : 'a'
}

function put<Thing>(map: Map<number, Thing>, id: number, thing: Thing | null): void {
  if (thing === null) map.delete(id)
  else map.set(id, thing)
}

function byId<Thing extends { id: number }>(things: Thing[]): Map<number, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

function schemaOf(parts: Parts): Schema {
  const ofTable = new Map<number, Column[]>()
  const columnRoles = new Map<string, Column>()
  for (const column of [...parts.columns.values()].sort((left, right) => left.position - right.position || left.id - right.id)) {
    if (!parts.tables.has(column.tableId)) continue
    const known = ofTable.get(column.tableId)
    if (known === undefined) ofTable.set(column.tableId, [column])
    else known.push(column)
    if (column.role !== null) columnRoles.set(column.role, column)
  }
  const tableRoles = new Map<string, Table>()
  for (const table of parts.tables.values()) if (table.role !== null) tableRoles.set(table.role, table)
  return {
    ...parts,
    columnsOf: (tableId) => ofTable.get(tableId) ?? [],
    columnByRole: (role) => columnRoles.get(role),
    tableByRole: (role) => tableRoles.get(role),
  }
}
