import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Column } from '#shared/model/column.ts'
import { fitsCard, mostCardColumns } from '#shared/model/viewLayout.ts'
import { useSchema } from '#renderer/client/useBase.ts'
import { classes } from '#renderer/ui/classes.ts'
import { ColumnTypeIcon } from '#renderer/ui/ColumnTypeIcon.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { moved } from '#renderer/ui/moved.ts'
import { dragMark, useDragOrder } from '#renderer/ui/useDragOrder.ts'

type CardPanelProps = {
  tableId: number
  title: Column | undefined
  card: readonly Column[]
  /** Whether somebody chose what cards show. */ isOwn: boolean
  onChange: (columnIds: number[] | null) => void
}

/** What a card shows below its title, in what order. */
export function CardPanel({ tableId, title, card, isOwn, onChange }: CardPanelProps) {
  const t = useT()
  const schema = useSchema()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const ids = card.map(({ id }) => id)
  const others = schema
    .columnsOf(tableId)
    .filter((column) => !ids.includes(column.id) && column.id !== title?.id && fitsCard(schema.shown(column)))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
  const { drag, onPointerDown } = useDragOrder('y', (from, to) => onChange(moved(ids, from, to)))
  const isFull = card.length >= mostCardColumns
  return (
    <div className="card-panel">
      <ul className="card-panel__chosen" data-order>
        {card.map((column, place) => (
          <li
            key={column.id}
            data-place={place}
            className={classes('card-panel__item', dragMarkClass(dragMark(drag, place, card.length)))}
            onPointerDown={(event) => onPointerDown(place, event)}
          >
            <span className="card-panel__grip" aria-hidden="true" />
            <Checkbox checked onChange={() => onChange(ids.filter((id) => id !== column.id))}>
              <ColumnTypeIcon type={column.type} /> {column.name}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Input size="small" allowClear placeholder={t('grid.findColumn')} value={text} onChange={(event) => setText(event.target.value)} />
      <ul className="card-panel__others">
        {others.map((column) => (
          <li key={column.id} className="card-panel__item">
            <Checkbox checked={false} disabled={isFull} onChange={() => onChange([...ids, column.id])}>
              <ColumnTypeIcon type={column.type} /> {column.name}
            </Checkbox>
          </li>
        ))}
      </ul>
      <div className="card-panel__foot">
        <span>{t('kanban.cardCount', { count: card.length, most: mostCardColumns })}</span>
        {isOwn ? (
          <Button type="text" size="small" onClick={() => onChange(null)}>
            {t('kanban.usualCard')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

const dragMarkClass = (mark: ReturnType<typeof dragMark>): string | null => (mark === null ? null : `card-panel__item--${mark}`)
