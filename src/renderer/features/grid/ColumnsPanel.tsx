import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { viewColumnsOf, withHidden, withMoved, type ArrangedColumn } from '#renderer/grid/viewColumns.ts'
import type { ViewColumn } from '#shared/model/view.ts'
import { ColumnTypeIcon } from '#renderer/ui/ColumnTypeIcon.tsx'
import { useT } from '#renderer/ui/lang.ts'
import './columnsPanel.css'

type ColumnsPanelProps = {
  columns: readonly ArrangedColumn[]
  frozenColumns: number
  onColumns: (columns: ViewColumn[]) => void
  onFrozen: (frozenColumns: number) => void
}

/** Which columns are seen, in what order, and how many stay when scrolling. */
export function ColumnsPanel({ columns, frozenColumns, onColumns, onFrozen }: ColumnsPanelProps) {
  const t = useT()
  const [text, setText] = useState('')
  const [dragged, setDragged] = useState<number | null>(null)
  const wanted = text.trim().toLowerCase()
  const found = columns.filter(({ column }) => column.name.toLowerCase().includes(wanted))
  const hideAll = (hidden: boolean) => onColumns(viewColumnsOf(columns.map((one, at) => ({ ...one, hidden: hidden && at > 0 }))))

  return (
    <div className="columns-panel">
      <Input size="small" allowClear placeholder={t('grid.findColumn')} value={text} onChange={(event) => setText(event.target.value)} />
      <ul className="columns-panel__list">
        {found.map(({ column, hidden }) => (
          <li
            key={column.id}
            draggable
            className={dragged === column.id ? 'columns-panel__item columns-panel__item--dragged' : 'columns-panel__item'}
            onDragStart={() => setDragged(column.id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              event.preventDefault()
              if (dragged !== null && dragged !== column.id) onColumns(withMoved(columns, dragged, column.id))
            }}
          >
            <span className="columns-panel__grip" aria-hidden="true" />
            <Checkbox checked={!hidden} onChange={(event) => onColumns(withHidden(columns, column.id, !event.target.checked))}>
              <ColumnTypeIcon type={column.type} /> {column.name}
            </Checkbox>
          </li>
        ))}
      </ul>
      <div className="columns-panel__foot">
        <Button type="text" size="small" onClick={() => hideAll(false)}>
          {t('grid.showAll')}
        </Button>
        <Button type="text" size="small" onClick={() => hideAll(true)}>
          {t('grid.hideAll')}
        </Button>
        <InputNumber
          size="small"
          min={0}
          max={8}
          className="columns-panel__frozen"
          value={frozenColumns}
          prefix={t('grid.frozen')}
          onChange={(count) => onFrozen(count ?? 0)}
        />
      </div>
    </div>
  )
}
