import { localMinute } from '#shared/lib/days.ts'

/** An instant of the log as local wall time: `2026-11-22 14:30`. */
export function localTime(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : localMinute(date).replace('T', ' ')
}
