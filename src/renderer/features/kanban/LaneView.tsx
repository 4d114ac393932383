import { useEffect, useLayoutEffect, useRef } from 'react'
import { useOperations } from '#renderer/client/useOperation.ts'
import { classes } from '#renderer/ui/classes.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useBoard } from './board.ts'
import { Card } from './Card.tsx'
import { EmptyLane } from './EmptyLane.tsx'
import { LaneHead } from './LaneHead.tsx'
import type { Lane } from './lanes.ts'
import { placed, type CardRow, type Move } from './moves.ts'
import type { LaneSum } from './sumText.ts'
import { blockSize, cardsOf, type BoardInput } from './useBoardInput.ts'
import { useKeptPlace } from './useKeptPlace.ts'
import { useScrolled } from './useScrolled.ts'
import { blocksOf, reveal, scrollOf, windowOf } from './windowing.ts'

type LaneViewProps = {
  lane: Lane
  input: BoardInput
  sum: LaneSum | null
  moves: readonly Move[]
  /** Whether the lane is in sight: others show their heads alone. */ isSeen: boolean
  /** A card is held over it and may be let go. */ isOver: boolean
  /** The card that is held, by its row. */ heldRowId: number | null
  /** The place of the card that Tab leads to, where it is in this lane. */ stop: number | null
  /** The row whose page is open beside the board. */ openRowId: number | null
}

/** Space between cards. */
const gap = 8

/** A lane: its head, and as many cards as are seen of it, however many it has. */
export function LaneView({ lane, input, sum, moves, isSeen, isOver, heldRowId, stop, openRowId }: LaneViewProps) {
  const board = useBoard()
  const body = useRef<HTMLDivElement>(null)
  const size = board.cardHeight + gap
  const isLong = lane.count * size > 7_000_000
  const { at: scrollTop, room } = useScrolled(body, 'y', isLong ? 1 : size)
  const scroll = scrollOf((lane.count + moves.length) * size + gap, room)
  const shown = windowOf(scroll.at(scrollTop), room, size, lane.count + moves.length, 3)
  const { first, last } = shown
  const wanted = { first: Math.max(0, first - moves.length), last: Math.min(lane.count, last + moves.length) }
  const inputs = isSeen ? blocksOf(wanted, blockSize).map((block) => cardsOf(input, lane.key, block)) : []
  const answers = useOperations('rows.page', inputs)
  const rows = new Map<number, CardRow>()
  for (const [at, { data }] of answers.entries()) {
    const offset = inputs[at]?.offset ?? 0
    data?.items.forEach((item, place) => item.kind === 'row' && rows.set(offset + place, item))
  }
  const indices = new Map([...rows].map(([index, { id }]) => [id, index]))
  const standing = placed(lane.key, lane.count, moves, (rowId) => indices.get(rowId))
  const error = answers.find((answer) => answer.error !== null)?.error ?? null

  // Another list begins at its top.
  const { query } = input
  useEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0
  }, [query])
  useLayoutEffect(() => {
    const element = body.current
    if (stop === null || element === null || !board.wantsFocus()) return
    const { height, at, topFor } = scrollOf(lane.count * size + gap, element.clientHeight)
    const to = reveal(at(element.scrollTop), element.clientHeight, stop * size, size + gap)
    if (to !== null) element.scrollTop = Math.min(height, topFor(to))
  }, [stop, board, lane.count, size])

  const ids = new Map<number, number>()
  for (let place = first; place < Math.min(last, standing.count); place += 1) {
    const stand = standing.at(place)
    const rowId = stand.kind === 'moved' ? stand.row.id : rows.get(stand.index)?.id
    if (rowId !== undefined) ids.set(rowId, place)
  }
  useKeptPlace({ body, size, places: ids, list: isLong ? null : query })

  const places = Array.from({ length: Math.max(0, Math.min(last, standing.count) - first) }, (_, step) => first + step)
  // In a list longer than a browser can scroll, cards stand where it is scrolled to and not where they are.
  const shift = scrollTop - scroll.at(scrollTop)
  return (
    <section className={classes('lane', isOver && 'lane--over')} aria-label={lane.name} data-lane={lane.key}>
      <LaneHead lane={lane} count={standing.count} sum={sum} />
      <div className="lane__body" ref={body}>
        <div className="lane__cards" role="list" style={{ height: scroll.height }}>
          {isOver ? <span className="lane__mark" /> : null}
          {standing.count === 0 ? <EmptyLane lane={lane} isNarrowed={query.filter !== null || query.search !== ''} /> : null}
          {isSeen
            ? places.map((place) => {
                const stand = standing.at(place)
                const row = stand.kind === 'moved' ? stand.row : rows.get(stand.index)
                const top = gap + place * size + shift
                if (row === undefined)
                  return <div key={`empty ${place}`} className="card card--coming" style={{ top, height: board.cardHeight }} aria-hidden="true" />
                return (
                  <Card
                    key={row.id}
                    row={row}
                    laneKey={lane.key}
                    index={place}
                    top={top}
                    isStop={stop === place}
                    isOpen={openRowId === row.id}
                    isMoving={stand.kind === 'moved' || row.id === heldRowId}
                  />
                )
              })
            : null}
        </div>
        {error === null ? null : <ErrorNote error={error.error} />}
      </div>
    </section>
  )
}
