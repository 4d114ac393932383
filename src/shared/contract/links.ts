import { z } from 'zod'
import { read, write } from './operation.ts'
import type { RowRef } from './records.ts'

const id = z.number().int().positive()

/** A row that may be linked. */
export type Candidate = RowRef & {
  linked: boolean
  /** The row it would be taken from, by name, where it may be linked to one row only. */
  takenFrom: string | null
}

export type SingleLinkPreview = {
  /** Rows linked to several. */ rows: number
  /** Links that would go: all but the first of each. */ links: number
  /** The first of those rows, by name. */ titles: string[]
}

export const linkOperations = {
  /** Rows that a link offers to a row, as its settings limit them: best first for a text, else newest first. */
  'rows.candidates': read<Candidate[]>()(
    z.object({
      linkColumnId: id,
      /** Null while the row is still being made: then nothing of it can be matched. */
      rowId: id.nullable(),
      text: z.string().default(''),
      limit: z.number().int().min(1).max(100).default(30),
    }),
  ),
  /** Makes a row in the other table, with what the limits leave one value for, and links it, all in one. */
  'rows.createLinked': write<RowRef>()(z.object({ linkColumnId: id, rowId: id.nullable(), title: z.string().trim().min(1).max(10_000) })),
  /** What a link would lose if each of its rows kept its first link only. */
  'columns.previewSingle': read<SingleLinkPreview>()(z.object({ linkColumnId: id })),
}
