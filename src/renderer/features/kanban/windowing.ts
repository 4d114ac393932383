/** Things of one size in a row, from `first` up to and without `last`. */
export type Window = { first: number; last: number }

/** What can be seen of `count` things of one size that are scrolled to `at`, and some beyond either end. */
export function windowOf(at: number, room: number, size: number, count: number, beyond: number): Window {
  const first = Math.max(0, Math.floor(at / size) - beyond)
  const last = Math.min(count, Math.ceil((at + room) / size) + beyond)
  return { first: Math.min(first, count), last: Math.max(last, Math.min(first, count)) }
}

/** How far a list is scrolled: what the browser is told, and where in the list that is. */
export type Scroll = {
  /** As high as the browser is told the list is. */ height: number
  /** The pixels of the list that lie above what is seen. */ at: (scrollTop: number) => number
  /** Where the browser has to be scrolled to for that. */ topFor: (at: number) => number
}

/** Browsers end at some 33 million pixels. */
const mostHeight = 8_000_000

/** A list of any length: one that is too high for the browser scrolls in larger steps. */
export function scrollOf(total: number, room: number): Scroll {
  const height = Math.min(total, mostHeight)
  const scale = height === total || height <= room ? 1 : (total - room) / (height - room)
  return { height, at: (scrollTop) => scrollTop * scale, topFor: (at) => at / scale }
}

/** Where to scroll so that a thing is seen whole; null where it is. */
export function reveal(at: number, room: number, start: number, size: number): number | null {
  if (start < at) return start
  return start + size > at + room ? start + size - room : null
}

/** The blocks that hold the things from `first` to `last`. */
export function blocksOf({ first, last }: Window, blockSize: number): number[] {
  if (last <= first) return []
  const from = Math.floor(first / blockSize)
  const to = Math.floor((last - 1) / blockSize)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Which of things of different sizes in a row are in sight, or within `beyond` pixels of it. */
export function inSight(sizes: readonly number[], gap: number, at: number, room: number, beyond: number): boolean[] {
  let start = 0
  return sizes.map((size) => {
    const isNear = start < at + room + beyond && start + size > at - beyond
    start += size + gap
    return isNear
  })
}

/**
 * By how many places the things in sight moved when others came or went above them: `before` and `now` tell the places by
 * name, `first` is the first place in sight. One that moved by itself does not speak for the others.
 */
export function shiftOf(before: ReadonlyMap<number, number>, now: ReadonlyMap<number, number>, first: number): number {
  const shifts = [...before]
    .filter(([name, place]) => place >= first && now.has(name))
    .map(([name, place]) => (now.get(name) ?? place) - place)
    .toSorted((one, other) => one - other)
  return shifts[Math.floor(shifts.length / 2)] ?? 0
}
