import { cleanPhone } from '../../lib/phone.ts'
import { fail, ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

/** Any text with a digit is taken: people note extensions, two numbers in one cell, or half a number. */
export const phone: ColumnKind<'phone'> = {
  type: 'phone',
  storage: 'TEXT',
  searchable: true,
  operators: textOperators,
  defaultSettings: {},
  format: (value) => String(value ?? ''),
  parse: (typed) => {
    const number = cleanPhone(typed)
    return number === '' || /\d/u.test(number) ? ok(number || null) : fail('invalidPhone')
  },
}
