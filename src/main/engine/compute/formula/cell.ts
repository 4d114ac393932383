import { displayColumn } from '#shared/model/columns/display.ts'
import { shownText } from '../shownText.ts'
import { smallestUnits } from '../money.ts'
import { cellRef, errorName, nameRef, sql } from '../../store/sql.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { type Scalar } from './compiled.ts'
import type { Scope } from './scope.ts'

/** The cell of a column as a formula reads it: numbers, dates and checkboxes as they are, anything else as the text people read. */
export function cellScalar({ context: { schema }, alias }: Scope, columnId: number): Scalar {
  const column = schema.columns.get(columnId)
  if (column === undefined) return { kind: 'scalar', value: sql`null`, error: sql`${errorCodes.link}`, mayBeEmpty: false }
  const cell = cellRef(column, alias)
  const error = column.type === 'formula' ? nameRef(errorName(column.id), alias) : null
  const shown = displayColumn(column, schema.columns)
  switch (shown.type) {
    case 'number': {
      const unit = smallestUnits(schema, column)
      return { kind: 'scalar', value: cell, error, mayBeEmpty: true, ...(unit === null ? {} : { unit }) }
    }
    case 'date':
    case 'dateTime':
    case 'createdTime':
    case 'modifiedTime':
      return { kind: 'scalar', value: cell, error, mayBeEmpty: true }
    case 'checkbox':
      return error === null
        ? { kind: 'scalar', value: sql`coalesce(${cell}, 0)`, error, mayBeEmpty: false }
        : { kind: 'scalar', value: cell, error, mayBeEmpty: true }
    default:
      return { kind: 'scalar', value: shownText(schema, column, alias), error, mayBeEmpty: true }
  }
}
