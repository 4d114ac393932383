import { z } from 'zod'

/** Columns whose cells, taken together, no two rows of a table have alike; rows with an empty one among them do not count. */
export const uniqueSchema = z.object({ id: z.number().int().positive(), columnIds: z.array(z.number().int().positive()).min(1).max(8) })
export type Unique = z.infer<typeof uniqueSchema>

/** A table of the base. `primaryColumnId` is the column that names a row where it is linked. */
export const tableSchema = z.object({
  id: z.number().int().positive(),
  uid: z.string(),
  name: z.string().min(1).max(10_000),
  role: z.string().nullable(),
  position: z.number(),
  primaryColumnId: z.number().int().positive().nullable(),
  /** What no two rows may have alike; absent in tables that never had such a rule. */
  uniques: z.array(uniqueSchema).exactOptional(),
})
export type Table = z.infer<typeof tableSchema>

export const uniquesOf = (table: Table): readonly Unique[] => table.uniques ?? []
