import type { Group, GroupOrder } from '#shared/model/group.ts'
import type { ColumnStatistic } from '#shared/model/statistic.ts'

/** The same level over another column: what a group holds depends on the column, its direction does not. */
export const withColumn = ({ direction }: Group, columnId: number): Group => ({ columnId, direction })

/** Names an order in a list of choices. */
export const orderKey = (order: GroupOrder | undefined): string =>
  order === undefined ? 'value' : order.by === 'count' ? 'count' : `${order.columnId} ${order.statistic}`

/** The order a choice names; none for the value itself. */
export function orderOf(key: string, statistics: readonly ColumnStatistic[]): GroupOrder | undefined {
  if (key === 'count') return { by: 'count' }
  const chosen = statistics.map((one) => ({ by: 'statistic' as const, ...one })).find((order) => orderKey(order) === key)
  return chosen
}
