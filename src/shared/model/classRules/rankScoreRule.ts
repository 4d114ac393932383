import { z } from 'zod'

const id = z.number().int().positive()

/**
 * How a row stands among all rows with a positive first number (the buyers), by several numbers at once. Each number
 * has its percentile rank: of the other buyers, the share that has less, from 0 to 100, as SQL's PERCENT_RANK and Excel's
 * PERCENTRANK.INC have it; equal numbers have equal ranks, an empty one counts as nothing, and a single buyer has 100 as
 * in Excel. The ranks, weighted, make the score; bands of it as a band rule has them. Where a number has more than
 * `rankSteps` values, its ranks are told to the tenth of a point below.
 */
export const rankScoreRuleSchema = z.object({
  kind: z.literal('rankScore'),
  /** Weights are taken by their proportion: 5, 3 and 2 are 0.5, 0.3 and 0.2. */
  parts: z.array(z.object({ columnId: id, weight: z.number().positive() })).min(1),
  bands: z.array(z.object({ from: z.number().nullable(), optionId: id })).min(1),
  /** For rows whose first number is empty, zero or negative. */
  nothingOptionId: id,
})
export type RankScoreRule = z.infer<typeof rankScoreRuleSchema>

/** So many ranks are told apart in one number of a large table. */
export const rankSteps = 1000
