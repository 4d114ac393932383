import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Column } from '#shared/model/column.ts'
import { isFolded, noneFolded, withToggledFold } from '#shared/model/folding.ts'
import type { KanbanLayout } from '#shared/model/viewLayout.ts'
import { canLock, isEditable } from '#renderer/cells/cellEdit.ts'
import { useSchema } from '#renderer/client/useBase.ts'
import { useFormat } from '#renderer/client/useFormat.ts'
import { useOperation } from '#renderer/client/useOperation.ts'
import { useRowColors } from '#renderer/grid/useRowColors.ts'
import { useOpenRow, useShell } from '#renderer/shell/state.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { WhyLayer } from '#renderer/why/WhyLayer.tsx'
import { BoardContext, type Board, type CardPlace } from './board.ts'
import { BoardSkeleton } from './BoardSkeleton.tsx'
import { nextPlace } from './cardKeys.ts'
import { CardMenu, type CardMenuTarget } from './CardMenu.tsx'
import { FoldedLane } from './FoldedLane.tsx'
import { LaneView } from './LaneView.tsx'
import { headsOf, useBoardInput, type BoardInput } from './useBoardInput.ts'
import { useBoardPort } from './useBoardPort.ts'
import { useCardDrag } from './useCardDrag.ts'
import { useCardMarks } from './useCardMarks.ts'
import { useCardMoves, type Moved } from './useCardMoves.ts'
import { useCardWhy } from './useCardWhy.ts'
import { useLanes } from './useLanes.ts'
import { useLaneSums } from './useLaneSums.ts'
import { useScrolled } from './useScrolled.ts'
import { inSight } from './windowing.ts'

export type BoardViewProps = {
  viewId: number
  input: BoardInput
  layout: KanbanLayout
  laneColumn: Column
  title: Column | undefined
  columns: readonly Column[]
  /** How many rows the board has; null before it is known. */ onRows: (rows: number | null) => void
  onFocusSearch: () => void
}

/** The lanes side by side: their cards are opened, taken to other lanes, and asked why they are where they are. */
export function BoardView(props: BoardViewProps) {
  const shown = useBoardInput(props.input)
  return shown === null ? <BoardSkeleton /> : <ShownBoard {...props} shown={shown} />
}

