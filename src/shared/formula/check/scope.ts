import type { Column, ColumnOf } from '../../model/column.ts'
import { displayColumn } from '../../model/columns/display.ts'
import type { Span } from '../expression.ts'
import type { ScalarType } from '../formulaType.ts'
import type { Typed } from '../typed.ts'

/** The columns a formula may read; the engine's schema is one. */
export type FormulaSchema = {
  readonly columns: ReadonlyMap<number, Column>
  columnsOf(tableId: number): readonly Column[]
}

/**
 * Where an expression stands: the table whose row plain `{列}` reads, and the text that spans point into. Inside a link
 * function that is the linked row, and `outer` are the tables of the rows it was reached from, the nearest first.
 */
export type Scope = { schema: FormulaSchema; tableId: number; outer: readonly number[]; source: string }

export const tablesOf = ({ tableId, outer }: Pick<Scope, 'tableId' | 'outer'>): readonly number[] => [tableId, ...outer]

/** A checked part of a formula with its place, for problems found further up. */
export type Checked = { typed: Typed; span: Span; /** As typed. */ what: string }

export type LinkColumn = ColumnOf<'link'>

/** What a cell of the column is in a formula: options and members are their names. */
export function cellTypeOf(column: Column, schema: FormulaSchema): ScalarType {
  const { type, settings } = displayColumn(column, schema.columns)
  if ('result' in settings) {
    const result = scalarTypes.find((each) => each === settings.result)
    if (result !== undefined) return result
  }
  return cellTypes[type] ?? 'text'
}

const scalarTypes: readonly ScalarType[] = ['number', 'text', 'date', 'dateTime', 'boolean']

const cellTypes: Readonly<Record<string, ScalarType>> = {
  number: 'number',
  duration: 'number',
  rating: 'number',
  progress: 'number',
  checkbox: 'boolean',
  date: 'date',
  dateTime: 'dateTime',
  createdTime: 'dateTime',
  modifiedTime: 'dateTime',
}
