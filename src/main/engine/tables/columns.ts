import { Failure } from '#shared/contract/failure.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { appError } from '#shared/i18n/appError.ts'
import { columnSchema, gapFunctions, holdsValues, orderedFunctions, type Column, type ColumnOf } from '#shared/model/column.ts'
import { asksWhoLooks } from '#shared/model/filter.ts'
import { displayColumn, isNumeric, resultTypeOf } from '#shared/model/columns/display.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import { formulaSettings } from '../compute/formula/formulaSettings.ts'
import { canDefault, momentPresets } from '#shared/model/columns/defaults.ts'
import { validationKindOf } from '#shared/model/columns/rules.ts'
import { isPattern } from '#shared/lib/pattern.ts'
import { canHold } from '../records/cells.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { newUidText } from '../store/uid.ts'
import { buttonSettings } from './buttonSettings.ts'
import { changedLinkSettings, newLinkSettings, unlinkAllButFirst } from './linkSettings.ts'
import { changeNumbering, numberAllRows, refuseBrokenPattern } from './numbering.ts'
import { emptyRemovedOptions, keptDefault, refuseRemovalInUse } from './removedOptions.ts'
import { changeTable, tableOf } from './tables.ts'

export function createColumn(context: WriteContext, input: ParsedInput<'columns.create'>): Column {
  if (input.type === 'link') throw new Failure(appError('column.invalid', { name: input.name }))
  const table = tableOf(context, input.tableId)
  const column = checked(context, {
    id: context.newId('column'),
    uid: newUidText(),
    tableId: input.tableId,
    name: freeName(context, input.tableId, input.name, null),
    role: input.role,
    position: positionBefore(context, input.tableId, input.beforeColumnId),
    description: input.description,
    required: input.required,
    ...(input.defaultValue === undefined ? {} : { defaultValue: input.defaultValue }),
    ...(input.validation === undefined ? {} : { validation: input.validation }),
    type: input.type,
    settings: settingsOf(context, input.tableId, input, { ...columnKind(input.type).defaultSettings, ...input.settings }),
  })
  context.apply({ schema: [{ kind: 'column', id: column.id, from: null, to: column }] })
  if (column.type === 'autoNumber') numberAllRows(context, column)
  if (table.primaryColumnId === null && holdsValues(column.type)) changeTable(context, table.id, { primaryColumnId: column.id })
  return column
}

/** Makes both columns of a two-way link. */
export function createLink(context: WriteContext, input: ParsedInput<'columns.createLink'>): OperationOutput<'columns.createLink'> {
  tableOf(context, input.tableId)
  tableOf(context, input.otherTableId)
  const linkId = context.newId('link')
  const id = context.newId('column')
  const otherId = context.newId('column')
  const sideOf = (own: { id: number; tableId: number; name: string; role: string | null; settings: Record<string, unknown> }): Column =>
    checked(context, {
      id: own.id,
      uid: newUidText(),
      tableId: own.tableId,
      name: freeName(context, own.tableId, own.name, null),
      role: own.role,
      position: positionBefore(context, own.tableId, null),
      description: '',
      required: false,
      type: 'link',
      settings: { linkId, ...own.settings },
    })
  const column = sideOf({ ...input, id, settings: { side: 'a', otherColumnId: otherId, ...newLinkSettings(context, input) } })
  context.apply({ schema: [{ kind: 'column', id, from: null, to: column }] })
  const inverse = sideOf({
    id: otherId,
    tableId: input.otherTableId,
    name: input.otherName,
    role: input.otherRole,
    settings: { side: 'b', multiple: input.otherMultiple, otherTableId: input.tableId, otherColumnId: id },
  })
  context.apply({ schema: [{ kind: 'column', id: otherId, from: null, to: inverse }] })
  return { column, inverse }
}

