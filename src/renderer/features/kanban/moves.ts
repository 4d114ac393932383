import type { PageItem } from '#shared/contract/records.ts'

/** A row on a card. */
export type CardRow = Extract<PageItem, { kind: 'row' }>

/** A card that is on its way to another lane: seen there before the base has it. */
export type Move = { row: CardRow; from: string; to: string }

/** What stands at a place of a lane: a card that has just been dropped there, or the row read for that place. */
export type Standing = { kind: 'moved'; row: CardRow } | { kind: 'read'; index: number }

export type Placed = { count: number; at: (place: number) => Standing }

/**
 * A lane as it will be once the moves are done: those that come stand on top, those that go leave no gap. `indexOf` says
 * where a row is read in the lane by now, whatever came and went since it was taken; what the base already has is moved
 * no second time.
 */
export function placed(key: string, count: number, moves: readonly Move[], indexOf: (rowId: number) => number | undefined): Placed {
  const coming = moves.filter(({ to, row }) => to === key && indexOf(row.id) === undefined)
  const gone = moves.flatMap(({ from, row }) => (from === key ? (indexOf(row.id) ?? []) : [])).sort((one, other) => one - other)
  return {
    count: Math.max(0, count + coming.length - gone.length),
    at: (place) => {
      const moved = coming[place]
      if (moved !== undefined) return { kind: 'moved', row: moved.row }
      let index = place - coming.length
      for (const left of gone) if (index >= left) index += 1
      return { kind: 'read', index }
    },
  }
}
