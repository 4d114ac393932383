import type { Dependent } from '#shared/contract/base.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import type { Column } from '#shared/model/column.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { computedNodes, readersOf } from '../compute/graph.ts'
import type { ReadContext } from '../store/context.ts'
import { linkColumnsOf, type Schema } from '../store/schema.ts'

/**
 * What stops working, or changes, when a column, a table, a view or an option goes. Derived columns of every type are
 * found through the graph that refreshes them; filters, sorts, colours and charts by the ids their settings name.
 */
export function readDependents({ schema }: ReadContext, input: ParsedInput<'base.dependents'>): Dependent[] {
  const found = dependentsOf(schema, input)
  return [...new Map(found.map((each) => [`${each.kind} ${each.id}`, each])).values()]
}

function dependentsOf(schema: Schema, { kind, id, optionId }: ParsedInput<'base.dependents'>): Dependent[] {
  switch (kind) {
    case 'column': {
      const column = schema.columns.get(id)
      return column === undefined ? [] : ofColumn(schema, column)
    }
    case 'table':
      return ofTable(schema, id)
    case 'view':
      return [...schema.columns.values()].filter((column) => namesView(column.settings, id)).map((column) => columnOf(schema, column))
    case 'option':
      return optionId === null ? [] : ofOption(schema, id, optionId)
  }
}

function ofColumn(schema: Schema, column: Column): Dependent[] {
  const other = column.type === 'link' ? schema.columns.get(column.settings.otherColumnId) : undefined
  const gone = other === undefined ? [column] : [column, other]
  const isGone = new Set(gone.map(({ id }) => id))
  return [
    ...(other === undefined ? [] : [{ ...columnOf(schema, other), kind: 'otherSide' as const }]),
    ...gone
      .flatMap((each) => readersOf(schema, computedNodes(schema), each))
      // A link reads only what its rows are called, and they get another name.
      .filter((reader) => reader.type !== 'link')
      .map((reader) => columnOf(schema, reader)),
    ...[...schema.columns.values()].filter((each) => gone.some(({ id }) => namesColumn(each.settings, id))).map((each) => columnOf(schema, each)),
    ...schemesWhere(schema, (scheme) => gone.some(({ id }) => scheme.targetColumnId === id || namesColumn(scheme.rule, id))),
    ...viewsWhere(schema, (settings) => gone.some(({ id }) => namesColumn(settings, id))),
    ...[...schema.tables.values()]
      .filter((table) => table.primaryColumnId === column.id)
      .map((table) => ({ kind: 'title' as const, id: table.id, name: table.name, tableName: table.name })),
  ].filter((each) => each.kind !== 'column' || !isGone.has(each.id))
}

/** What stands in other tables: its own goes with it. */
function ofTable(schema: Schema, tableId: number): Dependent[] {
  const links = linkColumnsOf(schema, tableId)
  const elsewhere = links.flatMap((link) => ofColumn(schema, link))
  const own = new Set(schema.columnsOf(tableId).map((column) => column.id))
  const ownViews = new Set([...schema.views.values()].filter((view) => view.tableId === tableId).map((view) => view.id))
  const schemes = schemesWhere(schema, (scheme) => scheme.tableId === tableId)
  return [...elsewhere, ...schemes].filter((each) => {
    if (each.kind === 'title') return false
    return each.kind === 'view' ? !ownViews.has(each.id) : each.kind === 'scheme' || !own.has(each.id)
  })
}

/** Conditions that ask for the option. */
function ofOption(schema: Schema, columnId: number, optionId: number): Dependent[] {
  const asks = (settings: unknown): boolean =>
    some(settings, (each) => Reflect.get(each, 'columnId') === columnId && holds(Reflect.get(each, 'value'), optionId))
  return [
    ...[...schema.columns.values()].filter((column) => asks(column.settings)).map((column) => columnOf(schema, column)),
    ...schemesWhere(schema, (scheme) => asks(scheme.rule)),
    ...viewsWhere(schema, asks),
  ]
}

const columnOf = (schema: Schema, column: Column): Dependent => ({
  kind: 'column',
  id: column.id,
  name: column.name,
  tableName: tableNameOf(schema, column.tableId),
})

function schemesWhere(schema: Schema, isMeant: (scheme: Scheme) => boolean): Dependent[] {
  return [...schema.schemes.values()]
    .filter(isMeant)
    .map(({ id, name, tableId }) => ({ kind: 'scheme', id, name, tableName: tableNameOf(schema, tableId) }))
}

/** Which columns a view shows, and how wide, is no use of them. */
function viewsWhere(schema: Schema, isMeant: (settings: unknown) => boolean): Dependent[] {
  return [...schema.views.values()]
    .filter(({ settings: { columns: _shown, ...rest } }) => isMeant(rest))
    .map(({ id, name, tableId }) => ({ kind: 'view', id, name, tableName: tableNameOf(schema, tableId) }))
}

const tableNameOf = (schema: Schema, tableId: number): string => schema.tables.get(tableId)?.name ?? ''

/** Whether the settings name the column: `columnId`, `orderColumnId`, `columnIds` … */
const namesColumn = (settings: unknown, id: number): boolean =>
  some(settings, (each) => Object.entries(each).some(([key, value]) => /columnIds?$/iu.test(key) && holds(value, id)))

const namesView = (settings: unknown, id: number): boolean => some(settings, (each) => Reflect.get(each, 'viewId') === id)

/** Whether an object somewhere in the settings is what is looked for. */
function some(settings: unknown, isMeant: (each: object) => boolean): boolean {
  if (typeof settings !== 'object' || settings === null) return false
  return isMeant(settings) || Object.values(settings).some((each) => some(each, isMeant))
}

const holds = (value: unknown, id: number): boolean => value === id || (Array.isArray(value) && value.includes(id))
