import type { LinkPairs, Place } from '#shared/change/change.ts'
import { reorderedPairs } from '#shared/change/squash.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { WriteContext } from '../history/writeContext.ts'
import type { ReadContext } from '../store/context.ts'
import { otherSide } from '../store/schema.ts'
import { idList, linkOrder, linkRef, nameRef, placeName, sql, tableRef } from '../store/sql.ts'

/** Pairs of a link seen from the table of one of its columns: that row first. */
export type Pair = readonly [rowId: number, otherId: number]

/**
 * Links rows. Where a side may hold one row only, the new link takes the place of the old one.
 * Rows that do not exist are left out.
 */
export function linkRows(context: WriteContext, link: ColumnOf<'link'>, pairs: readonly Pair[]): number {
  const existing = existingRows(
    context,
    link.settings.otherTableId,
    pairs.map((pair) => pair[1]),
  )
  const wanted = fitting(
    context,
    link,
    pairs.filter((pair) => existing.has(pair[1])),
  )
  if (wanted.length === 0) return 0
  const { settings } = link
  const inverse = context.schema.columns.get(settings.otherColumnId)
  if (!settings.multiple) unlinkAllBut(context, link, settings.side, wanted)
  if (inverse?.type === 'link' && !inverse.settings.multiple) unlinkAllBut(context, link, otherSide(settings.side), wanted)
  const known = new Set(
    context.db
      .rows(sql`select ${nameRef(settings.side)}, ${nameRef(otherSide(settings.side))} from ${linkRef(settings.linkId)}
        where ${nameRef(settings.side)} in ${idList(wanted.map((pair) => pair[0]))}`)
      .map((row) => `${row[0]} ${row[1]}`),
  )
  const added = wanted.filter((pair) => !known.has(`${pair[0]} ${pair[1]}`))
  if (added.length > 0) context.apply({ linked: [pairsOf(link, added)] })
  return added.length
}

/** Of several pairs for a side that holds one row, the last. */
function fitting(context: WriteContext, link: ColumnOf<'link'>, pairs: readonly Pair[]): readonly Pair[] {
  const inverse = context.schema.columns.get(link.settings.otherColumnId)
  const ownFit = link.settings.multiple ? pairs : [...new Map(pairs.map((pair) => [pair[0], pair])).values()]
  const isOtherSingle = inverse?.type === 'link' && !inverse.settings.multiple
  return isOtherSingle ? [...new Map(ownFit.map((pair) => [pair[1], pair])).values()] : ownFit
}

export function unlinkRows(context: WriteContext, link: ColumnOf<'link'>, pairs: readonly Pair[]): void {
  if (pairs.length > 0) context.apply({ unlinked: [pairsOf(link, pairs)] })
}

/** The rows linked to a row, in their order. */
export function linkedIds(context: Pick<ReadContext, 'db'>, link: ColumnOf<'link'>, rowId: number): number[] {
  return placedIds(context, link, rowId).map(({ id }) => id)
}

/** The same with the place of each. */
function placedIds(context: Pick<ReadContext, 'db'>, link: ColumnOf<'link'>, rowId: number): { id: number; place: Place }[] {
  const { side, linkId } = link.settings
  return context.db
    .rows(sql`select ${nameRef(otherSide(side), 'k')}, ${nameRef(placeName(side), 'k')} from ${linkRef(linkId)} k
      where ${nameRef(side, 'k')} = ${rowId} order by ${linkOrder(side, 'k')}`)
    .map(([id, place]) => ({ id: Number(id), place: typeof place === 'number' ? place : null }))
}

/** Puts the rows linked to a row in this order; those not named follow as they stand. Answers how many have another place. */
export function orderLinks(context: WriteContext, link: ColumnOf<'link'>, rowId: number, wanted: readonly number[]): number {
  const present = placedIds(context, link, rowId)
  const placeById = new Map(present.map(({ id, place }) => [id, place]))
  const order = [...new Set([...wanted.filter((id) => placeById.has(id)), ...placeById.keys()])]
  if (order.every((id, at) => id === present[at]?.id)) return 0
  const places = placesFor(order)
  const moved = order.flatMap((id, at) => {
    const [from, to] = [placeById.get(id) ?? null, places[at] ?? null]
    const {
      a: [a = 0],
      b: [b = 0],
    } = pairsOf(link, [[rowId, id]])
    return from === to ? [] : [{ a, b, from, to }]
  })
  context.apply({ reordered: [reorderedPairs(link.settings.linkId, link.settings.side, moved)] })
  return moved.length
}

/** Places that make this order: none for the first rows, as far as they stand as they were made. */
function placesFor(order: readonly number[]): Place[] {
  const firstPlaced = order.findIndex((id, at) => id < (order[at - 1] ?? 0))
  return order.map((_, at) => (firstPlaced === -1 || at < firstPlaced ? null : at - firstPlaced + 1))
}

/** Pairs as the junction table holds them. */
export function pairsOf(link: ColumnOf<'link'>, pairs: readonly Pair[]): LinkPairs {
  const own = pairs.map((pair) => pair[0])
  const other = pairs.map((pair) => pair[1])
  return { linkId: link.settings.linkId, ...(link.settings.side === 'a' ? { a: own, b: other } : { a: other, b: own }) }
}

/** Makes room on a side that holds one row only: drops what its rows are linked to, but for the wanted pairs. */
function unlinkAllBut(context: WriteContext, link: ColumnOf<'link'>, side: 'a' | 'b', wanted: readonly Pair[]): void {
  const pairs = pairsOf(link, wanted)
  const keep = new Set(pairs.a.map((a, index) => `${a} ${pairs.b[index]}`))
  const found = context.db.rows(sql`select a, b from ${linkRef(link.settings.linkId)} where ${nameRef(side)} in ${idList(pairs[side])}`)
  const gone = found.filter((row) => !keep.has(`${row[0]} ${row[1]}`))
  if (gone.length === 0) return
  context.apply({ unlinked: [{ linkId: link.settings.linkId, a: gone.map((row) => Number(row[0])), b: gone.map((row) => Number(row[1])) }] })
}

function existingRows(context: WriteContext, tableId: number, ids: readonly number[]): Set<number> {
  return new Set(context.db.ids(sql`select id from ${tableRef(tableId)} where id in ${idList([...new Set(ids)])}`))
}
