import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Column } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import { useState } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { FilterGroup } from './FilterGroup.tsx'
import { draftOf, emptyGroup, filterOf, newCondition, type GroupDraft } from './filterDraft.ts'
import './filterPanel.css'

type FilterPanelProps = {
  filter: Filter | null
  columns: readonly Column[]
  /** A column to begin a condition with. */
  firstColumnId: number | null
  onChange: (filter: Filter | null) => void
}

/** Which rows are seen: conditions in groups, in force as soon as they are whole. */
export function FilterPanel({ filter, columns, firstColumnId, onChange }: FilterPanelProps) {
  const t = useT()
  const base = useBase()
  const startOn = (id: number | null) => columns.find((column) => column.id === id)
  const [draft, setDraft] = useState<GroupDraft>(() => {
    const saved = draftOf(filter)
    const column = startOn(firstColumnId)
    return column === undefined ? saved : { ...saved, items: [...saved.items, newCondition(base.shown(column))] }
  })
  const change = (next: GroupDraft) => {
    setDraft(next)
    onChange(filterOf(next))
  }
  const [first] = columns
  const add = (item: GroupDraft['items'][number]) => change({ ...draft, items: [...draft.items, item] })

  return (
    <div className="filter-panel">
      {draft.items.length === 0 ? (
        <p className="filter-panel__none">{t('grid.noFilter')}</p>
      ) : (
        <FilterGroup group={draft} path={[]} root={draft} columns={columns} onChange={change} />
      )}
      <div className="filter-panel__foot">
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          disabled={first === undefined}
          onClick={() => first !== undefined && add(newCondition(base.shown(first)))}
        >
          {t('grid.addFilter')}
        </Button>
        <Button
          type="text"
          size="small"
          disabled={first === undefined}
          onClick={() => first !== undefined && add({ kind: 'or', items: [newCondition(base.shown(first)), newCondition(base.shown(first))] })}
        >
          {t('grid.addFilterGroup')}
        </Button>
        {draft.items.length === 0 ? null : (
          <Button type="text" size="small" className="filter-panel__clear" onClick={() => change(emptyGroup)}>
            {t('grid.clearFilter')}
          </Button>
        )}
      </div>
    </div>
  )
}
