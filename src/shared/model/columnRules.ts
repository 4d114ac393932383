import { z } from 'zod'
import { cellValueSchema } from './cell.ts'

/** What a cell gets by itself: a value, or what today, now or the person at the keyboard is at that moment. */
export const presetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: cellValueSchema }),
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('me') }),
])
export type Preset = z.infer<typeof presetSchema>

/** What the values of a column have to be; null where there is no limit. */
export const validationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), min: z.number().nullable(), max: z.number().nullable() }),
  z.object({
    kind: z.literal('text'),
    maxLength: z.number().int().positive().nullable(),
    /** A regular expression for the whole text, as `lib/pattern.ts` knows them. */
    pattern: z.string().max(200).nullable(),
    /** What a person reads whose text is not as the pattern says; empty for a general sentence. */
    message: z.string().max(200),
  }),
  z.object({ kind: z.literal('date'), from: z.string().nullable(), to: z.string().nullable() }),
])
export type Validation = z.infer<typeof validationSchema>
