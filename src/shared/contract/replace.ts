import { z } from 'zod'
import type { ParseFailure } from '../model/columns/kind.ts'
import { rowQuerySchema } from '../model/view.ts'
import { read, write } from './operation.ts'

const id = z.number().int().positive()

/** What is looked for in cells as a person reads them. */
export const patternSchema = z.object({
  text: z.string().min(1).max(1000),
  matchCase: z.boolean(),
  wholeCell: z.boolean(),
  /** A regular expression; the replacement may name its groups as $1. */
  regex: z.boolean(),
})
export type Pattern = z.infer<typeof patternSchema>

const cellPlace = z.object({ rowId: id, columnId: id })

const scope = {
  tableId: id,
  query: rowQuerySchema,
  /** The columns looked into, in the order they stand. */
  columnIds: z.array(id).max(2000),
  /** Only the rows from one place of the list up to another, both included; null for all of it. */
  between: z.object({ first: id, last: id }).nullable(),
  pattern: patternSchema,
}

/** A cell found: its place among all that were found, its row's place in the list, both from 0. */
export type FoundCell = { at: number; rowIndex: number; rowId: number; columnId: number }

/** One cell as it would be; a value the column cannot hold says why it stays. */
export type Replacing = { rowId: number; rowNumber: number; columnId: number; from: string; to: string }
export type Refused = Replacing & { reason: ParseFailure | 'required' | 'invalid' }

export type ReplacePreview = {
  /** Cells that would change. */
  count: number
  changes: Replacing[]
  refusedCount: number
  refused: Refused[]
  /** Cells found in links, computed columns and classes, which are not replaced. */
  fixedCount: number
}

const replacing = { ...scope, replacement: z.string().max(10_000), /** One cell alone; null for all that are found. */ only: cellPlace.nullable() }

export const replaceOperations = {
  /** How many cells hold the pattern, and one of them: the one at a place, or the first at or after a cell. */
  'find.cells': read<{ count: number; found: FoundCell | null }>()(
    z.object({ ...scope, at: z.number().int().min(0).nullable(), after: z.object({ rowIndex: z.number().int().min(0), columnId: id }).nullable() }),
  ),
  'replace.preview': read<ReplacePreview>()(z.object(replacing)),
  /** Replaces in every cell found that can hold the result, as one change. */
  'replace.run': write<{ replaced: number; refused: number }>()(z.object(replacing)),
}
