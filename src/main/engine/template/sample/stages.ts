/**
 * Where a customer of the sample stands. The stages and the numbers in each are chosen so that every
 * class of every scheme has customers, on whatever day the sample is made.
 */
export type Stage = {
  name: 'active' | 'dormant' | 'lost' | 'negotiating' | 'prospect'
  customers: number
  /** Days ago: when the first talk was, the last one, and the last order. */
  firstTalk: readonly [number, number]
  lastTalk: readonly [number, number]
  lastOrder: readonly [number, number] | null
  talks: number
}

export const stages: readonly Stage[] = [
  { name: 'active', customers: 24, firstTalk: [130, 780], lastTalk: [1, 25], lastOrder: [4, 80], talks: 5 },
  { name: 'dormant', customers: 10, firstTalk: [400, 700], lastTalk: [12, 80], lastOrder: [100, 330], talks: 3 },
  { name: 'lost', customers: 6, firstTalk: [480, 760], lastTalk: [60, 200], lastOrder: [380, 470], talks: 2 },
  { name: 'negotiating', customers: 6, firstTalk: [40, 120], lastTalk: [1, 18], lastOrder: null, talks: 4 },
  { name: 'prospect', customers: 14, firstTalk: [3, 100], lastTalk: [3, 100], lastOrder: null, talks: 1 },
]

/** The stage of each of the 60 customers. */
export const stageOfCustomer: readonly Stage[] = stages.flatMap((stage) => Array.from({ length: stage.customers }, () => stage))

/** How many orders that count each customer has; the first ones are large, the rest a long tail. */
export function orderCountOf(customer: number): number {
  if (customer < 5) return [9, 7, 6, 5, 5][customer] ?? 0
  if (customer < 10) return 4
  if (customer < 20) return 3
  if (customer < 34) return 2
  return customer < 40 ? 1 : 0
}

/** These customers have one more order, cancelled: it counts for nothing. */
export const customersWithCancelledOrder: readonly number[] = [2, 12, 25, 40]

/** The last three have no need and are out of every list of what to do. */
export const isDead = (customer: number): boolean => customer >= 57

/** Days from today to the planned next talk, by customer; null when none is planned, 'overdue' when it was missed. */
export function nextStepOf(customer: number): readonly [number, number] | 'overdue' | null {
  if (isDead(customer)) return null
  const plans = [[0, 0], 'overdue', [1, 4], [4, 7], [9, 18], [14, 27], [35, 80], [95, 160], null, null] as const
  return plans[customer % plans.length] ?? null
}
