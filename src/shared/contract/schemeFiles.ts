import { z } from 'zod'
import type { Option } from '../model/option.ts'
import type { Scheme } from '../model/scheme.ts'
import { read, write } from './operation.ts'

const id = z.number().int().positive()

/** What a file with a scheme says, beside the columns of the base. */
export type SchemeFilePreview = {
  name: string
  /** The table it would class: the one asked for, or the one that fits best; null: none does. */
  tableId: number | null
  classes: Option[]
  /** What the rule reads; `columnId`: the column of the base that is meant, by role or by name and type. */
  columns: { key: number; name: string; /** Of linked rows. */ tableName: string | null; columnId: number | null; fitting: number[] }[]
  /** Options, members and rows that conditions ask for and the base does not have: they are left out. */
  lostChoices: { column: string; name: string }[]
}

export const schemeFileOperations = {
  /** Writes a scheme to a file, readable, with its columns by role and name. */
  'schemes.exportFile': read<{ path: string }>()(z.object({ schemeId: id, path: z.string() })),
  'schemes.inspectFile': read<SchemeFilePreview>()(
    z.object({ path: z.string(), tableId: id.nullable().default(null), columns: z.array(z.object({ key: id, columnId: id })).default([]) }),
  ),
  /** Makes the scheme of a file, with a column for its classes; `columns` says which are meant where the file's own did not tell. */
  'schemes.importFile': write<Scheme>()(
    z.object({ path: z.string(), tableId: id, name: z.string().min(1), columns: z.array(z.object({ key: id, columnId: id })) }),
  ),
}
