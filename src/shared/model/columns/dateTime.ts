import { formatDateTime } from '../../lib/formatDate.ts'
import { parseDateTime } from '../../lib/parseDate.ts'
import { fail, ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { dateOperators } from './operators.ts'

export const dateTime: ColumnKind<'dateTime'> = {
  type: 'dateTime',
  storage: 'TEXT',
  searchable: true,
  operators: dateOperators,
  defaultSettings: {},
  format: (value) => formatDateTime(String(value ?? '')),
  parse(typed, _column, { today }) {
    if (typed.trim() === '') return ok(null)
    const instant = parseDateTime(typed, today)
    return instant === null ? fail('invalidDate') : ok(instant)
  },
}
