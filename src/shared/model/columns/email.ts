import { parseEmail } from '../../lib/email.ts'
import { fail, ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

export const email: ColumnKind<'email'> = {
  type: 'email',
  storage: 'TEXT',
  searchable: true,
  operators: textOperators,
  defaultSettings: {},
  format: (value) => String(value ?? ''),
  parse(typed) {
    if (typed.trim() === '') return ok(null)
    const address = parseEmail(typed)
    return address === null ? fail('invalidEmail') : ok(address)
  },
}
