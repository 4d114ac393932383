import { formatDuration, parseDuration } from '../../lib/duration.ts'
import { fail, ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { numberOperators } from './operators.ts'

/** A time span in seconds. */
export const duration: ColumnKind<'duration'> = {
  type: 'duration',
  storage: 'REAL',
  searchable: false,
  operators: numberOperators,
  defaultSettings: { format: 'h:mm' },
  format: (value, { settings }) => (typeof value === 'number' ? formatDuration(value, settings.format) : (value ?? '')),
  parse(typed, { settings }) {
    if (typed.trim() === '') return ok(null)
    const seconds = parseDuration(typed, settings.format)
    return seconds === null ? fail('invalidDuration') : ok(seconds)
  },
}
