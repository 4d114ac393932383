import type { Column } from '#shared/model/column.ts'
import { createContext, use, type PointerEvent } from 'react'
import type { Painter } from '#renderer/grid/useRowColors.ts'
import type { CardRow } from './moves.ts'

/** A card, and where it stands. */
export type CardPlace = { row: CardRow; laneKey: string; index: number }

/** What all cards and lanes of a board share; the same object while only rows change. */
export type Board = {
  tableId: number
  laneColumn: Column
  /** The column that names a card, where the table has one. */ title: Column | undefined
  /** What a card shows below its title. */ columns: readonly Column[]
  /** The columns read for a card, in the order of its cells. */ columnIds: readonly number[]
  cardHeight: number
  painter: Painter
  /** Whether cards can be taken to another lane. */ isMovable: boolean
  /** Whether a card is to have the focus as soon as it is drawn. */ wantsFocus: () => boolean
  focusTaken: () => void
  /** The card that had the focus is gone: the one in its place takes it. */ focusLost: () => void
  press: (card: CardPlace, event: PointerEvent) => void
  open: (rowId: number) => void
  focused: (card: CardPlace) => void
  askMenu: (card: CardPlace, at: { x: number; y: number }) => void
  fold: (laneKey: string) => void
  /** Null where no row can be begun in a lane. */ addTo: ((laneKey: string) => void) | null
}

export const BoardContext = createContext<Board | null>(null)

/** The board a card or a lane stands on. */
export function useBoard(): Board {
  const board = use(BoardContext)
  if (board === null) throw new Error('useBoard outside a board')
  return board
}
