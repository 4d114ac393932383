import { mondayOf, type Day } from '../lib/days.ts'

/** When a scheme classes its rows: as their facts change, or once when a period turns. */
export const classRuns = ['realTime', 'day', 'week', 'month', 'quarter'] as const
export type ClassRun = (typeof classRuns)[number]

/** Names the period a day lies in, for a scheme that runs so often; real time counts in days. A week begins on Monday. */
export function periodOf(run: ClassRun, day: Day): string {
  switch (run) {
    case 'realTime':
    case 'day':
      return day
    case 'week':
      return mondayOf(day)
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
  }
}
