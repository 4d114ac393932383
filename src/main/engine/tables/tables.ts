import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { SchemaChange } from '#shared/change/change.ts'
import { holdsValues } from '#shared/model/column.ts'
import type { Table } from '#shared/model/table.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { linkColumnsOf } from '../store/schema.ts'
import { newUidText } from '../store/uid.ts'

export function createTable(context: WriteContext, input: ParsedInput<'tables.create'>): Table {
  const table: Table = {
    id: context.newId('table'),
    uid: newUidText(),
    name: input.name,
    role: input.role,
    position: Math.max(0, ...[...context.schema.tables.values()].map((other) => other.position)) + 1,
    primaryColumnId: null,
  }
  context.apply({ schema: [{ kind: 'table', id: table.id, from: null, to: table }] })
  return table
}

export function renameTable(context: WriteContext, input: ParsedInput<'tables.rename'>): Table {
  return changeTable(context, input.tableId, { name: input.name })
}

export function setPrimaryColumn(context: WriteContext, input: ParsedInput<'tables.setPrimary'>): Table {
  const column = context.schema.columns.get(input.columnId)
  if (column === undefined || column.tableId !== input.tableId) throw new Failure(appError('column.notFound'))
  if (!holdsValues(column.type)) throw new Failure(appError('column.holdsNothing', { name: column.name }))
  return changeTable(context, input.tableId, { primaryColumnId: input.columnId })
}

/** A table goes with its columns, views and schemes, and with the columns of other tables that link to it. */
export function deleteTable(context: WriteContext, input: ParsedInput<'tables.delete'>): OperationOutput<'tables.delete'> {
  const { schema } = context
  const table = tableOf(context, input.tableId)
  const inverse = linkColumnsOf(schema, table.id).flatMap((link) => {
    const other = schema.columns.get(link.settings.otherColumnId)
    return other === undefined || other.tableId === table.id ? [] : [other]
  })
  const gone: SchemaChange[] = [
    ...[...schema.schemes.values()]
      .filter((scheme) => scheme.tableId === table.id)
      .map((scheme) => ({ kind: 'scheme' as const, id: scheme.id, from: scheme, to: null })),
    ...[...schema.views.values()]
      .filter((view) => view.tableId === table.id)
      .map((view) => ({ kind: 'view' as const, id: view.id, from: view, to: null })),
    ...[...inverse, ...schema.columnsOf(table.id)].map((column) => ({ kind: 'column' as const, id: column.id, from: column, to: null })),
    { kind: 'table', id: table.id, from: table, to: null },
  ]
  context.apply({ schema: gone })
  return { tableId: table.id }
}

export function tableOf(context: Pick<WriteContext, 'schema'>, tableId: number): Table {
  const table = context.schema.tables.get(tableId)
  if (table === undefined) throw new Failure(appError('table.notFound'))
  return table
}

export function changeTable(context: WriteContext, tableId: number, parts: Partial<Table>): Table {
  const table = tableOf(context, tableId)
  const changed = { ...table, ...parts }
  context.apply({ schema: [{ kind: 'table', id: tableId, from: table, to: changed }] })
  return changed
}
