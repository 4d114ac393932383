import { z } from 'zod'
import type { RowRef } from './records.ts'
import { read } from './operation.ts'
import { replaceOperations } from './replace.ts'

const id = z.number().int().positive()

/** A stretch of a text, in UTF-16 units. */
export type TextSpan = { from: number; to: number }

/** A row found by what was typed, and the cell it was found in where that is not its title; with what is to be marked. */
export type FoundRow = RowRef & { marks: TextSpan[]; cell: { columnId: number; text: string; marks: TextSpan[] } | null }

export const searchOperations = {
  ...replaceOperations,
  /** Rows of every table that hold what is typed: those named by it first; a few of each table. */
  'search.everywhere': read<{ tableId: number; rows: FoundRow[]; more: boolean }[]>()(
    z.object({ text: z.string().max(1000), perTable: z.number().int().min(1).max(50).default(8) }),
  ),
  /** The rows by their names, those that are gone left out. */
  'search.titles': read<RowRef[]>()(z.object({ rows: z.array(z.object({ tableId: id, id })).max(100) })),
  /** Where in texts a person sees what is typed is found, by sound too; as many answers as texts. */
  'search.marks': read<TextSpan[][]>()(z.object({ typed: z.string().max(1000), texts: z.array(z.string()).max(5000) })),
  /** How far the search index is where it is being made anew, in rows; null where it is whole. */
  'search.state': read<{ done: number; total: number } | null>()(z.object({})),
}
