import { z } from 'zod'
import { cellValueSchema } from '../cell.ts'

const id = z.number().int().positive()
const ids = z.array(id).min(1)

/** One thing done to a column in many rows. */
export const bulkActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), value: cellValueSchema }),
  z.object({ kind: z.literal('clear') }),
  z.object({ kind: z.literal('copy'), fromColumnId: id }),
  /** Of numbers; `add` also moves dates by days. */
  z.object({ kind: z.literal('calculate'), operator: z.enum(['add', 'multiply']), amount: z.number().finite() }),
  z.object({ kind: z.literal('write'), place: z.enum(['before', 'after']), text: z.string().min(1).max(10_000) }),
  /** Of multiple selects. */
  z.object({ kind: z.literal('addOptions'), optionIds: ids }),
  z.object({ kind: z.literal('removeOptions'), optionIds: ids }),
  /** Of links. */
  z.object({ kind: z.literal('link'), rowIds: ids }),
  z.object({ kind: z.literal('unlink'), /** Null for all. */ rowIds: ids.nullable() }),
])
export type BulkAction = z.infer<typeof bulkActionSchema>
export type BulkActionKind = BulkAction['kind']
