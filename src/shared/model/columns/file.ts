import { formatFiles, parseFiles } from './fileNames.ts'
import type { ColumnKind } from './kind.ts'
import { fileOperators } from './operators.ts'

/** Files of any kind; their contents stand in the base, by hash. */
export const file: ColumnKind<'file'> = {
  type: 'file',
  storage: 'TEXT',
  searchable: true,
  operators: fileOperators,
  defaultSettings: {},
  format: (value, _column, context) => formatFiles(value, context),
  parse: parseFiles,
}
