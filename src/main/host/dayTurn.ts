import { localDay } from '#shared/lib/days.ts'

/**
 * Calls `turn` whenever a new day has begun. Looks at the clock twice a minute rather than sleeping until midnight,
 * so that a laptop that slept, a changed clock or a new time zone are noticed too. Returns how to stop.
 */
export function watchDay(turn: () => void, now: () => Date = () => new Date()): () => void {
  let day = localDay(now())
  const timer = setInterval(() => {
    const today = localDay(now())
    if (today === day) return
    day = today
    turn()
  }, 30_000)
  timer.unref()
  return () => clearInterval(timer)
}
