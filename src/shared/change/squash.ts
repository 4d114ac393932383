import type { Change, LinkPairs } from './change.ts'

/** The change without what came and went again within it: a pair linked and unlinked in one write was never there. */
export function squash(change: Change): Change {
  const net = new Map<number, Map<string, number>>()
  for (const pairs of change.linked) count(net, pairs, 1)
  for (const pairs of change.unlinked) count(net, pairs, -1)
  return { ...change, linked: pairsOf(net, 1), unlinked: pairsOf(net, -1) }
}

/** How often each pair of a link came, less how often it went. */
type Net = Map<number, Map<string, number>>

function count(net: Net, pairs: LinkPairs, by: 1 | -1): void {
  const ofLink = net.get(pairs.linkId) ?? new Map<string, number>()
  net.set(pairs.linkId, ofLink)
  pairs.a.forEach((a, index) => {
    const key = `${a} ${pairs.b[index]}`
    ofLink.set(key, (ofLink.get(key) ?? 0) + by)
  })
}

function pairsOf(net: Net, sign: 1 | -1): LinkPairs[] {
  return [...net].flatMap(([linkId, ofLink]) => {
    const pairs: LinkPairs = { linkId, a: [], b: [] }
    for (const [key, times] of ofLink) {
      if (Math.sign(times) !== sign) continue
      const [a, b] = key.split(' ').map(Number)
      if (a === undefined || b === undefined) continue
      pairs.a.push(a)
      pairs.b.push(b)
    }
    return pairs.a.length === 0 ? [] : [pairs]
  })
}
