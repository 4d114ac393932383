import { z } from 'zod'
import type { CellValue } from '../model/cell.ts'
import { filterSchema } from '../model/filter.ts'
import { read } from './operation.ts'

const id = z.number().int().positive()

/** By what rows are grouped: the values of a column, or a date cut to a unit. */
export const dimensionSchema = z.object({ columnId: id, unit: z.enum(['value', 'day', 'week', 'month', 'year']).default('value') })
export type Dimension = z.infer<typeof dimensionSchema>

export const measureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count') }),
  z.object({ kind: z.enum(['sum', 'average', 'min', 'max']), columnId: id }),
])
export type Measure = z.infer<typeof measureSchema>

/** Grouped numbers. Keys stand in the column's own order; a week is named by its Monday, a month by YYYY-MM. */
export type GroupedNumbers = { groups: { keys: CellValue[]; value: number; count: number }[]; total: number }

/** The cumulative-share curve: `points` thinned to at most 200, shares 0–1. */
export type CumulativeShare = {
  population: number
  total: number
  points: { rows: number; rowShare: number; valueShare: number }[]
  /** The least share of rows that holds 80 % of the total. */
  rowShareFor80: number | null
}

/** Only rows linked, through this link column of theirs, to rows of the other table that pass. */
export const linkedToSchema = z.object({ linkColumnId: id, filter: filterSchema.nullable(), search: z.string().default('') })

const scope = {
  tableId: id,
  filter: filterSchema.nullable(),
  search: z.string().default(''),
  linkedTo: linkedToSchema.nullable().default(null),
}

export const statsOperations = {
  'stats.group': read<GroupedNumbers>()(z.object({ ...scope, dimensions: z.array(dimensionSchema).min(1).max(2), measure: measureSchema })),
  'stats.cumulativeShare': read<CumulativeShare>()(z.object({ ...scope, columnId: id })),
}
