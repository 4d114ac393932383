import { z } from 'zod'

/** A choice of a select column. `code` is stable: rules refer to it, users may rename `name`. */
export const optionSchema = z.object({
  id: z.number().int().positive(),
  name: z.string().min(1),
  code: z.string().optional(),
  /** Key into the palette of `optionColors.ts`. */
  color: z.string(),
})
export type Option = z.infer<typeof optionSchema>
