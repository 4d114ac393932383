import { z } from 'zod'
import { filterSchema } from './filter.ts'
import { optionSchema } from './option.ts'
import { playbookActionSchema, playbookEntrySchema } from './playbook.ts'
import { ruleSchema, schemeSchema } from './scheme.ts'

const key = z.number().int().positive()
const named = z.object({ name: z.string().min(1), role: z.string().nullable() })

/** What is done for a class; ways of contact are told by name and code. */
const strategySchema = playbookEntrySchema.pick({ strategy: true, contactDays: true }).extend({
  class: key,
  actions: z
    .array(
      playbookActionSchema.omit({ methodId: true }).extend({ method: z.object({ name: z.string().min(1), code: z.string().nullable() }).nullable() }),
    )
    .max(20),
})

/** What stands at the end of the name of such a file. */
export const schemeFileEnding = '.kebu-scheme.json'
export const schemeFileVersion = 1

/**
 * A scheme as a file: its rule as in a base, but with numbers of its own for columns, classes and choices, which `columns`,
 * `classes` and `choices` tell by role, name and code, so that another base can find its own.
 */
export const schemeFileSchema = z.object({
  format: z.literal('kebu-scheme'),
  version: z.literal(schemeFileVersion),
  name: z.string().min(1).max(200),
  code: z.string().min(1),
  table: named,
  /** What the rule reads. `table` is that of a column in linked rows; null: the scheme's own. */
  columns: z.array(z.object({ key, ...named.shape, type: z.string(), table: named.nullable() })),
  classes: z.array(optionSchema).min(1),
  /** Options, members and rows that conditions ask for, by their column. */
  choices: z.array(z.object({ column: key, key, name: z.string(), code: z.string().nullable() })),
  scope: filterSchema.nullable(),
  rule: ruleSchema,
  fallback: key.nullable(),
  /** When it classes, and after how many runs a row goes down; absent where that is as usual. */
  run: schemeSchema.shape.run,
  downgradeAfter: schemeSchema.shape.downgradeAfter,
  strategies: z.array(strategySchema).default([]),
})
export type SchemeFile = z.infer<typeof schemeFileSchema>
export type FileColumn = SchemeFile['columns'][number]
