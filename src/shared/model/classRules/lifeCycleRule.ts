import { z } from 'zod'

const id = z.number().int().positive()
const days = z.number().int().positive()

export const lifeCyclePhases = ['acquisition', 'growth', 'maturity', 'decline', 'exit'] as const
export type LifeCyclePhase = (typeof lifeCyclePhases)[number]

/**
 * Where a customer stands in the life cycle, told by orders. The cycle is the customer's usual gap between orders from
 * three orders on, else `usualCycleDays`. In this order, the first that holds:
 * no order: acquisition; last order more than `exitCycles` cycles ago (at least `exitDaysMin`, at most `exitDaysMax`
 * days): exit; fewer than `maturityOrders` orders or the first order within `newDays`: growth; last order more than
 * `declineCycles` cycles ago, or bought for less than `shrink` of the period before: decline; else maturity.
 * Phases may share an option: so the four-phase label sets are made.
 */
export const lifeCycleRuleSchema = z.object({
  kind: z.literal('lifeCycle'),
  orderCountColumnId: id,
  firstOrderColumnId: id,
  lastOrderColumnId: id,
  /** Usual days between orders; null: `usualCycleDays` for all. */
  gapColumnId: id.nullable(),
  /** What was bought in the last period and in the one before; null: not looked at. */
  amounts: z.object({ recentColumnId: id, beforeColumnId: id }).nullable(),
  usualCycleDays: days,
  newDays: days,
  maturityOrders: z.number().int().min(1),
  declineCycles: z.number().positive(),
  exitCycles: z.number().positive(),
  exitDaysMin: days,
  exitDaysMax: days,
  shrink: z.number().min(0),
  phases: z.object({ acquisition: id, growth: id, maturity: id, decline: id, exit: id }),
})
export type LifeCycleRule = z.infer<typeof lifeCycleRuleSchema>

/** The numbers a life cycle begins with; the owner changes them. */
export const usualLifeCycle = {
  usualCycleDays: 90,
  newDays: 90,
  maturityOrders: 3,
  declineCycles: 1.5,
  exitCycles: 3,
  exitDaysMin: 180,
  exitDaysMax: 365,
  shrink: 0.7,
} as const
