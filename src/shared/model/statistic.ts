import { z } from 'zod'
import { assertNever } from '../lib/assertNever.ts'
import type { Column, ResultType } from './column.ts'

/** What is said of a column's cells in one value: at the foot of a view, and in the heads of groups. */
export const statisticSchema = z.enum([
  'count',
  'filled',
  'empty',
  'unique',
  'percentFilled',
  'percentEmpty',
  'percentUnique',
  'sum',
  'average',
  'median',
  'min',
  'max',
  'range',
  'deviation',
  'earliest',
  'latest',
  'days',
  'checked',
  'unchecked',
  'percentChecked',
])
export type Statistic = z.infer<typeof statisticSchema>

const columnId = z.number().int().positive()

export const columnStatisticSchema = z.object({ columnId, statistic: statisticSchema })
export type ColumnStatistic = z.infer<typeof columnStatisticSchema>

/** What stands under the columns of a view; null where a person wants nothing, a column not named shows its default. */
export const footerSchema = z.array(z.object({ columnId, statistic: statisticSchema.nullable() }))
export type Footer = z.infer<typeof footerSchema>

/** The footer with another choice for one column. */
export function withStatistic(footer: Footer, columnId: number, statistic: Statistic | null): Footer {
  return [...footer.filter((one) => one.columnId !== columnId), { columnId, statistic }]
}

/** How the value of a statistic reads: as a cell of its column, a day, a number of things, a share, or days. */
export type StatisticForm = 'cell' | 'count' | 'share' | 'days'

export function formOf(statistic: Statistic): StatisticForm {
  switch (statistic) {
    case 'count':
    case 'filled':
    case 'empty':
    case 'unique':
    case 'checked':
    case 'unchecked':
      return 'count'
    case 'percentFilled':
    case 'percentEmpty':
    case 'percentUnique':
    case 'percentChecked':
      return 'share'
    case 'days':
      return 'days'
    case 'sum':
    case 'average':
    case 'median':
    case 'min':
    case 'max':
    case 'range':
    case 'deviation':
    case 'earliest':
    case 'latest':
      return 'cell'
    default:
      return assertNever(statistic)
  }
}

/** What may be said of a column whose values are of this type, in the order it is offered. */
export function statisticsOf(type: ResultType): readonly Statistic[] {
  switch (type) {
    case 'number':
      return [...ofNumbers, ...ofAll]
    case 'date':
    case 'dateTime':
      return [...ofDates, ...ofAll]
    case 'checkbox':
      return ['checked', 'unchecked', 'percentChecked', 'count']
    default:
      return ofAll
  }
}

const ofAll: readonly Statistic[] = ['count', 'filled', 'empty', 'unique', 'percentFilled', 'percentEmpty', 'percentUnique']
const ofNumbers: readonly Statistic[] = ['sum', 'average', 'median', 'min', 'max', 'range', 'deviation']
const ofDates: readonly Statistic[] = ['earliest', 'latest', 'days']

/** What stands under a column until somebody chooses: amounts are added up, shares averaged. */
export function defaultStatistic(shown: Column): Statistic | null {
  if (shown.type === 'duration') return 'sum'
  if (shown.type === 'progress') return 'average'
  if (shown.type !== 'number') return null
  return shown.settings.format === 'percent' ? 'average' : 'sum'
}
