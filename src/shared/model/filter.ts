import { z } from 'zod'
import { isPattern } from '../lib/pattern.ts'
import { datePeriodSchema, dateTermSchema } from './dateTerm.ts'

const columnId = z.number().int().positive()
const on = {
  kind: z.literal('condition'),
  columnId,
  /** Kept, but not asked. */
  off: z.literal(true).optional(),
}

/** The cell of another column of the same row; of dates the day, moved by some days. */
export const columnValueSchema = z.object({ kind: z.literal('column'), columnId, days: z.number().int().optional() })
export type ColumnValue = z.infer<typeof columnValueSchema>

/** What a cell holds, asked without looking at other rows. Which operators fit a column is said by its type (`columns/`). */
export const cellConditionSchema = z.discriminatedUnion('operator', [
  z.object({ ...on, operator: z.enum(['isEmpty', 'isNotEmpty', 'isChecked', 'isUnchecked', 'isMe', 'isNotMe']) }),
  z.object({
    ...on,
    operator: z.enum(['contains', 'notContains', 'is', 'isNot', 'startsWith', 'endsWith']),
    value: z.union([z.string(), columnValueSchema]),
  }),
  /** A pattern of `lib/pattern.ts`, sought anywhere in the text. */
  z.object({ ...on, operator: z.enum(['matches', 'notMatches']), value: z.string().refine(isPattern) }),
  z.object({ ...on, operator: z.enum(['isAnyOf', 'isNoneOf']), value: z.array(z.string()) }),
  /** Characters of a text, or rows behind a link. */
  z.object({
    ...on,
    operator: z.enum(['lengthEquals', 'longerThan', 'shorterThan', 'linksEqual', 'linksMoreThan', 'linksFewerThan']),
    value: z.number().int().min(0),
  }),
  z.object({
    ...on,
    operator: z.enum(['equal', 'notEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual']),
    value: z.union([z.number(), columnValueSchema]),
  }),
  z.object({ ...on, operator: z.enum(['between', 'notBetween']), value: z.object({ from: z.number(), to: z.number() }) }),
  z.object({ ...on, operator: z.enum(['equalsAny', 'equalsNone']), value: z.array(z.number()) }),
  z.object({
    ...on,
    operator: z.enum(['anyOf', 'noneOf', 'allOf', 'exactly']),
    /** Option, member or linked-row ids; or another column of members. */
    value: z.union([z.array(z.number().int()), columnValueSchema]),
  }),
  z.object({
    ...on,
    operator: z.enum(['onDate', 'notOnDate', 'before', 'after', 'onOrBefore', 'onOrAfter']),
    value: z.union([dateTermSchema, columnValueSchema]),
  }),
  z.object({ ...on, operator: z.enum(['betweenDates', 'notBetweenDates']), value: z.object({ from: dateTermSchema, to: dateTermSchema }) }),
  /** `anniversaryWithin` looks at month and day alone, as for birthdays. */
  z.object({ ...on, operator: z.enum(['within', 'notWithin', 'anniversaryWithin']), value: datePeriodSchema }),
  /** 1 for Monday to 7 for Sunday. */
  z.object({ ...on, operator: z.literal('onWeekday'), value: z.array(z.number().int().min(1).max(7)) }),
  z.object({ ...on, operator: z.literal('inMonth'), value: z.array(z.number().int().min(1).max(12)) }),
])
export type CellCondition = z.infer<typeof cellConditionSchema>

/** What holds of the rows behind a link: of one at least, of each (and there is one), of none. The filter reads their table. */
export type LinkedCondition = {
  kind: 'condition'
  columnId: number
  off?: true | undefined
  operator: 'linkedAny' | 'linkedAll' | 'linkedNone'
  value: Filter
}

export type Condition = CellCondition | LinkedCondition
export type Operator = Condition['operator']

/** A tree of conditions; an empty group lets every row through. */
export type Filter = Condition | FilterGroup
export type FilterGroup = { kind: 'and' | 'or'; items: Filter[]; off?: true | undefined }

