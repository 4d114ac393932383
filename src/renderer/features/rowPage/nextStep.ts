import { daysBetween } from '#shared/lib/days.ts'

/** How near the next step is: days are whole. */
export type NextStepState =
  | { kind: 'none' }
  | { kind: 'overdue'; days: number }
  | { kind: 'today' }
  | { kind: 'tomorrow' }
  | { kind: 'later'; days: number }

/** Where the agreed day stands, seen from today. */
export function nextStepState(nextTime: string | null, today: string): NextStepState {
  if (nextTime === null) return { kind: 'none' }
  const days = daysBetween(today, nextTime.slice(0, 10))
  if (days < 0) return { kind: 'overdue', days: -days }
  if (days === 0) return { kind: 'today' }
  return days === 1 ? { kind: 'tomorrow' } : { kind: 'later', days }
}

/** A stored day or time as short as it can be understood: without the year where it is this one. */
export function shortTime(value: string, today: string): string {
  const text = value.replace('T', ' ')
  return text.slice(0, 4) === today.slice(0, 4) ? text.slice(5) : text
}
