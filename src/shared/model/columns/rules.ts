import type { AppError } from '../../contract/error.ts'
import { appError } from '../../i18n/appError.ts'
import { assertNever } from '../../lib/assertNever.ts'
import { readPattern } from '../../lib/pattern.ts'
import type { CellValue } from '../cell.ts'
import type { Column, ColumnType } from '../column.ts'
import type { Validation } from '../columnRules.ts'
import { formatCell } from './registry.ts'

/** What can be asked of a type's values; null where nothing can. */
export function validationKindOf(type: ColumnType): Validation['kind'] | null {
  switch (type) {
    case 'number':
    case 'duration':
      return 'number'
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'url':
      return 'text'
    case 'date':
    case 'dateTime':
      return 'date'
    default:
      return null
  }
}

/** Why a value that fits the column's type is against the column's own rule; null when it is not. Empty is never. */
export function brokenRule(column: Column, value: CellValue): AppError | null {
  const rule = column.validation
  if (rule === undefined || rule === null || value === null || rule.kind !== validationKindOf(column.type)) return null
  switch (rule.kind) {
    case 'number':
      return typeof value === 'number' ? outside(column, value, rule.min, rule.max) : null
    case 'date':
      // The last day counts to its end: a time continues a date with `T`, and `U` follows `T`.
      return outside(column, String(value), rule.from, rule.to, 'U')
    case 'text': {
      const text = String(value)
      if (rule.maxLength !== null && [...text].length > rule.maxLength)
        return appError('cell.tooLong', { column: column.name, limit: rule.maxLength })
      if (rule.pattern === null || isAsAsked(rule.pattern, text)) return null
      return rule.message === '' ? appError('cell.pattern', { column: column.name }) : appError('cell.ownRule', { message: rule.message })
    }
    default:
      return assertNever(rule)
  }
}

function outside<Value extends number | string>(column: Column, value: Value, from: Value | null, to: Value | null, end = ''): AppError | null {
  const named = (limit: Value) => ({ column: column.name, limit: formatCell(column, limit, { lang: 'zh-CN', members: [] }) })
  if (from !== null && value < from) return appError('cell.tooSmall', named(from))
  const isBeyond = to !== null && (typeof to === 'string' ? value >= to + end : value > to)
  return isBeyond && to !== null ? appError('cell.tooLarge', named(to)) : null
}

/** What is no pattern asks for nothing. */
function isAsAsked(source: string, text: string): boolean {
  const read = readPattern(source)
  return !read.ok || read.value.matches(text)
}
