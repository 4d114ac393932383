import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { holdsValues, type Column } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import { useState, type ReactNode } from 'react'
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
  /** How many rows pass, where that is known. */
  count?: ReactNode
}

/** Which rows are seen: conditions in groups, in force as soon as they are whole. */
export function FilterPanel({ filter, columns: given, firstColumnId, onChange, count }: FilterPanelProps) {
  const t = useT()
  const base = useBase()
  const columns = given.filter(({ type }) => holdsValues(type))
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
  return (
    <div className="filter-panel">
      <div className="filter-panel__tree">
        {draft.items.length === 0 ? (
          <>
            <p className="filter-panel__none">{t('filter.none')}</p>
            <Button
              type="text"
              size="small"
              icon={<PlusOutlined />}
              disabled={first === undefined}
              onClick={() => first !== undefined && change({ ...draft, items: [newCondition(base.shown(first))] })}
            >
              {t('filter.add')}
            </Button>
          </>
        ) : (
          <FilterGroup group={draft} path={[]} root={draft} columns={columns} lead={t('filter.match')} onChange={change} />
        )}
      </div>
      {draft.items.length === 0 && count === undefined ? null : (
        <div className="filter-panel__foot">
          <span className="filter-panel__count">{count}</span>
          {draft.items.length === 0 ? null : (
            <Button type="text" size="small" onClick={() => change(emptyGroup)}>
              {t('filter.clear')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
