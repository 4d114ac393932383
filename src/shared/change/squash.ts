import type { Change, LinkPairs, Place, ReorderedPairs } from './change.ts'

/** One thing a write did to pairs of links. */
export type LinkEvent = { kind: 'linked' | 'unlinked'; pairs: LinkPairs } | { kind: 'reordered'; pairs: ReorderedPairs }

/**
 * What events came to, taken in turn: a pair linked and unlinked in one write was never there, one unlinked and linked
 * again stands in another place at most.
 */
export function squashLinks(events: readonly LinkEvent[]): Pick<Change, 'linked' | 'unlinked' | 'reordered'> {
  const net = new Map<number, Map<string, PairNet>>()
  for (const { linkId, key, before, after } of events.flatMap(stepsOf)) {
    const ofLink = net.get(linkId) ?? new Map<string, PairNet>()
    net.set(linkId, ofLink)
    const known = ofLink.get(key)
    ofLink.set(
      key,
      known === undefined
        ? { before, after }
        : { before: known.before && { ...before, ...known.before }, after: after && { ...known.after, ...after } },
    )
  }
  const change: Pick<Change, 'linked' | 'unlinked' | 'reordered'> = { linked: [], unlinked: [], reordered: [] }
  for (const [linkId, ofLink] of net) {
    const pairs = [...ofLink].map(([key, states]) => ({ ...endsOf(key), ...states }))
    const came = pairs.flatMap(({ a, b, before, after }) => (before === null && after !== null ? [{ a, b, state: after }] : []))
    const went = pairs.flatMap(({ a, b, before, after }) => (before !== null && after === null ? [{ a, b, state: before }] : []))
    if (came.length > 0) change.linked.push(linkPairs(linkId, came))
    if (went.length > 0) change.unlinked.push(linkPairs(linkId, went))
    for (const side of ['a', 'b'] as const) {
      const moved = pairs.flatMap(({ a, b, before, after }) =>
        before === null || after === null || (before[side] ?? null) === (after[side] ?? null)
          ? []
          : [{ a, b, from: before[side] ?? null, to: after[side] ?? null }],
      )
      if (moved.length > 0) change.reordered.push(reorderedPairs(linkId, side, moved))
    }
  }
  return change
}

/** Pairs with their places, which are left out where there are none. */
export function linkPairs(linkId: number, pairs: readonly { a: number; b: number; state: Places }[]): LinkPairs {
  const ends = { linkId, a: pairs.map(({ a }) => a), b: pairs.map(({ b }) => b) }
  const places = { a: pairs.map(({ state }) => state.a ?? null), b: pairs.map(({ state }) => state.b ?? null) }
  return [...places.a, ...places.b].every((place) => place === null) ? ends : { ...ends, places }
}

export function reorderedPairs(linkId: number, side: 'a' | 'b', pairs: readonly { a: number; b: number; from: Place; to: Place }[]): ReorderedPairs {
  return {
    linkId,
    side,
    a: pairs.map(({ a }) => a),
    b: pairs.map(({ b }) => b),
    from: pairs.map(({ from }) => from),
    to: pairs.map(({ to }) => to),
  }
}

/** Where a pair stands at both ends, as far as it is known. */
type Places = { a?: Place; b?: Place }

/** What a pair was before and after all of it; null: not there. */
type PairNet = { before: Places | null; after: Places | null }

type Step = PairNet & { linkId: number; key: string }

function stepsOf(event: LinkEvent): Step[] {
  const { pairs } = event
  return pairs.a.map((a, at): Step => {
    const step = { linkId: pairs.linkId, key: `${a} ${pairs.b[at]}` }
    if (event.kind === 'reordered') {
      const { side, from, to } = event.pairs
      return { ...step, before: { [side]: from[at] ?? null }, after: { [side]: to[at] ?? null } }
    }
    const there = { a: event.pairs.places?.a[at] ?? null, b: event.pairs.places?.b[at] ?? null }
    return event.kind === 'linked' ? { ...step, before: null, after: there } : { ...step, before: there, after: null }
  })
}

function endsOf(key: string): { a: number; b: number } {
  const [a = 0, b = 0] = key.split(' ').map(Number)
  return { a, b }
}
