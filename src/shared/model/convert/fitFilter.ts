import type { Column } from '../column.ts'
import { columnKind } from '../columns/registry.ts'
import { canColorBy, type ColorRule } from '../coloring.ts'
import { isLinkedCondition, type Condition, type Filter } from '../filter.ts'

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
  if (filter.kind === 'condition') {
    if (filter.columnId === from.id) return stillFits(filter, from, to) ? filter : null
    if (!isLinkedCondition(filter)) return filter
    const value = withoutUnfit(filter.value, from, to)
    return value === null ? null : { ...filter, value }
  }
  const items = filter.items.flatMap((item) => withoutUnfit(item, from, to) ?? [])
  return items.length === 0 && filter.items.length > 0 ? null : { ...filter, items }
}

/** Whether a filter asks only what the column can still answer. */
export function allFits(filter: Filter, from: Column, to: Column): boolean {
  if (filter.kind !== 'condition') return filter.items.every((item) => allFits(item, from, to))
  if (filter.columnId === from.id) return stillFits(filter, from, to)
  return !isLinkedCondition(filter) || allFits(filter.value, from, to)
}

/** The rules of colour that can still be told; conditions that ask nothing of the column any more are left out. */
export function withoutUnfitRules(rules: readonly ColorRule[], from: Column, to: Column): ColorRule[] {
  return rules.flatMap((rule): ColorRule[] => {
    if (rule.kind !== 'filter') return rule.columnId !== from.id || canColorBy(rule.kind, to) ? [rule] : []
    const filter = withoutUnfit(rule.filter, from, to)
    // Without the conditions it had, a rule would say nothing.
    return filter === null && rule.filter !== null ? [] : [{ ...rule, filter }]
  })
}
