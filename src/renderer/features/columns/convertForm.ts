import type { BaseDescription } from '#shared/contract/base.ts'
import type { OperationInput } from '#shared/contract/engine.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import { computedColumnTypes, type Column, type ColumnType } from '#shared/model/column.ts'
import { type ColumnForm, formOf, freeColumnName } from './columnForm.ts'
import { settingsOf } from './saveColumn.ts'

/** The dialog's fields: those of a column of the new type, and how its cells are turned. */
export type ConvertForm = { column: ColumnForm; makeOptions: boolean; matchColumnId: number | null; createMissing: boolean }

export type Conversion = OperationInput<'columns.previewConversion'>

/** Types a column can be turned into, in the order of the list: not its own, and none that the program fills by itself. */
export function targetTypes(all: readonly ColumnType[], column: Column): ColumnType[] {
  return all.filter((type) => type !== column.type && (type === 'autoNumber' || type === 'button' || !computedColumnTypes.has(type)))
}

/** A form for a column that is to become of this type. */
export function convertForm(column: Column, type: ColumnType, base: BaseDescription): ConvertForm {
  const table = base.tables.find((each) => each.id !== column.tableId)
  const name = base.tables.find((each) => each.id === column.tableId)?.name ?? ''
  const form = formOf(column, base)
  const link =
    type === 'link' && table !== undefined
      ? { ...form.link, otherTableId: table.id, otherName: freeColumnName(name, table.id, base), multiple: true, otherMultiple: true }
      : form.link
  return { column: { ...form, type, number: { ...form.number, decimals: 2 }, link }, makeOptions: true, matchColumnId: null, createMissing: false }
}

/** What the form asks of the engine; null while something is still to be chosen. */
export function conversionOf(columnId: number, form: ConvertForm, lang: Lang): Conversion | null {
  const { type, link } = form.column
  const { makeOptions, matchColumnId, createMissing } = form
  if (type !== 'link') {
    // The engine takes the options along by itself.
    const settings = type === 'singleSelect' || type === 'multipleSelect' ? {} : settingsOf(form.column)
    return { columnId, to: { type, settings }, makeOptions, lang }
  }
  const { otherTableId, otherName, multiple, otherMultiple } = link
  if (otherTableId === null || otherName.trim() === '') return null
  return { columnId, to: { type }, link: { otherTableId, matchColumnId, multiple, otherName: otherName.trim(), otherMultiple, createMissing }, lang }
}
