import { fail, ok } from '../../lib/result.ts'
import type { ColumnKind } from './kind.ts'
import { linkOperators } from './operators.ts'

/** Stands between titles in the cell; other languages than Chinese read a comma there. */
const separator = '、'

/** The cell holds the titles of the linked rows, kept up to date by the engine; links are made by choosing rows. */
export const link: ColumnKind<'link'> = {
  type: 'link',
  storage: 'TEXT',
  searchable: true,
  operators: linkOperators,
  defaultSettings: null,
  format: (value, _column, { lang }) => (lang === 'zh-CN' ? String(value ?? '') : String(value ?? '').replaceAll(separator, ', ')),
  parse: (typed) => (typed.trim() === '' ? ok(null) : fail('needsRows')),
}
