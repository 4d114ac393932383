import { addDays, type Day } from '#shared/lib/days.ts'

/** So many days of classes are wanted before an effect says anything. */
const enough = 30
const longest = 90

/**
 * The day an effect is looked at from, unless another is chosen: 90 days ago, or the day after the first classes were given where
 * that is later. Null where that day has not come, or nothing was classed yet.
 */
export function effectDay(since: Day | null, today: Day): Day | null {
  if (since === null) return null
  const first = addDays(since, 1)
  const usual = addDays(today, -longest)
  const day = first > usual ? first : usual
  return day > today ? null : day
}

/** From when on there is enough to compare. */
export const effectReady = (since: Day): Day => addDays(since, enough)
