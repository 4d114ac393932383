import { formatFiles, parseFiles } from './fileNames.ts'
import type { ColumnKind } from './kind.ts'

/** A signature drawn by hand, kept as a picture; nobody searches for its name. */
export const signature: ColumnKind<'signature'> = {
  type: 'signature',
  storage: 'TEXT',
  searchable: false,
  operators: ['isEmpty', 'isNotEmpty'],
  defaultSettings: {},
  format: (value, _column, context) => formatFiles(value, context),
  parse: parseFiles,
}
