import type { Column } from '#shared/model/column.ts'
import { resultTypeOf } from '#shared/model/columns/display.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import { conditionSchema, isLinkedCondition, type Condition, type Filter, type Operator } from '#shared/model/filter.ts'

/** A condition being written: its value may not be there yet. What is asked of linked rows is a group of its own. */
export type ConditionDraft = { kind: 'condition'; columnId: number; operator: Operator; value: unknown; off?: true; rows?: GroupDraft }
export type GroupDraft = { kind: 'and' | 'or'; items: FilterDraft[]; off?: true }
export type FilterDraft = ConditionDraft | GroupDraft

export const emptyGroup: GroupDraft = { kind: 'and', items: [] }

/** A saved filter to go on from; the top is always a group. */
export function draftOf(filter: Filter | null): GroupDraft {
  if (filter === null) return emptyGroup
  const draft = partOf(filter)
  return draft.kind === 'condition' ? { kind: 'and', items: [draft] } : draft
}

/** The filter the finished conditions make; null when there is none. */
export function filterOf(draft: FilterDraft): Filter | null {
  if (draft.kind === 'condition') return conditionOf(draft)
  const items = draft.items.flatMap((item) => filterOf(item) ?? [])
  return items.length === 0 ? null : { kind: draft.kind, items, ...offOf(draft) }
}

/** How many conditions a filter has in force. */
export function conditionCount(filter: Filter | null): number {
  if (filter === null || filter.off === true) return 0
  return filter.kind === 'condition' ? 1 : filter.items.reduce((sum, item) => sum + conditionCount(item), 0)
}

/** A new condition on a column, with the operator a person expects first. */
export function newCondition(column: Column): ConditionDraft {
  const operator = operatorsOf(column)[0] ?? 'isNotEmpty'
  return { kind: 'condition', columnId: column.id, operator, value: null }
}

/** What may be asked of a column as its values are shown. */
export const operatorsOf = (shown: Column): readonly Operator[] => columnKind(shown.type).operators

/** The condition with another operator; the value stays where it still fits. */
export function withOperator(condition: ConditionDraft, operator: Operator): ConditionDraft {
  const next = { ...condition, operator }
  if (asksLinkedRows(operator)) return { ...next, value: null, rows: condition.rows ?? emptyGroup }
  return conditionOf(next) === null ? { ...next, value: null } : next
}

/** Whether the operator asks something of the rows behind a link. */
export const asksLinkedRows = (operator: Operator): boolean => operator === 'linkedAny' || operator === 'linkedAll' || operator === 'linkedNone'

/** Whether the operator may compare with another column of the row. */
export const takesColumn = (operator: Operator): boolean => columnOperators.has(operator)

const columnOperators: ReadonlySet<Operator> = new Set<Operator>([
  ...(['contains', 'notContains', 'is', 'isNot', 'startsWith', 'endsWith'] as const),
  ...(['equal', 'notEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual'] as const),
  ...(['onDate', 'notOnDate', 'before', 'after', 'onOrBefore', 'onOrAfter'] as const),
])

/** The columns whose values mean the same kind of thing as those of the column: a day, a number, a text, a person. */
export function comparableWith(column: Column, columns: readonly Column[], shown: (column: Column) => Column): Column[] {
  const kindOf = (one: Column): string => {
    const type = resultTypeOf(shown(one), noColumns)
    return type === 'dateTime' ? 'date' : type
  }
  return columns.filter((other) => other.id !== column.id && kindOf(other) === kindOf(column))
}

/** What a column is shown as reads no other column. */
const noColumns: ReadonlyMap<number, Column> = new Map()

function conditionOf(draft: ConditionDraft): Condition | null {
  const { rows, ...own } = draft
  if (asksLinkedRows(draft.operator)) {
    const value = rows === undefined ? null : filterOf(rows)
    return value === null ? null : (conditionSchema.safeParse({ ...own, value }).data ?? null)
  }
  if (draft.value === '' || (Array.isArray(draft.value) && draft.value.length === 0)) return null
  return conditionSchema.safeParse(own).data ?? null
}

function partOf(filter: Filter): FilterDraft {
  if (filter.kind !== 'condition') return { kind: filter.kind, items: filter.items.map(partOf), ...offOf(filter) }
  const { columnId, operator } = filter
  const own = { kind: 'condition', columnId, operator, ...offOf(filter) } as const
  if (isLinkedCondition(filter)) return { ...own, value: null, rows: draftOf(filter.value) }
  return { ...own, value: 'value' in filter ? filter.value : null }
}

const offOf = (part: { off?: true | undefined }): { off?: true } => (part.off === true ? { off: true } : {})