export function updateColumn(context: WriteContext, input: ParsedInput<'columns.update'>): Column {
  const column = columnOf(context, input.columnId)
  const { defaultValue: ownDefault, ...own } = column
  const defaultValue = input.defaultValue === undefined ? ownDefault : input.defaultValue
  const bare = checked(context, {
    ...own,
    name: input.name === undefined ? column.name : freeName(context, column.tableId, input.name, column.id),
    description: input.description ?? column.description,
    required: input.required ?? column.required,
    ...(input.validation === undefined ? {} : { validation: input.validation }),
    position: input.beforeColumnId === undefined ? column.position : positionBefore(context, column.tableId, input.beforeColumnId),
    settings: changedSettings(context, column, input.settings),
  })
  const changed =
    defaultValue == null
      ? { ...bare, ...(defaultValue === null ? { defaultValue } : {}) }
      : checked(context, { ...bare, defaultValue: keptDefault(column, bare, defaultValue) })
  refuseRemovalInUse(context, column, changed)
  emptyRemovedOptions(context, column, changed)
  unlinkAllButFirst(context, column, changed)
  context.apply({ schema: [{ kind: 'column', id: column.id, from: column, to: changed }] })
  changeNumbering(context, column, changed, input.renumber === true)
  return changed
}

function changedSettings(context: WriteContext, column: Column, settings: Record<string, unknown> | undefined): unknown {
  // A formula that cannot be read any more may still be renamed.
  if (settings === undefined) return column.settings
  const changed = column.type === 'link' ? changedLinkSettings(context, column, settings) : { ...column.settings, ...settings }
  return settingsOf(context, column.tableId, column, changed)
}

/** Settings as they are kept: of a formula its source with columns by id, and the type of its values. */
function settingsOf(
  context: WriteContext,
  tableId: number,
  { name, type }: Pick<Column, 'name' | 'type'>,
  settings: Record<string, unknown>,
): unknown {
  if (type === 'autoNumber') refuseBrokenPattern(settings)
  if (type === 'button') return buttonSettings(context.schema, tableId, name, settings)
  return type === 'formula' ? formulaSettings(context.schema, tableId, name, settings) : settings
}

/** A link goes from both tables. What read the column shows empty cells until it comes back. */
export function deleteColumn(context: WriteContext, input: ParsedInput<'columns.delete'>): OperationOutput<'columns.delete'> {
  const column = columnOf(context, input.columnId)
  const table = tableOf(context, column.tableId)
  const both = column.type === 'link' ? [column, columnOf(context, column.settings.otherColumnId)] : [column]
  context.apply({ schema: both.map((gone) => ({ kind: 'column', id: gone.id, from: gone, to: null })) })
  if (table.primaryColumnId === column.id) {
    const next = context.schema.columnsOf(table.id).find(({ type }) => holdsValues(type))
    changeTable(context, table.id, { primaryColumnId: next?.id ?? null })
  }
  return { columnId: column.id }
}

export function columnOf(context: Pick<WriteContext, 'schema'>, columnId: number): Column {
  const column = context.schema.columns.get(columnId)
  if (column === undefined) throw new Failure(appError('column.notFound'))
  return column
}

/** The column as its type's schema reads it, with everything it refers to in place. */
function checked(context: WriteContext, draft: unknown): Column {
  const parsed = columnSchema.safeParse(draft)
  const name = typeof draft === 'object' && draft !== null && 'name' in draft ? String(draft.name) : ''
  if (!parsed.success) throw new Failure(appError('column.invalid', { name }))
  const column = parsed.data
  if ((column.type === 'lookup' || column.type === 'rollup') && !refersWell(context, column)) throw new Failure(appError('column.invalid', { name }))
  if (!isRuledWell(context, column)) throw new Failure(appError('column.invalid', { name }))
  if (column.type === 'singleSelect' && !cascadesWell(context, column)) throw new Failure(appError('column.invalid', { name }))
  return column
}

