import type { PageItem } from '#shared/contract/records.ts'

/** A row on a card. */
export type CardRow = Extract<PageItem, { kind: 'row' }>

/** A card that is on its way to another lane: seen there before the base has it. */
export type Move = { row: CardRow; from: string; to: string; /** Its place in the lane it leaves. */ index: number }

/** What stands at a place of a lane: a card that has just been dropped there, or the row read for that place. */
export type Standing = { kind: 'moved'; row: CardRow } | { kind: 'read'; index: number }

export type Placed = { count: number; at: (place: number) => Standing }

/**
 * A lane as it will be once the moves are done: those that come stand on top, those that go leave no gap. `idAt` says
 * which row is read for a place by now: what the base already has is moved no second time.
 */
export function placed(
  key: string,
  count: number,
  moves: readonly Move[],
  idAt: (index: number) => number | undefined,
  has: (id: number) => boolean,
): Placed {
  const coming = moves.filter(({ to, row }) => to === key && !has(row.id))
  const gone = moves.flatMap(({ from, index, row }) => (from === key && idAt(index) === row.id ? [index] : [])).sort((one, other) => one - other)
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
