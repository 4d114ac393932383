import { formatDayAs } from '../../lib/formatDate.ts'
import { parseDate } from '../../lib/parseDate.ts'
import { fail, ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { dateOperators } from './operators.ts'

export const date: ColumnKind<'date'> = {
  type: 'date',
  storage: 'TEXT',
  searchable: true,
  operators: dateOperators,
  defaultSettings: {},
  format: (value, { settings }) => formatDayAs(String(value ?? ''), settings.format ?? 'iso'),
  parse(typed, { settings }, { today }) {
    if (typed.trim() === '') return ok(null)
    const day = parseDate(typed, today, settings.format === 'dots')
    return day === null ? fail('invalidDate') : ok(day)
  },
}
