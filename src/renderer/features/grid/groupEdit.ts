import type { Group, GroupOrder } from '#shared/model/group.ts'
import type { ColumnStatistic } from '#shared/model/statistic.ts'

/** The same level over another column: what a group holds depends on the column, its direction does not. */
export const withColumn = ({ direction }: Group, columnId: number): Group => ({ columnId, direction })

/** The groups with one more level inside those there are, or without the level over this column. */
export function toggledGroups(groups: readonly Group[], columnId: number): Group[] {
  const others = groups.filter((group) => group.columnId !== columnId)
  return others.length === groups.length ? [...groups, { columnId, direction: 'ascending' }] : others
}

/** Names an order in a list of choices. */
export const orderKey = (order: GroupOrder | undefined): string =>
  order === undefined ? 'value' : order.by === 'count' ? 'count' : `${order.columnId} ${order.statistic}`

/** The order a choice names; none for the value itself. */
export function orderOf(key: string, statistics: readonly ColumnStatistic[]): GroupOrder | undefined {
  if (key === 'count') return { by: 'count' }
  const chosen = statistics.map((one) => ({ by: 'statistic' as const, ...one })).find((order) => orderKey(order) === key)
  return chosen
}
