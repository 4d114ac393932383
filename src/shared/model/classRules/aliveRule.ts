import { z } from 'zod'

const id = z.number().int().positive()

/**
 * How likely a customer still is one, by the BG/NBD model fitted to all customers of the table (0–1), in bands as a band
 * rule has them. Who bought on one day only is certain to be one by the model, which says nothing: such rows stay unclassed
 * unless `onceOptionId` names their class. Rows without an order, and all rows while there is no fit, stay unclassed.
 */
export const aliveRuleSchema = z.object({
  kind: z.literal('alive'),
  /** Days on which there was an order. */
  orderDaysColumnId: id,
  firstOrderColumnId: id,
  lastOrderColumnId: id,
  bands: z.array(z.object({ from: z.number().nullable(), optionId: id })).min(1),
  onceOptionId: id.nullable(),
})
export type AliveRule = z.infer<typeof aliveRuleSchema>
