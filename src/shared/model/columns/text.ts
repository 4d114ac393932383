import { ok } from '../../lib/result.ts'
import { cleanLine } from '../../lib/text.ts'
import type { ColumnKind } from './kind.ts'
import { textOperators } from './operators.ts'

export const text: ColumnKind<'text'> = {
  type: 'text',
  storage: 'TEXT',
  searchable: true,
  operators: textOperators,
  defaultSettings: {},
  format: (value) => String(value ?? ''),
  parse: (typed) => ok(cleanLine(typed) || null),
}
