import { parseAddress } from '../../lib/parseAddress.ts'
import { ok } from '../../lib/result.ts'
import { formatAddress, readAddress, writeAddress } from '../address.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

export const address: ColumnKind<'address'> = {
  type: 'address',
  storage: 'TEXT',
  searchable: true,
  operators: textOperators,
  defaultSettings: {},
  format(value) {
    const parts = readAddress(value)
    return parts === null ? '' : formatAddress(parts)
  },
  parse: (typed) => ok(writeAddress(parseAddress(typed))),
}
