import type { BaseDescription } from '#shared/contract/base.ts'
import type { FormulaSchema } from '#shared/formula/check/scope.ts'
import { toShown } from '#shared/formula/stored.ts'
import { gapFunctions, holdsValues } from '#shared/model/column.ts'
import type {
  AutoNumberSettings,
  Cascade,
  Column,
  ColumnType,
  DateFormat,
  DurationSettings,
  LinkSettings,
  NumberSettings,
  RatingSettings,
  RollupSettings,
} from '#shared/model/column.ts'
import type { Preset, Validation } from '#shared/model/columnRules.ts'
import { isNumeric } from '#shared/model/columns/display.ts'
import type { Option } from '#shared/model/option.ts'
import { type ButtonForm, buttonFormOf, newButton } from './button/buttonForm.ts'
import { type OfferForm, wholeOffer } from './linkOffer.ts'

/** What the dialog knows of the open base. */
export type BaseShape = Pick<BaseDescription, 'tables' | 'columns'>

/** Types a person may choose, as the gallery groups them. */
export const typeGroups = [
  {
    group: 'basic',
    types: ['text', 'longText', 'number', 'singleSelect', 'multipleSelect', 'date', 'dateTime', 'checkbox', 'rating', 'progress', 'duration'],
  },
  {
    group: 'contact',
    types: ['member', 'members', 'phone', 'email', 'url', 'address', 'geolocation', 'image', 'file', 'signature'],
  },
  { group: 'relation', types: ['link', 'lookup', 'rollup', 'formula', 'button'] },
  { group: 'automatic', types: ['autoNumber', 'createdTime', 'modifiedTime', 'createdBy', 'modifiedBy'] },
] as const satisfies readonly { group: string; types: readonly ColumnType[] }[]

/** The dialog's fields. Settings of every type are kept side by side, so that trying another type loses nothing. */
export type ColumnForm = {
  name: string
  type: ColumnType
  required: boolean
  preset: Preset | null
  validation: Validation | null
  description: string
  number: NumberSettings
  dateFormat: DateFormat
  options: Option[]
  cascade: Cascade | null
  numbering: AutoNumberSettings
  /** Whether saving numbers the rows that are there anew. */
  renumber: boolean
  duration: DurationSettings
  rating: RatingSettings
  link: LinkForm
  lookup: { linkColumnId: number | null; targetColumnId: number | null }
  rollup: Omit<RollupSettings, 'linkColumnId'> & { linkColumnId: number | null }
  /** With columns by name; `format` null until a person chooses one, then the engine's proposal holds. */
  formula: { source: string; format: NumberSettings | null }
  button: ButtonForm
}
export type LinkForm = {
  otherTableId: number | null
  otherName: string
  multiple: boolean
  otherMultiple: boolean
  offer: OfferForm
  createInPicker: boolean
}

/** A form for a new column; a link's other side is named after the table it comes from. */
export function newForm(tableId: number, base: BaseShape, type: ColumnType = 'text'): ColumnForm {
  const tableName = base.tables.find((table) => table.id === tableId)?.name ?? ''
  return {
    name: '',
    type,
    required: false,
    preset: null,
    validation: null,
    description: '',
    dateFormat: 'iso',
    number: { format: 'plain', decimals: 0, thousands: false, symbol: '￥' },
    options: [],
    cascade: null,
    numbering: { pattern: '{0001}' },
    renumber: false,
    duration: { format: 'h:mm' },
    rating: { max: 5, icon: 'star' },
    link: { otherTableId: null, otherName: tableName, multiple: true, otherMultiple: false, offer: wholeOffer, createInPicker: true },
    lookup: { linkColumnId: null, targetColumnId: null },
    rollup: { linkColumnId: null, targetColumnId: null, function: 'count', orderColumnId: null, filter: null },
    formula: { source: '', format: null },
    button: newButton,
  }
}

