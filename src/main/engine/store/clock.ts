import type { SqlFunction } from './functions.ts'

/** The local time of the person at the keyboard; tests set it. */
export type Clock = { /** ISO day. */ today(): string; /** Wall time to the second, `2024-03-05T14:30:00`. */ now(): string }

export const systemClock: Clock = {
  today: () => wallTime(new Date()).slice(0, 10),
  now: () => wallTime(new Date()),
}

/** The wall time for SQL, within the day a statement was made for: a statement that crosses midnight stays before it. */
export const nowFunction = (clock: Clock): SqlFunction => ({
  name: 'kebu_now',
  tellsTime: true,
  run: (day) => {
    const now = clock.now()
    return now.startsWith(`${String(day)}T`) ? now : `${String(day)}T23:59:59`
  },
})

export function wallTime(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}
