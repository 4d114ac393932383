/** The name someone probably meant, or null where none is close: one letter away, else one that holds what was typed, else two away. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const wanted = typed.trim().toLowerCase().slice(0, longest)
  if (wanted === '') return null
  const near = nearest(wanted, names)
  if (near?.distance === 1) return near.name
  const holding = names.filter((name) => name.toLowerCase().includes(wanted))
  return holding.toSorted((a, b) => a.length - b.length)[0] ?? near?.name ?? null
}

function nearest(wanted: string, names: readonly string[]): { name: string; distance: number } | null {
  let best: { name: string; distance: number } | null = null
  for (const name of names) {
    if (name.length > longest || Math.abs(name.length - wanted.length) > 2) continue
    const distance = editDistance(wanted, name.toLowerCase())
    if (distance <= Math.min(2, Math.floor(wanted.length / 2)) && (best === null || distance < best.distance)) best = { name, distance }
  }
  return best
}

const longest = 40

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
