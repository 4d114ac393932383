import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { Column } from '#shared/model/column.ts'
import type { Sort } from '#shared/model/view.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { ColumnSelect } from '#renderer/ui/ColumnSelect.tsx'
import './sortPanel.css'

type SortPanelProps = {
  sorts: readonly Sort[]
  columns: readonly Column[]
  most: number
  addText: string
  noneText: string
  onChange: (sorts: Sort[]) => void
}

/** Columns that order the rows, the first one first. */
export function SortPanel({ sorts, columns, most, addText, noneText, onChange }: SortPanelProps) {
  const t = useT()
  const free = columns.filter(({ id }) => sorts.every(({ columnId }) => columnId !== id))
  const [next] = free
  const replace = (at: number, sort: Sort) => onChange(sorts.with(at, sort))
  const swap = (at: number, other: number) => {
    const one = sorts[at]
    const two = sorts[other]
    if (one !== undefined && two !== undefined) onChange(sorts.with(at, two).with(other, one))
  }
  return (
    <div className="sort-panel">
      {sorts.length === 0 ? <p className="sort-panel__none">{noneText}</p> : null}
      <ul>
        {sorts.map((sort, at) => (
          <li key={sort.columnId} className="sort-panel__line">
            <ColumnSelect
              columns={[...columns.filter(({ id }) => id === sort.columnId), ...free]}
              value={sort.columnId}
              onChange={(columnId) => replace(at, { ...sort, columnId })}
            />
            <Segmented<Sort['direction']>
              size="small"
              value={sort.direction}
              options={[
                { value: 'ascending', label: t('grid.ascending') },
                { value: 'descending', label: t('grid.descending') },
              ]}
              onChange={(direction) => replace(at, { ...sort, direction })}
            />
            <span className="sort-panel__tools">
              <IconButton label={t('grid.moveUp')} icon={<ArrowUpOutlined />} disabled={at === 0} onClick={() => swap(at, at - 1)} />
              <IconButton
                label={t('grid.moveDown')}
                icon={<ArrowDownOutlined />}
                disabled={at === sorts.length - 1}
                onClick={() => swap(at, at + 1)}
              />
              <IconButton label={t('grid.removeLine')} icon={<CloseOutlined />} onClick={() => onChange(sorts.toSpliced(at, 1))} />
            </span>
          </li>
        ))}
      </ul>
      <Button
        type="text"
        size="small"
        icon={<PlusOutlined />}
        disabled={next === undefined || sorts.length >= most}
        onClick={() => next !== undefined && onChange([...sorts, { columnId: next.id, direction: 'ascending' }])}
      >
        {addText}
      </Button>
    </div>
  )
}
