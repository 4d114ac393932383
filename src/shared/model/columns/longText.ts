import { ok } from '../../lib/result.ts'
import { cleanLines } from '../../lib/text.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

export const longText: ColumnKind<'longText'> = {
  type: 'longText',
  storage: 'TEXT',
  searchable: true,
  operators: textOperators,
  defaultSettings: {},
  format: (value) => String(value ?? ''),
  parse: (typed) => ok(cleanLines(typed) || null),
}
