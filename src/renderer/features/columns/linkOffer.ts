import type { Column, LinkPick } from '#shared/model/column.ts'
import { resultTypeOf } from '#shared/model/columns/display.ts'

/** Two columns that must have the same, while they are being chosen. */
export type MatchForm = { otherColumnId: number | null; ownColumnId: number | null }

/** Which rows a link offers, while it is being set. */
export type OfferForm = Omit<LinkPick, 'match'> & { match: MatchForm[] }

export const wholeOffer: OfferForm = { viewId: null, filter: null, match: [] }

/** The limits as they are saved, without pairs that are not whole; null when nothing limits. */
export function pickOf({ viewId, filter, match }: OfferForm): LinkPick | null {
  const whole = match.flatMap(({ otherColumnId, ownColumnId }) =>
    otherColumnId === null || ownColumnId === null ? [] : [{ otherColumnId, ownColumnId }],
  )
  return viewId === null && filter === null && whole.length === 0 ? null : { viewId, filter, match: whole }
}

/** Whether cells of two columns of two tables can be the same thing: a day, a number, a text, a person, a row of one table. */
export function canMatch(one: Column, other: Column, shown: (column: Column) => Column): boolean {
  if (one.type === 'link' && other.type === 'link') return one.settings.otherTableId === other.settings.otherTableId
  if (unmatchable.has(one.type) || unmatchable.has(other.type)) return false
  return kindOf(shown(one)) === kindOf(shown(other))
}

/** Rows are matched with rows, and files with nothing. */
const unmatchable: ReadonlySet<Column['type']> = new Set<Column['type']>(['link', 'image', 'file', 'signature', 'button'])

const kindOf = (shown: Column): string => resultTypeOf(shown, noColumns)

/** What a column is shown as reads no other column. */
const noColumns: ReadonlyMap<number, Column> = new Map()
