import { z } from 'zod'
import { assertNever } from '../lib/assertNever.ts'
import { mondayOf, partsOfDay, type Day } from '../lib/days.ts'
import type { CellValue } from './cell.ts'
import { statisticSchema } from './statistic.ts'

const columnId = z.number().int().positive()

/** What groups of dates are: all days of a week, a month … */
export const groupUnitSchema = z.enum(['day', 'week', 'month', 'quarter', 'year'])
export type GroupUnit = z.infer<typeof groupUnitSchema>

/** What groups stand in order of, where it is not the value they hold. */
export const groupOrderSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('count') }),
  z.object({ by: z.literal('statistic'), columnId, statistic: statisticSchema }),
])
export type GroupOrder = z.infer<typeof groupOrderSchema>

/** One level of groups: rows that hold the same in a column stand together, those that hold nothing last. */
export const groupSchema = z.object({
  columnId,
  direction: z.enum(['ascending', 'descending']),
  /** Of dates; without it each day is a group. */
  unit: groupUnitSchema.optional(),
  /** Of numbers: groups are ranges this wide; without it each number is a group. */
  step: z.number().positive().optional(),
  order: groupOrderSchema.optional(),
})
export type Group = z.infer<typeof groupSchema>

/** How many levels deep rows are grouped at the most. */
export const mostGroups = 3

/** Names a group by its values and those of the groups it lies in, so that it stays folded when the list is made again. */
export const groupKey = (values: readonly CellValue[]): string => JSON.stringify(values)

/** The columns that decide how rows are grouped, and how the groups stand. */
export function columnsOfGroups(groups: readonly Group[]): number[] {
  return groups.flatMap(({ columnId: own, order }) => (order?.by === 'statistic' ? [own, order.columnId] : [own]))
}

/** What the days of a group have in common: their Monday, `2026-11`, `2026-Q4`, `2026`. */
export function periodOf(unit: GroupUnit, day: Day): string {
  switch (unit) {
    case 'day':
      return day.slice(0, 10)
    case 'week':
      return mondayOf(day.slice(0, 10))
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(partsOfDay(day).month / 3)}`
    case 'year':
      return day.slice(0, 4)
    default:
      return assertNever(unit)
  }
}

/** The first day of a period. */
export function firstDayOf(unit: GroupUnit, period: string): Day {
  switch (unit) {
    case 'day':
    case 'week':
      return period
    case 'month':
      return `${period}-01`
    case 'quarter':
      return `${period.slice(0, 4)}-${String(Number(period.slice(6)) * 3 - 2).padStart(2, '0')}-01`
    case 'year':
      return `${period}-01-01`
    default:
      return assertNever(unit)
  }
}
