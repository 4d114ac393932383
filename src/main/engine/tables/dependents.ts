import type { Dependent } from '#shared/contract/base.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import { textsOf } from '#shared/formula/textsOf.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import { readIds } from '#shared/model/idList.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { columnsOfScheme, filtersOfScheme, type Scheme } from '#shared/model/scheme.ts'
import { isSeenBy } from '#shared/model/view.ts'
import { checkedFormula } from '../compute/formula/checked.ts'
import { computedNodes, readersOf } from '../compute/graph.ts'
import type { ReadContext } from '../store/context.ts'
import { linkColumnsOf, type Schema } from '../store/schema.ts'

/**
 * What stops working, or changes, when a column, a table, a view or an option goes. Derived columns of every type are
 * found through the graph that refreshes them; filters, sorts, colours and charts by the ids their settings name.
 */
export function readDependents({ schema, actorId }: ReadContext, input: ParsedInput<'base.dependents'>): Dependent[] {
  // Another member's own view is nobody else's to be told of.
  const isTold = ({ kind, id }: Dependent): boolean => {
    const view = kind === 'view' || kind === 'colors' ? schema.views.get(id) : undefined
    return view === undefined || isSeenBy(view, actorId)
  }
  const found = dependentsOf(schema, input).filter(isTold)
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
      return [...schema.columns.values()].filter((column) => namesView(column.settings, id)).map((column) => dependentOf(schema, column))
    case 'option':
      return optionId === null ? [] : ofOption(schema, id, optionId)
  }
}

function ofColumn(schema: Schema, column: Column): Dependent[] {
  const other = column.type === 'link' ? schema.columns.get(column.settings.otherColumnId) : undefined
  const gone = other === undefined ? [column] : [column, other]
  const isGone = new Set(gone.map(({ id }) => id))
  return [
    ...(other === undefined ? [] : [{ ...dependentOf(schema, other), kind: 'otherSide' as const }]),
    ...gone
      .flatMap((each) => readersOf(schema, computedNodes(schema), each))
      // A link reads only what its rows are called, and they get another name.
      .filter((reader) => reader.type !== 'link')
      .map((reader) => dependentOf(schema, reader)),
    ...[...schema.columns.values()].filter((each) => gone.some(({ id }) => namesColumn(each.settings, id))).map((each) => dependentOf(schema, each)),
    ...schemesWhere(schema, (scheme) => gone.some(({ id }) => scheme.targetColumnId === id || columnsOfScheme(scheme).includes(id))),
    ...viewsWhere(schema, (settings) => gone.some(({ id }) => namesColumn(settings, id))),
    ...[...schema.tables.values()]
      .filter((table) => table.primaryColumnId === column.id)
      .map((table) => ({ kind: 'title' as const, id: table.id, name: table.name, tableName: table.name })),
  ].filter((each) => !columnKinds.has(each.kind) || !isGone.has(each.id))
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
    if (each.kind === 'view' || each.kind === 'colors') return !ownViews.has(each.id)
    return each.kind === 'scheme' || !own.has(each.id)
  })
}

/** Conditions that ask for the option or for what shows it elsewhere, formulas that name it, what follows it or gives it out. */
function ofOption(schema: Schema, columnId: number, optionId: number): Dependent[] {
  const column = schema.columns.get(columnId)
  if (column === undefined || (column.type !== 'singleSelect' && column.type !== 'multipleSelect')) return []
  const name = column.settings.options.find((option) => option.id === optionId)?.name ?? ''
  const readers = readersOf(schema, computedNodes(schema), column)
  const shows = new Set([...schema.columns.values()].filter((each) => showsOptionsOf(schema, each, columnId)).map(({ id }) => id))
  const asks = (settings: unknown): boolean =>
    some(settings, (each) => shows.has(Number(Reflect.get(each, 'columnId'))) && holdsOption(Reflect.get(each, 'value'), optionId))
  const { defaultValue } = column
  const isDefault = defaultValue?.kind === 'value' && readIds(defaultValue.value).includes(optionId)
  return [
    ...[...schema.columns.values()].filter((each) => asks(each.settings)).map((each) => dependentOf(schema, each)),
    ...readers.filter((reader) => reader.type === 'formula' && namesText(schema, reader, name)).map((reader) => dependentOf(schema, reader)),
    ...[...schema.columns.values()].filter((each) => followsOption(each, columnId, optionId)).map((each) => dependentOf(schema, each)),
    ...(isDefault ? [{ ...dependentOf(schema, column), kind: 'default' as const }] : []),
    ...schemesWhere(schema, (scheme) => filtersOfScheme(scheme).some(asks)),
    ...viewsWhere(schema, asks),
  ]
}

/** Whether its values are the options of a column: that column, and lookups and rollups that read it. */
function showsOptionsOf(schema: Schema, column: Column, selectId: number): boolean {
  if (column.id === selectId) return true
  if (column.type !== 'lookup' && column.type !== 'rollup') return false
  const { type } = displayColumn(column, schema.columns)
  if (type !== 'singleSelect' && type !== 'multipleSelect') return false
  const target = schema.columns.get(column.settings.targetColumnId ?? 0)
  return target !== undefined && showsOptionsOf(schema, target, selectId)
}

/** A formula knows options by their names alone. */
function namesText(schema: Schema, column: ColumnOf<'formula'>, name: string): boolean {
  const checked = checkedFormula(schema, column)
  return checked.ok && textsOf(checked.value).includes(name)
}

function followsOption(column: Column, parentId: number, optionId: number): boolean {
  if (column.type !== 'singleSelect') return false
  const { cascade } = column.settings
  return cascade?.parentColumnId === parentId && (cascade.offered[String(optionId)] ?? []).length > 0
}

const columnKinds: ReadonlySet<Dependent['kind']> = new Set<Dependent['kind']>(['column', 'link', 'button', 'cascade'])

const dependentOf = (schema: Schema, column: Column): Dependent => ({
  kind: column.type === 'link' || column.type === 'button' ? column.type : column.type === 'singleSelect' ? 'cascade' : 'column',
  id: column.id,
  name: column.name,
  tableName: tableNameOf(schema, column.tableId),
})

function schemesWhere(schema: Schema, isMeant: (scheme: Scheme) => boolean): Dependent[] {
  return [...schema.schemes.values()]
    .filter(isMeant)
    .map(({ id, name, tableId }) => ({ kind: 'scheme', id, name, tableName: tableNameOf(schema, tableId) }))
}

/** Which columns a view shows, how wide and what it counts under them, is no use of them. */
function viewsWhere(schema: Schema, isMeant: (settings: unknown) => boolean): Dependent[] {
  return [...schema.views.values()].flatMap(({ id, name, tableId, settings: { filter, sorts, groups, chart, colors, layout } }): Dependent[] => {
    const view = { id, name, tableName: tableNameOf(schema, tableId) }
    const lanes = layout.kind === 'kanban' ? { columnId: layout.columnId } : null
    return [
      ...(isMeant({ filter, sorts, groups, chart, lanes }) ? [{ kind: 'view' as const, ...view }] : []),
      ...(isMeant(colors) ? [{ kind: 'colors' as const, ...view }] : []),
    ]
  })
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

/** In conditions options are lists of ids; what a button writes is a cell. */
const holdsOption = (value: unknown, id: number): boolean => holds(value, id) || (typeof value === 'string' && readIds(value).includes(id))

const holds = (value: unknown, id: number): boolean => value === id || (Array.isArray(value) && value.includes(id))
