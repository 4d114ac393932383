import type { CellValue } from './cell.ts'
import { computedColumnTypes, type Column } from './column.ts'
import type { Filter } from './filter.ts'

/** The columns a row is not complete without: those marked required that a person fills, not the engine or a scheme. */
export function requiredColumns(columns: readonly Column[], isFilled: (columnId: number) => boolean): Column[] {
  return columns.filter((column) => column.required && !computedColumnTypes.has(column.type) && !isFilled(column.id))
}

/** Whether a cell is one that still has to be filled. */
export const isMissing = (column: Column, value: CellValue): boolean => column.required && value === null && !computedColumnTypes.has(column.type)

/** The rows that lack one of these; null where there is nothing to lack. */
export function missingFilter(required: readonly Column[]): Filter | null {
  if (required.length === 0) return null
  return { kind: 'or', items: required.map(({ id }) => ({ kind: 'condition', columnId: id, operator: 'isEmpty' })) }
}