/** A rule is of the column's kind and can be read, and a default is a value the column may hold. */
function isRuledWell(context: WriteContext, column: Column): boolean {
  const { validation = null, defaultValue = null } = column
  if (validation !== null && validation.kind !== validationKindOf(column.type)) return false
  if (validation?.kind === 'text' && validation.pattern !== null && !isPattern(validation.pattern)) return false
  if (defaultValue === null) return true
  if (!canDefault(column.type)) return false
  return defaultValue.kind === 'value' ? canHold(context, column, defaultValue.value) : momentPresets(column.type).includes(defaultValue.kind)
}

/** A parent is another single select of the table; one that was deleted meanwhile may come back. */
function cascadesWell(context: WriteContext, column: ColumnOf<'singleSelect'>): boolean {
  const { cascade } = column.settings
  if (cascade === undefined || cascade === null) return true
  const parent = context.schema.columns.get(cascade.parentColumnId)
  return parent === undefined || (parent.type === 'singleSelect' && parent.tableId === column.tableId && parent.id !== column.id)
}

function refersWell(context: WriteContext, column: Extract<Column, { type: 'lookup' | 'rollup' }>): boolean {
  const link = context.schema.columns.get(column.settings.linkColumnId)
  if (link?.type !== 'link' || link.tableId !== column.tableId) return false
  const isThere = (id: number | null): boolean => {
    const target = id === null ? undefined : context.schema.columns.get(id)
    return target?.tableId === link.settings.otherTableId && holdsValues(target.type)
  }
  if (column.type === 'lookup') return isThere(column.settings.targetColumnId)
  // The cell is stored for everybody: it cannot depend on who looks.
  if (asksWhoLooks(column.settings.filter)) return false
  if (column.settings.function === 'count') return true
  if (gapFunctions.has(column.settings.function) && !isDate(context, column.settings.targetColumnId)) return false
  if (column.settings.function === 'collect' && !isSelect(context, column.settings.targetColumnId)) return false
  if (
    column.settings.function === 'unspent' &&
    !(isDate(context, column.settings.orderColumnId) && isNumber(context, column.settings.targetColumnId))
  ) {
    return false
  }
  return isThere(column.settings.targetColumnId) && (!orderedFunctions.has(column.settings.function) || isThere(column.settings.orderColumnId))
}

function isDate(context: WriteContext, columnId: number | null): boolean {
  const column = context.schema.columns.get(columnId ?? 0)
  return column !== undefined && ['date', 'dateTime'].includes(resultTypeOf(column, context.schema.columns))
}

function isNumber(context: WriteContext, columnId: number | null): boolean {
  const column = context.schema.columns.get(columnId ?? 0)
  return column !== undefined && isNumeric(displayColumn(column, context.schema.columns))
}

function isSelect(context: WriteContext, columnId: number | null): boolean {
  const column = context.schema.columns.get(columnId ?? 0)
  return column !== undefined && ['singleSelect', 'multipleSelect'].includes(displayColumn(column, context.schema.columns).type)
}

/** The name, or the failure that says the table has it already. */
export function freeName(context: WriteContext, tableId: number, name: string, ownId: number | null): string {
  if (context.schema.columnsOf(tableId).some((column) => column.name === name && column.id !== ownId)) {
    throw new Failure(appError('column.nameTaken', { name }))
  }
  return name
}

/** A place just before another column, halfway from the one in front of it. */
export function positionBefore(context: WriteContext, tableId: number, beforeColumnId: number | null): number {
  const columns = context.schema.columnsOf(tableId)
  const index = columns.findIndex((column) => column.id === beforeColumnId)
  const before = columns[index]
  if (before === undefined) return (columns.at(-1)?.position ?? 0) + 1
  const front = columns[index - 1]?.position ?? before.position - 2
  const middle = (front + before.position) / 2
  if (middle > front && middle < before.position) return middle
  // After some fifty halvings there is no number in between: the columns are counted anew.
  const counted = columns.map((column, place) => ({ ...column, position: place + 1 }))
  context.apply({ schema: counted.map((column, place) => ({ kind: 'column', id: column.id, from: columns[place] ?? null, to: column })) })
  return index + 0.5
}
