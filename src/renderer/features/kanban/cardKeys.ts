/** A card by its lane and its place there. */
export type Place = { lane: number; index: number }

/** The card an arrow, Home, End or a page key leads to, in lanes of these lengths; null where the key leads nowhere. */
export function nextPlace(counts: readonly number[], { lane, index }: Place, key: string, page: number): Place | null {
  const last = (counts[lane] ?? 0) - 1
  const within = (to: number): Place | null => {
    const next = Math.min(Math.max(to, 0), last)
    return next === index || next < 0 ? null : { lane, index: next }
  }
  switch (key) {
    case 'ArrowDown':
      return within(index + 1)
    case 'ArrowUp':
      return within(index - 1)
    case 'PageDown':
      return within(index + page)
    case 'PageUp':
      return within(index - page)
    case 'Home':
      return within(0)
    case 'End':
      return within(last)
    case 'ArrowRight':
      return beside(counts, lane, index, 1)
    case 'ArrowLeft':
      return beside(counts, lane, index, -1)
    default:
      return null
  }
}

/** The card as high up in the next lane that has any. */
function beside(counts: readonly number[], lane: number, index: number, step: 1 | -1): Place | null {
  for (let next = lane + step; next >= 0 && next < counts.length; next += step) {
    const count = counts[next] ?? 0
    if (count > 0) return { lane: next, index: Math.min(index, count - 1) }
  }
  return null
}
