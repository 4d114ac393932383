import { cleanPhone } from '../../lib/phone.ts'
import { ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

/** Any text is taken: people note extensions, two numbers in one cell, or half a number. */
export const phone: ColumnKind<'phone'> = {
  type: 'phone',
  storage: 'TEXT',
  searchable: true,
  operators: textOperators,
  defaultSettings: {},
  format: (value) => String(value ?? ''),
  parse: (typed) => ok(cleanPhone(typed) || null),
}
