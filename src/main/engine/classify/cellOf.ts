import type { ReadContext, Schema } from '../context.ts'
import { cellRef, sql, type RawBuilder } from '../store/sql.ts'

/** The cell of a column of the row under `alias`; empty when the column is gone. */
export function cellOf(schema: Schema, columnId: number, alias: string): RawBuilder<unknown> {
  const column = schema.columns.get(columnId)
  return column === undefined ? sql`null` : cellRef(column, alias)
}

/** What the rules read besides the row: which columns there are, and which day it is. */
export type ClassingContext = Pick<ReadContext, 'schema' | 'today'>
