import { MoreOutlined } from '@ant-design/icons'
import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useSchema } from '#renderer/client/useBase.ts'
import { useFormat } from '#renderer/client/useFormat.ts'
import { classes } from '#renderer/ui/classes.ts'
import { useT } from '#renderer/ui/lang.ts'
import { useBoard } from './board.ts'
import './card.css'
import { CardValue } from './CardValue.tsx'
import type { CardRow } from './moves.ts'

declare module 'react' {
  interface CSSProperties {
    '--row-color'?: string
    '--cell-color'?: string
  }
}

type CardProps = {
  row: CardRow
  laneKey: string
  index: number
  top: number
  /** The one card of the board that Tab leads to. */ isStop: boolean
  /** Its page is open beside the board. */ isOpen: boolean
  /** It is held by the pointer, or on its way to this lane. */ isMoving: boolean
}

/** A row as a card: its title and the values of some columns, one in a line. */
export const Card = memo(function Card({ row, laneKey, index, top, isStop, isOpen, isMoving }: CardProps) {
  const t = useT()
  const board = useBoard()
  const schema = useSchema()
  const format = useFormat()
  const element = useRef<HTMLElement>(null)
  const places = useMemo(() => new Map(board.columnIds.map((columnId, place) => [columnId, place])), [board.columnIds])
  const cell = (columnId: number) => row.cells[places.get(columnId) ?? -1] ?? null
  const line = { ...row, places, heads: [] }
  const mark = board.painter.mark(line)
  const title = board.title === undefined ? `#${row.id}` : format(board.title, cell(board.title.id))
  const place = { row, laneKey, index }

  useEffect(() => {
    if (!isStop || !board.wantsFocus()) return
    board.focusTaken()
    element.current?.focus({ preventScroll: true })
    element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isStop, board])
  const { focusLost } = board
  useLayoutEffect(() => {
    const card = element.current
    return () => {
      if (card !== null && card === document.activeElement) focusLost()
    }
  }, [focusLost])

  return (
    <article
      ref={element}
      role="listitem"
      className={classes('card', isOpen && 'card--open', isMoving && 'card--moving')}
      style={{ top, height: board.cardHeight, '--row-color': mark?.color ?? 'transparent' }}
      aria-label={title}
      aria-keyshortcuts={board.isMovable ? 'Enter Control+ArrowLeft Control+ArrowRight' : 'Enter'}
      tabIndex={isStop ? 0 : -1}
      data-row={row.id}
      onFocus={() => board.focused(place)}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('[data-why], button') === null) board.open(row.id)
      }}
      onPointerDown={(event) => board.press(place, event)}
      onContextMenu={(event) => {
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        // The key for menus says nowhere.
        const isByKey = event.button !== 2
        board.askMenu(place, isByKey ? { x: box.left + 16, y: box.top + 24 } : { x: event.clientX, y: event.clientY })
      }}
    >
      <h3 className="card__title" title={mark === null || mark.title === '' ? title : `${title}\n${mark.title}`}>
        {title === '' ? <span className="card__none">{t('kanban.untitled')}</span> : title}
      </h3>
      <dl className="card__lines">
        {board.columns.map((column) => {
          const value = cell(column.id)
          const text = format(column, value)
          return (
            <div
              key={column.id}
              className="card__line"
              style={{ '--cell-color': board.painter.cell(line, column.id) ?? 'transparent' }}
              title={text === '' ? column.name : `${column.name}\n${text}`}
            >
              <dt>{column.name}</dt>
              <dd>
                <CardValue
                  column={column}
                  value={value}
                  text={text}
                  schemeId={schema.schemeOfColumn(column.id)?.id ?? null}
                  isLocked={row.locked?.includes(column.id) === true}
                />
              </dd>
            </div>
          )
        })}
      </dl>
      <button
        type="button"
        className="card__menu"
        tabIndex={-1}
        aria-label={t('kanban.cardMenu', { name: title })}
        title={t('kanban.cardMenu', { name: title })}
        onClick={({ clientX: x, clientY: y }) => board.askMenu(place, { x, y })}
      >
        <MoreOutlined />
      </button>
    </article>
  )
})
