import type { AddedRows, Change } from '#shared/change/change.ts'
import { defaultCell, type Moment } from '#shared/model/columns/defaults.ts'
import type { Schema } from '../store/schema.ts'

/** Gives new rows the default values of columns that the write says nothing of; rows that come back keep what they had. */
export function withDefaults(schema: Schema, change: Partial<Change>, moment: Moment): Partial<Change> {
  if (change.added === undefined) return change
  return { ...change, added: change.added.map((rows) => (rows.stamps === undefined ? filled(schema, rows, moment) : rows)) }
}

function filled(schema: Schema, rows: AddedRows, moment: Moment): AddedRows {
  const given = new Set(rows.columns.map(({ columnId }) => columnId))
  const columns = schema.columnsOf(rows.tableId).flatMap((column) => {
    const value = given.has(column.id) ? null : defaultCell(column, moment)
    return value === null ? [] : [{ columnId: column.id, values: rows.ids.map(() => value) }]
  })
  return columns.length === 0 ? rows : { ...rows, columns: [...rows.columns, ...columns] }
}
