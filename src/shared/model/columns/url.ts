import { fail, ok } from '../../lib/result.ts'
import { parseUrl } from '../../lib/url.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

/** A web or mail address, stored in full; nothing but http, https and mailto. */
export const url: ColumnKind<'url'> = {
  type: 'url',
  storage: 'TEXT',
  searchable: true,
  operators: textOperators,
  defaultSettings: {},
  format: (value) => String(value ?? ''),
  parse(typed) {
    if (typed.trim() === '') return ok(null)
    const address = parseUrl(typed)
    return address === null ? fail('invalidUrl') : ok(address)
  },
}
