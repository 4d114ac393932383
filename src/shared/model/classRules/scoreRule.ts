import { z } from 'zod'
import { filterSchema } from '../filter.ts'

const id = z.number().int().positive()

/** One line of a score. */
export const scoreLineSchema = z.discriminatedUnion('kind', [
  /** Points for rows for which the condition holds; less by a share each week since a date, when so asked. */
  z.object({
    kind: z.literal('condition'),
    when: filterSchema,
    points: z.number(),
    decay: z.object({ sinceColumnId: id, perWeek: z.number().min(0).max(1) }).nullable(),
  }),
  /** Points for each unit of a number, up to `most` points either way. */
  z.object({
    kind: z.literal('number'),
    columnId: id,
    each: z.number(),
    most: z.number().positive().nullable(),
    /** Whether an empty cell counts as nothing; otherwise the row stays unclassed. */
    emptyIsZero: z.boolean(),
  }),
])
export type ScoreLine = z.infer<typeof scoreLineSchema>

/** The sum of points, kept between `lowest` and `highest`, then bands of it as a band rule has them. */
export const scoreRuleSchema = z.object({
  kind: z.literal('score'),
  lines: z.array(scoreLineSchema).min(1),
  lowest: z.number(),
  highest: z.number(),
  bands: z.array(z.object({ from: z.number().nullable(), optionId: id })).min(1),
})
export type ScoreRule = z.infer<typeof scoreRuleSchema>