/** The form of a column that exists. */
export function formOf(column: Column, base: BaseShape): ColumnForm {
  const form = {
    ...newForm(column.tableId, base),
    name: column.name,
    type: column.type,
    required: column.required,
    description: column.description,
    preset: column.defaultValue ?? null,
    validation: column.validation ?? null,
  }
  switch (column.type) {
    case 'number':
      return { ...form, number: column.settings }
    case 'date':
    case 'dateTime':
      return { ...form, dateFormat: column.settings.format ?? 'iso' }
    case 'singleSelect':
      return { ...form, options: column.settings.options, cascade: column.settings.cascade ?? null }
    case 'multipleSelect':
      return { ...form, options: column.settings.options }
    case 'autoNumber':
      return { ...form, numbering: column.settings }
    case 'duration':
      return { ...form, duration: column.settings }
    case 'rating':
      return { ...form, rating: column.settings }
    case 'link':
      return { ...form, link: linkForm(column.settings, base) }
    case 'lookup':
      return { ...form, lookup: column.settings }
    case 'rollup':
      return { ...form, rollup: column.settings }
    case 'formula': {
      const { source, format } = column.settings
      return { ...form, formula: { source: toShown(source, column.tableId, formulaSchema(base)), format } }
    }
    case 'button':
      return { ...form, button: buttonFormOf(column.settings, base.columns) }
    default:
      return form
  }
}

function linkForm({ otherTableId, otherColumnId, multiple, pick, createInPicker = true }: LinkSettings, base: BaseShape): LinkForm {
  const other = base.columns.find((column) => column.id === otherColumnId)
  const otherMultiple = other?.type === 'link' ? other.settings.multiple : true
  return { otherTableId, otherName: other?.name ?? '', multiple, otherMultiple, offer: pick ?? wholeOffer, createInPicker }
}

/** The columns of the base as formulas look them up. */
export function formulaSchema(base: BaseShape): FormulaSchema {
  return {
    columns: new Map(base.columns.map((column) => [column.id, column])),
    columnsOf: (tableId) => base.columns.filter((column) => column.tableId === tableId),
  }
}

/** A name no column of the table has yet: 客户, then 客户 2 … */
export function freeColumnName(wanted: string, tableId: number, base: BaseShape): string {
  const taken = new Set(base.columns.filter((column) => column.tableId === tableId).map((column) => column.name))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`
    if (!taken.has(name)) return name
  }
}

/** Link columns of a table, the roads a lookup or rollup may take. */
export function linkColumnsOf(tableId: number, base: BaseShape): Extract<Column, { type: 'link' }>[] {
  return base.columns.filter((column) => column.tableId === tableId).filter((column) => column.type === 'link')
}

/** Columns of the table behind a link column. */
export function columnsBehind(linkColumnId: number | null, base: BaseShape): Column[] {
  const link = base.columns.find((column) => column.id === linkColumnId)
  return link?.type === 'link' ? base.columns.filter((column) => column.tableId === link.settings.otherTableId) : []
}

/** The name of the table behind a link column. */
export function tableBehind(linkColumnId: number | null, base: BaseShape): string {
  const link = base.columns.find((column) => column.id === linkColumnId)
  return link?.type === 'link' ? (base.tables.find((table) => table.id === link.settings.otherTableId)?.name ?? '') : ''
}

/** Whether a function can read a column, given as it is shown: numbers can be added up, dates compared, and what is between them. */
export function canTarget(shown: Column, rollupFunction: RollupSettings['function']): boolean {
  if (rollupFunction === 'sum' || rollupFunction === 'average' || rollupFunction === 'unspent') return isNumeric(shown)
  if (gapFunctions.has(rollupFunction)) return isDate(shown)
  if (rollupFunction === 'collect') return shown.type === 'singleSelect' || shown.type === 'multipleSelect'
  if (rollupFunction === 'min' || rollupFunction === 'max') return canOrder(shown)
  return shown.type !== 'link' && holdsValues(shown.type)
}

/** Columns by which the latest linked row is told, given as they are shown. */
export const canOrder = (shown: Column): boolean => isNumeric(shown) || isDate(shown)

export const isDate = (shown: Column): boolean => ['date', 'dateTime', 'createdTime', 'modifiedTime'].includes(shown.type)