function ShownBoard({ viewId, shown, layout, laneColumn, title, columns, onRows, onFocusSearch }: BoardViewProps & { shown: BoardInput }) {
  const t = useT()
  const schema = useSchema()
  const format = useFormat()
  const { tableId } = shown
  const openRow = useShell((state) => state.openRow)
  const openRowId = useOpenRow()?.rowId ?? null
  const { data: heads, error } = useOperation('rows.page', headsOf(shown))
  const rowCount = heads?.rowCount ?? null
  useEffect(() => onRows(rowCount), [onRows, rowCount])
  const lanes = useLanes(laneColumn, heads, layout.hideEmpty)
  const allLanes = useLanes(laneColumn, heads, false)
  const sums = useLaneSums(shown, allLanes, layout.sumColumnId)
  const painter = useRowColors(shown.colors)

  const root = useRef<HTMLDivElement>(null)
  const focusWanted = useRef<'byKey' | 'left' | null>(null)
  const followed = useRef<{ rowId: number; to: string } | null>(null)
  const [stop, setStop] = useState<{ laneKey: string; index: number } | null>(null)
  const [menu, setMenu] = useState<CardMenuTarget | null>(null)
  // Another list begins at its top, for the keys too: a card far down that had them would pull the lane back there.
  const [stopQuery, setStopQuery] = useState(shown.query)
  if (stopQuery !== shown.query) {
    setStopQuery(shown.query)
    setStop(stop === null ? null : { ...stop, index: 0 })
  }
  const [said, setSaid] = useState('')
  const held = useRef<CardPlace | null>(null)
  const onMoved = useCallback(
    ({ card, to, place }: Moved) => {
      const name = title === undefined ? `#${card.row.id}` : format(title, card.row.cells[shown.columnIds.indexOf(title.id)] ?? null)
      const told = { name: name === '' ? t('kanban.untitled') : name, lane: to.name }
      setSaid(place === null ? t('kanban.saidMovedOut', told) : t('kanban.saidMoved', { ...told, place: place + 1 }))
      // Who moved it by keys goes on from where it stands; by the mouse one looks elsewhere already.
      if (followed.current?.rowId !== card.row.id || followed.current.to !== to.key) return
      followed.current = null
      if (place === null) return
      focusWanted.current = 'byKey'
      setStop({ laneKey: to.key, index: place })
    },
    [title, format, shown.columnIds, t],
  )
  const { moves, move } = useCardMoves(shown, laneColumn, onMoved)
  const folding = useShell((state) => state.folds[viewId] ?? noneFolded)
  const setFolding = useShell((state) => state.fold)
  const folded = useMemo(() => new Set(folding), [folding])
  const fold = useCallback(
    (key: string) => setFolding(viewId, withToggledFold(useShell.getState().folds[viewId] ?? noneFolded, key)),
    [setFolding, viewId],
  )
  const isMovable = isEditable(laneColumn, schema) || canLock(laneColumn, schema)
  const { drag, press } = useCardDrag({
    root,
    isMovable,
    onDrop: (card, laneKey) => {
      const lane = lanes.find(({ key }) => key === laneKey)
      if (lane !== undefined) move(card, lane)
    },
  })
  const why = useCardWhy(root)
  const addTo = useBoardPort({ shown, laneColumn, lanes, root, onFocusSearch })

  const open = useCallback((rowId: number) => openRow({ tableId, rowId }), [openRow, tableId])
  const focused = useCallback((card: CardPlace) => {
    held.current = card
    setStop({ laneKey: card.laneKey, index: card.index })
  }, [])
  const askMenu = useCallback((card: CardPlace, at: { x: number; y: number }) => setMenu({ card, ...at }), [])
  const { columnIds } = shown
  const isPlain = isEditable(laneColumn, schema)
  const board = useMemo(
    (): Board => ({
      tableId,
      laneColumn,
      title,
      columns: columns.filter(({ id }) => columnIds.includes(id)),
      columnIds,
      cardHeight: cardHeight(columnIds.length - (title === undefined ? 0 : 1)),
      painter,
      isMovable,
      wantsFocus: () => focusWanted.current === 'byKey' || (focusWanted.current === 'left' && document.activeElement === document.body),
      focusTaken: () => {
        focusWanted.current = null
      },
      focusLost: () => {
        focusWanted.current ??= 'left'
      },
      press,
      open,
      focused,
      askMenu,
      fold,
      addTo: isPlain ? addTo : null,
    }),
    [tableId, laneColumn, title, columns, columnIds, painter, isMovable, press, open, focused, askMenu, fold, isPlain, addTo],
  )

  /** With Ctrl, an arrow takes the card along to the next lane, an empty or folded one too. */
  const moveByKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const card = held.current
    if (step === 0 || card === null || !isMovable) return
    event.preventDefault()
    const to = lanes[lanes.findIndex(({ key }) => key === card.laneKey) + step]
    if (to === undefined) return
    // A class asks for its reason first; of a folded lane no card is seen.
    if (isPlain && !isFolded(folded, to.key)) {
      followed.current = { rowId: card.row.id, to: to.key }
      focusWanted.current = 'byKey'
      setStop({ laneKey: to.key, index: 0 })
    }
    move(card, to)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event
    if (!(target instanceof HTMLElement) || !target.matches('.card') || altKey || shiftKey || stop === null) return
    if (ctrlKey || metaKey) return moveByKey(event)
    if (key === 'Enter' || key === ' ') {
      event.preventDefault()
      return open(Number(target.dataset['row']))
    }
    const lane = lanes.findIndex(({ key: own }) => own === stop.laneKey)
    const counts = lanes.map(({ key: own, count }) => (isFolded(folded, own) ? 0 : count))
    const next = lane === -1 ? null : nextPlace(counts, { lane, index: stop.index }, key, cardsPerPage)
    const nextLane = next === null ? undefined : lanes[next.lane]
    if (next === null || nextLane === undefined) return
    event.preventDefault()
    focusWanted.current = 'byKey'
    setStop({ laneKey: nextLane.key, index: next.index })
  }

  const { at, room } = useScrolled(root, 'x', laneStep)
  // The page of a card, opened beside the board, takes the room of lanes at the right: not that of its own.
  useEffect(() => {
    if (openRowId !== null) root.current?.querySelector('.card--open')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [openRowId, room])
  const widths = lanes.map(({ key }) => (isFolded(folded, key) ? foldedWidth : laneWidth))
  const seen = inSight(widths, laneStep - laneWidth, at, room, 3 * laneStep)
  useCardMarks(root, shown.query.search)
  const stopNow = stopIn(
    lanes.filter(({ key }) => !isFolded(folded, key)),
    stop,
  )
  if (error !== null && heads === undefined) return <ErrorNote error={error.error} />
  return (
    <BoardContext value={board}>
      <div className="kanban" ref={root} role="group" aria-label={t('kanban.lanesBy', { name: laneColumn.name })} onKeyDown={onKeyDown}>
        {lanes.map((lane, place) =>
          isFolded(folded, lane.key) ? (
            <FoldedLane key={`folded ${lane.key}`} lane={lane} isOver={drag?.over === lane.key} />
          ) : (
            <LaneView
              key={lane.key}
              lane={lane}
              input={shown}
              sum={sums.get(lane.key) ?? null}
              moves={moves}
              isSeen={seen[place] === true}
              isOver={drag?.over === lane.key}
              heldRowId={drag?.card.row.id ?? null}
              stop={stopNow?.laneKey === lane.key ? stopNow.index : null}
              openRowId={openRowId}
            />
          ),
        )}
        <div className="visually-hidden" role="status">
          {said}
        </div>
        {lanes.length === 0 ? <p className="kanban__none">{t('kanban.allEmpty')}</p> : null}
      </div>
      {menu === null ? null : (
        <CardMenu key={`${menu.card.row.id} ${menu.x} ${menu.y}`} target={menu} lanes={lanes} onMove={move} onClose={() => setMenu(null)} />
      )}
      {why.asked === null ? null : <WhyLayer asked={why.asked} tableId={tableId} onClose={why.close} />}
    </BoardContext>
  )
}

/** Widths of lanes, and of one with the space to the next, as the style sheet says. */
const laneWidth = 264
const foldedWidth = 44
const laneStep = 276

/** About as many cards as a lane shows. */
const cardsPerPage = 4

/** Title and lines of a card, with what lies around them. */
const cardHeight = (lines: number): number => 40 + lines * 22 + (lines > 0 ? 6 : 0)

/** The card that Tab leads to: the one that had the focus, or the first of all. */
function stopIn(
  lanes: readonly { key: string; count: number }[],
  stop: { laneKey: string; index: number } | null,
): { laneKey: string; index: number } | null {
  const kept = lanes.find(({ key }) => key === stop?.laneKey)
  if (stop !== null && kept !== undefined && kept.count > 0) return { laneKey: kept.key, index: Math.min(stop.index, kept.count - 1) }
  const first = lanes.find(({ count }) => count > 0)
  return first === undefined ? null : { laneKey: first.key, index: 0 }
}
