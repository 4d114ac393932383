import { formatFiles, parseFiles } from './fileNames.ts'
import type { ColumnKind } from './kind.ts'
import { fileOperators } from './operators.ts'

/** Pictures; like files, and shown as such. */
export const image: ColumnKind<'image'> = {
  type: 'image',
  storage: 'TEXT',
  searchable: true,
  operators: fileOperators,
  defaultSettings: {},
  format: (value, _column, context) => formatFiles(value, context),
  parse: parseFiles,
}
