import type { ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { columnSchema, computedColumnTypes, holdsValues, type Column } from '#shared/model/column.ts'
import { plainColumn } from '#shared/model/columns/display.ts'
import type { ParseContext } from '#shared/model/columns/kind.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import { titleColumn } from '../../compute/shownText.ts'
import type { ReadContext } from '../../store/context.ts'
import { columnOf } from '../columns.ts'
import { refuseBrokenPattern } from '../numbering.ts'
import { tableOf } from '../tables.ts'

export type Conversion = ParsedInput<'columns.previewConversion'>

/** A conversion with everything it refers to found. */
export type ConversionPlan = {
  input: Conversion
  /** The column as it is. */
  column: Column
  /** As its cells are read: a computed column as what it shows. */
  from: Column
  /** As it will be, but for options that are made on the way. */
  to: Column
  /** Where names are looked for when it becomes a link. */
  names: { otherTableId: number; matchColumn: Column | null; multiple: boolean; otherMultiple: boolean; createMissing: boolean } | null
  parsing: ParseContext
}

/** What a new link is numbered by; a preview has no numbers yet. */
export type LinkNumbers = { linkId: number; otherColumnId: number }

/** Refuses what makes no sense: columns that the program fills by itself, except numbers, which may begin with those that are there, and buttons, which hold nothing. */
export function planConversion(context: Pick<ReadContext, 'schema' | 'today'>, input: Conversion, numbers: LinkNumbers): ConversionPlan {
  const { schema } = context
  const column = columnOf(context, input.columnId)
  const { type } = input.to
  const from = plainColumn(column, schema.columns)
  const names = type === 'link' ? namesOf(context, input, column) : null
  if (!holdsValues(type) && context.schema.tables.get(column.tableId)?.primaryColumnId === column.id)
    throw new Failure(appError('column.holdsNothing', { name: column.name }))
  if (computedColumnTypes.has(type) && type !== 'autoNumber' && type !== 'button')
    throw new Failure(appError('column.cannotConvert', { name: column.name }))
  const settings =
    input.link !== null && names !== null
      ? { linkId: numbers.linkId, side: 'a', otherTableId: names.otherTableId, otherColumnId: numbers.otherColumnId, multiple: names.multiple }
      : { ...columnKind(type).defaultSettings, ...carriedSettings(from, type), ...input.to.settings }
  const { id, uid, tableId, name, role, position, description } = column
  const required = column.required && holdsValues(type)
  if (type === 'autoNumber') refuseBrokenPattern(settings)
  const to = columnSchema.safeParse({ id, uid, tableId, name, role, position, description, required, type, settings })
  if (!to.success) throw new Failure(appError('column.invalid', { name: column.name }))
  const parsing: ParseContext = { lang: input.lang, members: [...schema.members.values()], today: context.today }
  return { input, column, from, to: to.data, names, parsing }
}

/** Options and the format of numbers go along to a column of their kind. */
function carriedSettings(from: Column, type: Column['type']): object {
  const isSelect = (each: Column['type']): boolean => each === 'singleSelect' || each === 'multipleSelect'
  return from.type === type || (isSelect(from.type) && isSelect(type)) ? from.settings : {}
}

function namesOf(context: Pick<ReadContext, 'schema'>, { link }: Conversion, column: Column): ConversionPlan['names'] {
  if (link === null) throw new Failure(appError('column.invalid', { name: column.name }))
  tableOf(context, link.otherTableId)
  const matchColumn = link.matchColumnId === null ? (titleColumn(context.schema, link.otherTableId) ?? null) : columnOf(context, link.matchColumnId)
  if (matchColumn !== null && matchColumn.tableId !== link.otherTableId) throw new Failure(appError('column.notFound'))
  const { otherTableId, multiple, otherMultiple, createMissing } = link
  return { otherTableId, matchColumn, multiple, otherMultiple, createMissing }
}
