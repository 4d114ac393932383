import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { formatNumber } from '#shared/lib/formatNumber.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn, resultTypeOf } from '#shared/model/columns/display.ts'
import type { ReadContext } from '../context.ts'
import { isMoneyColumn } from '../compute/money.ts'
import type { Making } from './making.ts'

/** The column asked for, of one of these kinds as it shows itself. */
export function columnOf({ schema }: ReadContext, columnId: number, fits: (shown: Column, schema: ReadContext['schema']) => boolean): Column {
  const column = schema.columns.get(columnId)
  if (column === undefined || !schema.tables.has(column.tableId)) throw new Failure(appError('column.notFound'))
  if (!fits(displayColumn(column, schema.columns), schema)) throw new Failure(appError('column.invalid', { name: column.name }))
  return column
}

/** Columns of one table are compared row by row; those of different tables have no rows in common. */
export function requireSameTable(left: Column, right: Column): void {
  if (left.tableId !== right.tableId) throw new Failure(appError('column.invalid', { name: right.name }))
}

export const isNumber = (shown: Column, schema: ReadContext['schema']): boolean => resultTypeOf(shown, schema.columns) === 'number'

/** Puts each row into one group. */
export const isOneGroup = ({ type }: Column): boolean => oneGroup.has(type)
/** Puts each row into one group or several. */
export const isGroup = ({ type }: Column): boolean => oneGroup.has(type) || type === 'multipleSelect' || type === 'members'
const oneGroup: ReadonlySet<string> = new Set(['singleSelect', 'member', 'checkbox', 'createdBy', 'modifiedBy'])

/** A number as its column shows it, in a sentence. */
export function numberText({ context, words }: Making, column: Column, value: number): string {
  if (isMoneyColumn(context.schema, column)) return words.money(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toFixed(2)))
  const shown = displayColumn(column, context.schema.columns)
  if (shown.type === 'progress' || (shown.type === 'number' && shown.settings.format === 'percent')) return words.share(value)
  return plainNumber(value)
}

/** Three figures of a small number, two places of a larger one. */
export function plainNumber(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && size < 0.01) return String(Number(value.toPrecision(3)))
  return formatNumber(value, { format: 'plain', decimals: Number.isInteger(value) || size >= 1000 ? 0 : 2, thousands: true, symbol: '' })
}

/** What a group or a value of a column is called, and the colour of its option. */
export function keyText({ context, words }: Making, column: Column, key: CellValue): { name: string; color: string | null } {
  const shown = displayColumn(column, context.schema.columns)
  if (key === null || key === '') return { name: words.t('analysisCompare.empty'), color: null }
  switch (shown.type) {
    case 'singleSelect':
    case 'multipleSelect': {
      const option = shown.settings.options.find(({ id }) => id === Number(key))
      return { name: option?.name ?? words.t('analysisCompare.empty'), color: option?.color ?? null }
    }
    case 'member':
    case 'members':
    case 'createdBy':
    case 'modifiedBy':
      return { name: words.member(key), color: null }
    case 'checkbox':
      return { name: words.t(key === 1 ? 'analysisCompare.checked' : 'analysisCompare.unchecked'), color: null }
    default:
      return { name: String(key), color: null }
  }
}

/** A probability by chance, as it is written: never a naked zero. */
export function chanceText(pValue: number): string {
  if (pValue < 0.001) return 'p < 0.001'
  return `p = ${pValue.toFixed(3)}`
}

/** What is told from chance by custom (Fisher 1925). */
export const isBeyondChance = (pValue: number): boolean => pValue < 0.05
