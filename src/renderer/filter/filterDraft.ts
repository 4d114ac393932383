import type { Column } from '#shared/model/column.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import { conditionSchema, type Condition, type Filter, type Operator } from '#shared/model/filter.ts'

/** A condition being written: its value may not be there yet. */
export type ConditionDraft = { kind: 'condition'; columnId: number; operator: Operator; value: unknown }
export type GroupDraft = { kind: 'and' | 'or'; items: FilterDraft[] }
export type FilterDraft = ConditionDraft | GroupDraft

/** Where a part of the tree stands: the places from the top down. */
export type Path = readonly number[]

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
  return items.length === 0 ? null : { kind: draft.kind, items }
}

/** How many conditions a filter has. */
export function conditionCount(filter: Filter | null): number {
  if (filter === null) return 0
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
  return conditionOf(next) === null ? { ...next, value: null } : next
}

export function replaceAt(draft: GroupDraft, path: Path, part: FilterDraft): GroupDraft {
  const [at, ...rest] = path
  if (at === undefined) return part.kind === 'condition' ? draft : part
  return {
    ...draft,
    items: draft.items.map((item, place) => {
      if (place !== at) return item
      return rest.length === 0 || item.kind === 'condition' ? part : replaceAt(item, rest, part)
    }),
  }
}

export function removeAt(draft: GroupDraft, path: Path): GroupDraft {
  const [at, ...rest] = path
  if (at === undefined) return emptyGroup
  return {
    ...draft,
    items: draft.items.flatMap((item, place) => {
      if (place !== at) return [item]
      return rest.length === 0 || item.kind === 'condition' ? [] : [removeAt(item, rest)]
    }),
  }
}

function conditionOf(draft: ConditionDraft): Condition | null {
  if (draft.value === '' || (Array.isArray(draft.value) && draft.value.length === 0)) return null
  return conditionSchema.safeParse(draft).data ?? null
}

function partOf(filter: Filter): FilterDraft {
  if (filter.kind !== 'condition') return { kind: filter.kind, items: filter.items.map(partOf) }
  const { columnId, operator } = filter
  return { kind: 'condition', columnId, operator, value: 'value' in filter ? filter.value : null }
}
