import { z } from 'zod'
import { filterSchema } from '../filter.ts'

const id = z.number().int().positive()

/**
 * Every line whose condition holds gives its tag, so that a row may have several; they stand in the order of their lines.
 * Lines may share a tag: one of them is enough. It writes into a multiple select, always in real time: a class that goes
 * down, or is kept until the next run, is one of several that exclude one another, and tags do not.
 */
export const tagsRuleSchema = z.object({
  kind: z.literal('tags'),
  rows: z.array(z.object({ when: filterSchema, optionId: id })),
})
export type TagsRule = z.infer<typeof tagsRuleSchema>

/** Each tag once, with the lines that give it (from 0), in the order of the first of them. */
export function tagsOfRule({ rows }: TagsRule): { optionId: number; lines: number[] }[] {
  const tags = new Map<number, number[]>()
  rows.forEach(({ optionId }, line) => tags.set(optionId, [...(tags.get(optionId) ?? []), line]))
  return [...tags].map(([optionId, lines]) => ({ optionId, lines }))
}
