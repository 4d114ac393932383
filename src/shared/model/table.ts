import { z } from 'zod'

/** A table of the base. `primaryColumnId` is the column that names a row where it is linked. */
export const tableSchema = z.object({
  id: z.number().int().positive(),
  uid: z.string(),
  name: z.string().min(1).max(10_000),
  role: z.string().nullable(),
  position: z.number(),
  primaryColumnId: z.number().int().positive().nullable(),
})
export type Table = z.infer<typeof tableSchema>
