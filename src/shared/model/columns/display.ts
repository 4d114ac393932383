import { assertNever } from '../../lib/assertNever.ts'
import { countingFunctions, type Column, type ColumnOf, type ColumnType, type NumberSettings, type ResultType } from '../column.ts'

export type ColumnsById = ReadonlyMap<number, Column>

/**
 * The column whose kind formats, filters and sorts a column's values. A lookup of one linked row and a rollup show
 * themselves as the column they read, under their own name; a lookup of several rows is text. Others are themselves.
 */
export function displayColumn(column: Column, columnsById: ColumnsById): Column {
  return displayed(column, columnsById, new Set())
}

/** The column its values would be if nothing filled them: what a computed column freezes into. Plain columns are themselves. */
export function plainColumn(column: Column, columnsById: ColumnsById): Column {
  return asValueOf(displayColumn(column, columnsById), column)
}

/** How a column's stored value is typed. */
export function resultTypeOf(column: Column, columnsById: ColumnsById): ResultType {
  return resultTypes[displayColumn(column, columnsById).type]
}

/** Whether the values of a column, given as it is shown, can be added up and compared as numbers. */
export const isNumeric = (shown: Column): boolean => resultTypes[shown.type] === 'number'

/** The column as it shows all that its cells hold: large numbers not shortened, days with their year. To copy and to edit. */
export function inFull(shown: Column): Column {
  if (shown.type === 'number' && shown.settings.shorten === true) return { ...shown, settings: { ...shown.settings, shorten: false } }
  if ((shown.type === 'date' || shown.type === 'dateTime') && shown.settings.format === 'chineseShort') return { ...shown, settings: {} }
  return shown
}

function displayed(column: Column, columnsById: ColumnsById, seen: Set<number>): Column {
  if (column.type === 'formula') return asResult(column)
  if (column.type !== 'lookup' && column.type !== 'rollup') return column
  if (seen.has(column.id)) return asText(column)
  seen.add(column.id)
  if (column.type === 'rollup' && countingFunctions.has(column.settings.function)) return asNumber(column, countSettings)
  if (column.type === 'rollup' && column.settings.function === 'medianGap') return asNumber(column, gapSettings)
  const target = columnsById.get(column.settings.targetColumnId ?? 0)
  const value = target === undefined ? asText(column) : asValueOf(displayed(target, columnsById, seen), column)
  if (column.type === 'lookup') return isSingle(column, columnsById) ? value : asText(column)
  switch (column.settings.function) {
    case 'sum':
    case 'unspent':
      return value.type === 'duration' ? value : asNumber(column, value.type === 'number' ? value.settings : sumSettings)
    case 'average':
      if (value.type === 'duration' || value.type === 'progress') return value
      return asNumber(column, value.type === 'number' ? withDecimals(value.settings) : sumSettings)
    case 'collect':
      if (value.type === 'singleSelect') return { ...ownPart(column), type: 'multipleSelect', settings: { options: value.settings.options } }
      return value.type === 'multipleSelect' ? value : asText(column)
    default:
      return value
  }
}

function isSingle(column: ColumnOf<'lookup'>, columnsById: ColumnsById): boolean {
  const link = columnsById.get(column.settings.linkColumnId)
  return link?.type === 'link' && !link.settings.multiple
}

const countSettings: NumberSettings = { format: 'plain', decimals: 0, thousands: true, symbol: '' }
// A median of whole days is whole or a half.
const gapSettings: NumberSettings = { ...countSettings, decimals: 1 }
const sumSettings: NumberSettings = { format: 'plain', decimals: 2, thousands: true, symbol: '' }

/** An average of whole numbers is seldom whole. */
const withDecimals = (settings: NumberSettings): NumberSettings => ({ ...settings, decimals: Math.max(settings.decimals, 2) })

/** The target as a value under the name and place of the column that reads it; what the engine fills becomes plain data. */
function asValueOf(target: Column, column: Column): Column {
  const own = ownPart(column)
  switch (target.type) {
    case 'createdTime':
    case 'modifiedTime':
      return { ...own, type: 'dateTime', settings: {} }
    case 'createdBy':
    case 'modifiedBy':
      return { ...own, type: 'member', settings: {} }
    case 'autoNumber':
    case 'link':
    case 'lookup':
    case 'rollup':
    case 'formula':
      return { ...own, type: 'text', settings: {} }
    default:
      return { ...target, ...own }
  }
}

function asResult(column: ColumnOf<'formula'>): Column {
  switch (column.settings.result) {
    case 'number':
      return asNumber(column, column.settings.format)
    case 'boolean':
      return { ...ownPart(column), type: 'checkbox', settings: {} }
    case 'date':
      return { ...ownPart(column), type: 'date', settings: {} }
    case 'dateTime':
      return { ...ownPart(column), type: 'dateTime', settings: {} }
    case 'text':
      return asText(column)
    default:
      return assertNever(column.settings.result)
  }
}

const asText = (column: Column): Column => ({ ...ownPart(column), type: 'text', settings: {} })

const asNumber = (column: Column, settings: NumberSettings): Column => ({ ...ownPart(column), type: 'number', settings })

function ownPart({ id, uid, tableId, name, role, position, description, required }: Column) {
  return { id, uid, tableId, name, role, position, description, required }
}

const resultTypes: Readonly<Record<ColumnType, ResultType>> = {
  text: 'text',
  longText: 'text',
  number: 'number',
  checkbox: 'checkbox',
  date: 'date',
  dateTime: 'dateTime',
  singleSelect: 'singleSelect',
  multipleSelect: 'text',
  member: 'member',
  members: 'text',
  phone: 'text',
  email: 'text',
  address: 'text',
  geolocation: 'text',
  url: 'text',
  duration: 'number',
  rating: 'number',
  progress: 'number',
  image: 'text',
  file: 'text',
  signature: 'text',
  autoNumber: 'text',
  createdTime: 'dateTime',
  modifiedTime: 'dateTime',
  createdBy: 'member',
  modifiedBy: 'member',
  link: 'text',
  lookup: 'text',
  rollup: 'number',
  formula: 'text',
  button: 'text',
}
