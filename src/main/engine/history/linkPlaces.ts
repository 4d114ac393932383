import type { Change, LinkPairs, Place } from '#shared/change/change.ts'
import type { ReadDb } from '../store/db.ts'
import { linkRef, nameRef, placeName, sql } from '../store/sql.ts'

/** New pairs come last at both ends: after the rows their row is linked to already, in the order they are given in. */
export function withLinkPlaces(db: ReadDb, change: Partial<Change>): Partial<Change> {
  if (change.linked === undefined || change.linked.every((pairs) => pairs.places !== undefined)) return change
  const ends: Ends = new Map()
  return { ...change, linked: change.linked.map((pairs) => (pairs.places === undefined ? placed(db, ends, pairs) : pairs)) }
}

function placed(db: ReadDb, ends: Ends, pairs: LinkPairs): LinkPairs {
  const { linkId } = pairs
  const places = {
    a: lastPlaces(db, endsOf(ends, linkId, 'a'), linkId, 'a', pairs),
    b: lastPlaces(db, endsOf(ends, linkId, 'b'), linkId, 'b', pairs),
  }
  return places.a === null && places.b === null
    ? pairs
    : { ...pairs, places: { a: places.a ?? pairs.a.map(() => null), b: places.b ?? pairs.b.map(() => null) } }
}

/** What stands last among the rows of a row: its place, and of those without one the greatest id. */
type End = { place: Place; id: number }

type Ends = Map<string, Map<number, End>>

function endsOf(ends: Ends, linkId: number, side: 'a' | 'b'): Map<number, End> {
  const key = `${linkId}${side}`
  const known = ends.get(key) ?? new Map<number, End>()
  ends.set(key, known)
  return known
}

/** The places that put each pair last among the rows of its row at `side`; null when none needs one. */
function lastPlaces(db: ReadDb, ends: Map<number, End>, linkId: number, side: 'a' | 'b', pairs: LinkPairs): Place[] | null {
  const own = pairs[side]
  const other = pairs[side === 'a' ? 'b' : 'a']
  readEnds(
    db,
    ends,
    linkId,
    side,
    [...new Set(own)].filter((id) => !ends.has(id)),
  )
  let hasPlaces = false
  const places = own.map((id, at): Place => {
    const otherId = other[at] ?? 0
    const end = ends.get(id) ?? { place: null, id: 0 }
    ends.set(id, end)
    if (end.place === null && otherId > end.id) {
      end.id = otherId
      return null
    }
    hasPlaces = true
    end.place = (end.place ?? 0) + 1
    return end.place
  })
  return hasPlaces ? places : null
}

function readEnds(db: ReadDb, ends: Map<number, End>, linkId: number, side: 'a' | 'b', ids: readonly number[]): void {
  const place = nameRef(placeName(side), 'k')
  const other = nameRef(side === 'a' ? 'b' : 'a', 'k')
  // One step into the index that has the order of the side; an id stands below nought, where no place is.
  const rows = db.rows(sql`select ids.value, (select coalesce(${place}, -${other}) from ${linkRef(linkId)} k
    where ${nameRef(side, 'k')} = ids.value order by ${place} desc, ${other} desc limit 1) from json_each(${JSON.stringify(ids)}) ids`)
  for (const [id, last] of rows) {
    const end = Number(last ?? 0)
    ends.set(Number(id), end > 0 ? { place: end, id: 0 } : { place: null, id: -end })
  }
}
