import type { Dimension } from '#shared/contract/stats.ts'
import { addDays, mondayOf } from '#shared/lib/days.ts'
import type { Column } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { FollowUpColumns } from './chartChoices.ts'

/** The rows the grid shows: the chart counts these and no others. */
export type Scope = { tableId: number; filter: Filter | null; search: string }

/** How many weeks are drawn, this one included. */
export const weeksShown = 12

/** By what the rows of a column chart are grouped. */
export function dimensionOf(column: Column): Dimension {
  return { columnId: column.id, unit: isDate(column) ? 'month' : 'value' }
}

/** Whether a chart of this column stands on months. */
export function isDate(column: Column): boolean {
  return ['date', 'dateTime', 'createdTime', 'modifiedTime'].includes(column.type)
}

/** Mondays of the weeks drawn, the earliest first. */
export function weeksUntil(today: string): string[] {
  const last = mondayOf(today)
  return Array.from({ length: weeksShown }, (_, index) => addDays(last, 7 * (index - weeksShown + 1)))
}

/** The question for follow-ups per week and person; beside customers, only of the customers in view. */
export function followUpQuery(scope: Scope, columns: FollowUpColumns, today: string) {
  const inWeeks = daysFilter(columns.time.id, weeksUntil(today)[0] ?? today, null)
  const beside = columns.link
  return {
    tableId: columns.tableId,
    filter: beside === null ? both(scope.filter, inWeeks) : inWeeks,
    search: beside === null ? scope.search : '',
    linkedTo:
      beside === null || (scope.filter === null && scope.search === '')
        ? null
        : { linkColumnId: beside.id, filter: scope.filter, search: scope.search },
    dimensions: [
      { columnId: columns.time.id, unit: 'week' as const },
      { columnId: columns.author.id, unit: 'value' as const },
    ],
    measure: { kind: 'count' as const },
  }
}

/** Both filters at once; null lets everything through. */
export function both(first: Filter | null, second: Filter | null): Filter | null {
  if (first === null) return second
  if (second === null) return first
  return { kind: 'and', items: [first, second] }
}

/** From a day until the day before another; open where null. */
export function daysFilter(columnId: number, from: string, until: string | null): Filter {
  const start: Filter = { kind: 'condition', columnId, operator: 'onOrAfter', value: { kind: 'exact', date: from } }
  if (until === null) return start
  return { kind: 'and', items: [start, { kind: 'condition', columnId, operator: 'before', value: { kind: 'exact', date: until } }] }
}
