import { z } from 'zod'
import { assertNever } from '../lib/assertNever.ts'
import type { Column, ResultType } from './column.ts'
import { resultTypeOf } from './columns/display.ts'
import { filterSchema } from './filter.ts'

const columnId = z.number().int().positive()
/** Key into the palette of `optionColors.ts`. */
const color = z.string()

/** What a rule colours: a mark at the left of the row, or the cells of some columns. */
export const colorTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('row') }),
  z.object({ kind: z.literal('cells'), columnIds: z.array(columnId) }),
])
export type ColorTarget = z.infer<typeof colorTargetSchema>

/** One rule of a view's colours. Of several rules for one thing, the first that gives a colour counts. */
export const colorRuleSchema = z.discriminatedUnion('kind', [
  /** Rows that pass a filter; without conditions none do. */
  z.object({ kind: z.literal('filter'), filter: filterSchema.nullable(), color, target: colorTargetSchema }),
  /** The colour of the row's option, class or member. */
  z.object({ kind: z.literal('option'), columnId, target: colorTargetSchema }),
  /** Numbers and dates from one colour to the next, over the rows of the view. */
  z.object({
    kind: z.literal('scale'),
    columnId,
    colors: z.array(color).min(2).max(3),
    /** Percentiles leave out the least and the greatest twentieth, so that one outlier does not pale all others. */
    ends: z.enum(['extremes', 'percentiles']),
    target: colorTargetSchema,
  }),
  /** Cells whose value another row of the table has as well, however it is written. */
  z.object({ kind: z.literal('duplicates'), columnId, color, target: colorTargetSchema }),
])
export type ColorRule = z.infer<typeof colorRuleSchema>

export const mostColorRules = 10

/** Whether a kind of rule can read a column, given as it is shown. */
export function canColorBy(kind: ColorRule['kind'], shown: Column): boolean {
  switch (kind) {
    case 'filter':
      return true
    case 'option':
      return optionTypes.has(shown.type)
    case 'scale':
      return scaleTypes.has(resultTypeOf(shown, new Map()))
    case 'duplicates':
      return shown.type !== 'checkbox'
    default:
      return assertNever(kind)
  }
}

const optionTypes: ReadonlySet<string> = new Set<Column['type']>(['singleSelect', 'member', 'createdBy', 'modifiedBy'])
const scaleTypes: ReadonlySet<string> = new Set<ResultType>(['number', 'date', 'dateTime'])