const linkedConditionSchema: z.ZodType<LinkedCondition> = z.lazy(() =>
  z.object({ ...on, operator: z.enum(['linkedAny', 'linkedAll', 'linkedNone']), value: filterSchema }),
)

export const conditionSchema: z.ZodType<Condition> = z.union([cellConditionSchema, linkedConditionSchema])

export const filterSchema: z.ZodType<Filter> = z.lazy(() =>
  z.union([conditionSchema, z.object({ kind: z.enum(['and', 'or']), items: z.array(filterSchema), off: z.literal(true).optional() })]),
)

export function isLinkedCondition(condition: Condition): condition is LinkedCondition {
  return condition.operator === 'linkedAny' || condition.operator === 'linkedAll' || condition.operator === 'linkedNone'
}

/** The filter without what is turned off; a group that loses all it holds goes with it. */
export function inForce(filter: Filter | null): Filter | null {
  if (filter === null || filter.off === true) return null
  if (filter.kind === 'condition') {
    if (!isLinkedCondition(filter)) return filter
    return { ...filter, value: inForce(filter.value) ?? { kind: 'and', items: [] } }
  }
  const items = filter.items.map(inForce).filter((item) => item !== null)
  return items.length === 0 && filter.items.length > 0 ? null : { ...filter, items }
}

/** The other column a condition compares with. */
export function comparedColumn(condition: Condition): ColumnValue | null {
  if (isLinkedCondition(condition) || !('value' in condition)) return null
  const { value } = condition
  return typeof value === 'object' && 'kind' in value && value.kind === 'column' ? value : null
}

/** The columns a filter reads, each once: of the row itself, and of the rows behind its links. */
export function columnsOfFilter(filter: Filter | null): number[] {
  return distinct(conditionsOf(filter).flatMap((condition) => [...ownColumns(condition), ...columnsOfFilter(linkedFilter(condition))]))
}

/** The columns of the row itself that a filter reads. */
export function ownColumnsOfFilter(filter: Filter | null): number[] {
  return distinct(conditionsOf(filter).flatMap(ownColumns))
}

/** What a filter asks of linked rows: through which link column, and what. */
export function linkedPartsOf(filter: Filter | null): { linkColumnId: number; filter: Filter }[] {
  return conditionsOf(filter).flatMap((condition) =>
    isLinkedCondition(condition) ? [{ linkColumnId: condition.columnId, filter: condition.value }] : [],
  )
}

/** Whether the filter's answer depends on who looks ("me"). */
export function asksWhoLooks(filter: Filter | null): boolean {
  return conditionsOf(filter).some(
    (condition) => condition.operator === 'isMe' || condition.operator === 'isNotMe' || asksWhoLooks(linkedFilter(condition)),
  )
}

/** Whether the filter's answer changes as days pass, without any edit. */
export function dependsOnToday(filter: Filter | null): boolean {
  return conditionsOf(filter).some((condition) => readsToday(condition) || dependsOnToday(linkedFilter(condition)))
}

/** The conditions of the tree that are in force, in their order. */
function conditionsOf(filter: Filter | null): Condition[] {
  if (filter === null || filter.off === true) return []
  return filter.kind === 'condition' ? [filter] : filter.items.flatMap(conditionsOf)
}

function ownColumns(condition: Condition): number[] {
  const other = comparedColumn(condition)
  return other === null ? [condition.columnId] : [condition.columnId, other.columnId]
}

const linkedFilter = (condition: Condition): Filter | null => (isLinkedCondition(condition) ? condition.value : null)

function readsToday(condition: Condition): boolean {
  switch (condition.operator) {
    case 'within':
    case 'notWithin':
    case 'anniversaryWithin':
      return true
    case 'onDate':
    case 'notOnDate':
    case 'before':
    case 'after':
    case 'onOrBefore':
    case 'onOrAfter':
      return condition.value.kind !== 'exact' && condition.value.kind !== 'column'
    case 'betweenDates':
    case 'notBetweenDates':
      return condition.value.from.kind !== 'exact' || condition.value.to.kind !== 'exact'
    default:
      return false
  }
}

const distinct = (ids: readonly number[]): number[] => [...new Set(ids)]
