import type { LinkPairs } from '#shared/change/change.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { WriteContext } from '../history/writeContext.ts'
import type { ReadContext } from '../store/context.ts'
import { otherSide } from '../store/schema.ts'
import { idList, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'

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

/** The rows linked to a row, by id. */
export function linkedIds(context: Pick<ReadContext, 'db'>, link: ColumnOf<'link'>, rowId: number): number[] {
  const { side, linkId } = link.settings
  return context.db.ids(sql`select ${nameRef(otherSide(side))} from ${linkRef(linkId)} where ${nameRef(side)} = ${rowId}`)
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
