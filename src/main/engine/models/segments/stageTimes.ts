import { daysBetween, type Day } from '#shared/lib/days.ts'
import { quantile } from '../lib/quantile.ts'
import type { FunnelEvent } from './funnel.ts'

/** How one deal went: stages by their place in the funnel, null where it stood outside (lost, or no stage). */
export type DealCourse = {
  unit: number
  /** When it began. */
  start: Day
  /** Whether the stage it began in is known to have begun then: false for what was brought in from elsewhere. */
  startsFresh: boolean
  /** Changes of stage, the earliest first. */
  moves: readonly { day: Day; from: number | null; to: number | null }[]
  /** Where it stands. */
  now: number | null
  /** By when it stood there at the latest. */
  since: Day
}

/**
 * The steps a unit reached, each with the day by which it had: whoever stands at a later step has passed the earlier ones.
 * `days`: by step, the earliest day it was seen there, null where it was not. A unit is at the first step from `start` on.
 */
export function passedSteps(unit: number, start: Day, days: readonly (Day | null)[]): FunnelEvent[] {
  const deepest = days.findLastIndex((day) => day !== null)
  return Array.from({ length: Math.max(deepest, 0) + 1 }, (_, step) => {
    const later = days.slice(step).filter((day) => day !== null)
    const reached = step === 0 ? start : later.reduce((least, day) => (day < least ? day : least), later[0] ?? start)
    return { unit, step, day: reached < start ? start : reached }
  })
}

/** The same of a deal by its moves. Where a day was not written down, the next one known stands for it. */
export function stageEvents({ unit, start, moves, now, since }: DealCourse, steps: number): FunnelEvent[] {
  const days = Array.from({ length: steps }, (): Day | null => null)
  const see = (step: number | null | undefined, day: Day): void => {
    if (step === null || step === undefined) return
    const known = days[step] ?? null
    days[step] = known === null || day < known ? day : known
  }
  const first = moves.at(0)
  // It stood in the stage it left first on the day it left it, at the latest.
  if (first !== undefined) see(first.from, first.day)
  for (const { day, to } of moves) see(to, day)
  see(now, since)
  return passedSteps(unit, start, days)
}

/** Median of the days spent in each of `steps` stages, of stays whose begin and end are known; null where there are none. */
export function medianStays(courses: readonly DealCourse[], steps: number): { days: number | null; count: number }[] {
  const stays = Array.from({ length: steps }, (): number[] => [])
  for (const course of courses) for (const { step, days } of staysOf(course)) stays[step]?.push(days)
  return stays.map((days) => ({
    count: days.length,
    days:
      days.length === 0
        ? null
        : quantile(
            days.toSorted((left, right) => left - right),
            0.5,
          ),
  }))
}

function staysOf({ start, startsFresh, moves }: DealCourse): { step: number; days: number }[] {
  return moves.flatMap(({ day, from }, place) => {
    if (from === null) return []
    const before = moves[place - 1]?.day ?? (startsFresh ? start : null)
    return before === null ? [] : [{ step: from, days: Math.max(0, daysBetween(before, day)) }]
  })
}
