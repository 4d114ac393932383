import { z } from 'zod'

const id = z.number().int().positive()

/** No rule: classes are set by hand only. Rows nobody set have the scheme's fallback, or none. */
export const manualRuleSchema = z.object({
  kind: z.literal('manual'),
  /** The classes to choose from. */
  optionIds: z.array(id).min(1),
  /** Whether whoever sets a class has to say why. */
  reasonRequired: z.boolean(),
})
