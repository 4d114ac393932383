import type { Change, Place } from '#shared/change/change.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../store/context.ts'
import { otherSide } from '../store/schema.ts'
import { linkOrder, linkRef, nameRef, placeName, sql } from '../store/sql.ts'
import { linksIn } from './logCodec.ts'
import { entriesOf } from './rowEntries.ts'

/** What an entry did to the links of one row in one column. */
export type RowLinks = { columnId: number; linked: Placed[]; unlinked: Placed[]; moved: { id: number; from: Place; to: Place }[] }

type Placed = { id: number; place: Place }

export function linksOfRow(bytes: Uint8Array, links: readonly ColumnOf<'link'>[], rowId: number): RowLinks[] {
  if (links.length === 0) return []
  const change = linksIn(bytes)
  return links
    .map((link) => linksInColumn(change, link, rowId))
    .filter(({ linked, unlinked, moved }) => linked.length + unlinked.length + moved.length > 0)
}

function linksInColumn(
  change: Pick<Change, 'linked' | 'unlinked' | 'reordered'>,
  { id: columnId, settings }: ColumnOf<'link'>,
  rowId: number,
): RowLinks {
  const { linkId, side } = settings
  const other = otherSide(side)
  const of = (kind: 'linked' | 'unlinked'): Placed[] =>
    change[kind]
      .filter((pairs) => pairs.linkId === linkId)
      .flatMap((pairs) => placesOf(pairs[side], rowId).map((at) => ({ id: pairs[other][at] ?? 0, place: pairs.places?.[side][at] ?? null })))
  const moved = change.reordered
    .filter((pairs) => pairs.linkId === linkId && pairs.side === side)
    .flatMap((pairs) =>
      placesOf(pairs[side], rowId).map((at) => ({ id: pairs[other][at] ?? 0, from: pairs.from[at] ?? null, to: pairs.to[at] ?? null })),
    )
  return { columnId, linked: of('linked'), unlinked: of('unlinked'), moved }
}

const placesOf = (ids: readonly number[], id: number): number[] => ids.flatMap((each, at) => (each === id ? [at] : []))

/** The rows a row was linked to before or after an entry, in their order of then: what stands now, with all since taken back. */
export function linksThen(context: ReadContext, link: ColumnOf<'link'>, rowId: number, entryId: number, side: 'from' | 'to'): number[] {
  const then = linksNow(context, link, rowId)
  const isLater = (id: number): boolean => (side === 'from' ? id >= entryId : id > entryId)
  for (const entry of entriesSince(context, link.tableId, rowId, isLater)) {
    for (const { linked, unlinked, moved } of linksOfRow(entry.change, [link], rowId)) {
      for (const { id, from } of moved.toReversed()) then.set(id, from)
      for (const { id } of linked) then.delete(id)
      for (const { id, place } of unlinked) then.set(id, place)
    }
  }
  return [...then].toSorted(([id, place], [otherId, otherPlace]) => (place ?? 0) - (otherPlace ?? 0) || id - otherId).map(([id]) => id)
}

function linksNow({ db }: ReadContext, { settings: { linkId, side } }: ColumnOf<'link'>, rowId: number): Map<number, Place> {
  const rows = db.rows(sql`select ${nameRef(otherSide(side), 'k')}, ${nameRef(placeName(side), 'k')} from ${linkRef(linkId)} k
    where ${nameRef(side, 'k')} = ${rowId} order by ${linkOrder(side, 'k')}`)
  return new Map(rows.map(([id, place]) => [Number(id), typeof place === 'number' ? place : null]))
}

/** The entries about a row from the latest back, as long as they are later. */
function* entriesSince({ db }: ReadContext, tableId: number, rowId: number, isLater: (id: number) => boolean): Generator<{ change: Uint8Array }> {
  let beforeId: number | null = null
  for (;;) {
    const entries = entriesOf(db, { tableId, rowId }, beforeId)
    for (const entry of entries) {
      if (!isLater(entry.id)) return
      yield entry
      beforeId = entry.id
    }
    if (entries.length === 0) return
  }
}
