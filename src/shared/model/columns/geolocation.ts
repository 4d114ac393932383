import { parseGeolocation } from '../../lib/parseGeolocation.ts'
import { fail, ok } from '../../lib/result.ts'
import { formatGeolocation, readGeolocation, writeGeolocation } from '../geolocation.ts'
import type { ColumnKind } from './kind.ts'

export const geolocation: ColumnKind<'geolocation'> = {
  type: 'geolocation',
  storage: 'TEXT',
  searchable: false,
  operators: ['isEmpty', 'isNotEmpty'],
  defaultSettings: {},
  format(value) {
    const place = readGeolocation(value)
    return place === null ? String(value ?? '') : formatGeolocation(place)
  },
  parse(typed) {
    if (typed.trim() === '') return ok(null)
    const place = parseGeolocation(typed)
    return place === null ? fail('invalidGeolocation') : ok(writeGeolocation(place))
  },
}
