/** A sign to be met, or null for any one sign. */
type Wanted = string | null

/**
 * Where a pattern is first met in a text, counted in signs from 0, or -1. `?` is any sign, `*` any number of them, `~`
 * makes the next one an ordinary sign. Capitals do not matter.
 */
export function wildcardPlace(pattern: string, text: string, from: number): number {
  const signs = Array.from(text, lower)
  let [first, next] = [-1, from]
  // Each piece at its earliest: were there a place for the rest further on, it would be behind the earliest too.
  for (const piece of piecesOf(pattern)) {
    const place = placeOf(piece, signs, next)
    if (place === -1) return -1
    if (first === -1) first = place
    next = place + piece.length
  }
  return first
}

/** What stands between the stars. */
function piecesOf(pattern: string): Wanted[][] {
  const pieces: Wanted[][] = [[]]
  for (const [sign] of pattern.matchAll(/~[~*?]|[\s\S]/gu)) {
    if (sign === '*') pieces.push([])
    else pieces.at(-1)?.push(sign === '?' ? null : lower(sign.length > 1 && sign.startsWith('~') ? sign.slice(1) : sign))
  }
  return pieces
}

function placeOf(piece: readonly Wanted[], signs: readonly string[], from: number): number {
  for (let place = from; place + piece.length <= signs.length; place++) {
    if (piece.every((wanted, index) => wanted === null || wanted === signs[place + index])) return place
  }
  return -1
}

const lower = (sign: string): string => sign.toLowerCase()
