import { formatDateTimeAs } from '../../lib/formatDate.ts'
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
  format: (value, { settings }) => formatDateTimeAs(String(value ?? ''), settings.format ?? 'iso'),
  parse(typed, { settings }, { today }) {
    if (typed.trim() === '') return ok(null)
    const instant = parseDateTime(typed, today, settings.format === 'dots')
    return instant === null ? fail('invalidDate') : ok(instant)
  },
}
