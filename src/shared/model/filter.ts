import { z } from 'zod'

/** A calendar day, fixed or relative to the day on which the filter is read. */
export const dateTermSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), date: z.string() }),
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('yesterday') }),
  z.object({ kind: z.literal('tomorrow') }),
  z.object({ kind: z.literal('daysAgo'), days: z.number().int() }),
  z.object({ kind: z.literal('daysFromNow'), days: z.number().int() }),
])
export type DateTerm = z.infer<typeof dateTermSchema>

/** A span of days around today; weeks begin on Monday. */
export const datePeriodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thisWeek') }),
  z.object({ kind: z.literal('lastWeek') }),
  z.object({ kind: z.literal('nextWeek') }),
  z.object({ kind: z.literal('thisMonth') }),
  z.object({ kind: z.literal('lastMonth') }),
  z.object({ kind: z.literal('nextMonth') }),
  z.object({ kind: z.literal('thisYear') }),
  z.object({ kind: z.literal('lastYear') }),
  z.object({ kind: z.literal('pastDays'), days: z.number().int().positive() }),
  z.object({ kind: z.literal('nextDays'), days: z.number().int().positive() }),
])
export type DatePeriod = z.infer<typeof datePeriodSchema>

const columnId = z.number().int().positive()

/** One test on one column. Which operators fit a column is said by its type (`columns/`). */
export const conditionSchema = z.discriminatedUnion('operator', [
  z.object({ kind: z.literal('condition'), columnId, operator: z.enum(['isEmpty', 'isNotEmpty', 'isChecked', 'isUnchecked', 'isMe']) }),
  z.object({
    kind: z.literal('condition'),
    columnId,
    operator: z.enum(['contains', 'notContains', 'is', 'isNot', 'startsWith', 'endsWith']),
    value: z.string(),
  }),
  z.object({
    kind: z.literal('condition'),
    columnId,
    operator: z.enum(['equal', 'notEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual']),
    value: z.number(),
  }),
  z.object({
    kind: z.literal('condition'),
    columnId,
    operator: z.enum(['anyOf', 'noneOf', 'allOf', 'exactly']),
    /** Option, member or linked-row ids. */
    value: z.array(z.number().int()),
  }),
  z.object({
    kind: z.literal('condition'),
    columnId,
    operator: z.enum(['onDate', 'notOnDate', 'before', 'after', 'onOrBefore', 'onOrAfter']),
    value: dateTermSchema,
  }),
  z.object({ kind: z.literal('condition'), columnId, operator: z.literal('within'), value: datePeriodSchema }),
])
export type Condition = z.infer<typeof conditionSchema>
export type Operator = Condition['operator']

/** A tree of conditions; an empty group lets every row through. */
export type Filter = Condition | { kind: 'and' | 'or'; items: Filter[] }

export const filterSchema: z.ZodType<Filter> = z.lazy(() =>
  z.union([conditionSchema, z.object({ kind: z.enum(['and', 'or']), items: z.array(filterSchema) })]),
)

/** The columns a filter reads, each once. */
export function columnsOfFilter(filter: Filter | null): number[] {
  if (filter === null) return []
  if (filter.kind === 'condition') return [filter.columnId]
  return [...new Set(filter.items.flatMap(columnsOfFilter))]
}

/** Whether the filter's answer depends on who looks ("me"). */
export function asksWhoLooks(filter: Filter | null): boolean {
  if (filter === null) return false
  return filter.kind === 'condition' ? filter.operator === 'isMe' : filter.items.some(asksWhoLooks)
}

/** Whether the filter's answer changes as days pass, without any edit. */
export function dependsOnToday(filter: Filter | null): boolean {
  if (filter === null) return false
  if (filter.kind !== 'condition') return filter.items.some(dependsOnToday)
  if (filter.operator === 'within') return true
  return 'value' in filter && typeof filter.value === 'object' && 'kind' in filter.value && filter.value.kind !== 'exact'
}
