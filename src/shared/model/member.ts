import { z } from 'zod'

/** A person of the team, as owner of customers and author of follow-ups. */
export const memberSchema = z.object({
  id: z.number().int().positive(),
  uid: z.string(),
  name: z.string().min(1),
  color: z.string(),
  active: z.boolean(),
})
export type Member = z.infer<typeof memberSchema>
