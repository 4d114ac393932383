import type { Column } from '../column.ts'
import { columnKind } from '../columns/registry.ts'
import type { Condition, Filter } from '../filter.ts'

/** Whether a condition on a column still asks something of it once it is shown as `to`. */
export function stillFits(condition: Condition, from: Column, to: Column): boolean {
  if (!columnKind(to.type).operators.includes(condition.operator)) return false
  // Numbers of options, members and rows mean something in their own column only.
  return !('value' in condition && Array.isArray(condition.value)) || from.type === to.type || (isSelect(from) && isSelect(to))
}

const isSelect = (column: Column): boolean => column.type === 'singleSelect' || column.type === 'multipleSelect'

/** The filter without the conditions on the column that ask nothing of it any more; null when none is left. */
export function withoutUnfit(filter: Filter | null, from: Column, to: Column): Filter | null {
  if (filter === null) return null
  if (filter.kind === 'condition') return filter.columnId !== from.id || stillFits(filter, from, to) ? filter : null
  const items = filter.items.flatMap((item) => withoutUnfit(item, from, to) ?? [])
  return items.length === 0 && filter.items.length > 0 ? null : { ...filter, items }
}

/** Whether a filter asks only what the column can still answer. */
export function allFits(filter: Filter, from: Column, to: Column): boolean {
  return filter.kind === 'condition'
    ? filter.columnId !== from.id || stillFits(filter, from, to)
    : filter.items.every((item) => allFits(item, from, to))
}
