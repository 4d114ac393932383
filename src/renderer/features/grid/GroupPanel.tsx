import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber, Segmented, Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { resultTypeOf } from '#shared/model/columns/display.ts'
import { type Group, type GroupUnit, mostGroups } from '#shared/model/group.ts'
import type { ColumnStatistic } from '#shared/model/statistic.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { ColumnSelect } from '#renderer/ui/ColumnSelect.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import './groupPanel.css'
import { orderKey, orderOf, withColumn } from './groupEdit.ts'

type GroupPanelProps = {
  groups: readonly Group[]
  columns: readonly Column[]
  /** What is said of columns at the foot: groups may stand in its order. */
  statistics: readonly ColumnStatistic[]
  onChange: (groups: Group[]) => void
  onFoldAll: (folded: boolean) => void
}

/** By what rows are grouped, the outermost level first, and how the groups stand. */
export function GroupPanel({ groups, columns, statistics, onChange, onFoldAll }: GroupPanelProps) {
  const t = useT()
  const base = useBase()
  const free = columns.filter(({ id }) => groups.every(({ columnId }) => columnId !== id))
  const next = free.find(({ id, type }) => type === 'singleSelect' || type === 'member' || base.schemeOfColumn(id) !== undefined) ?? free[0]
  const swap = (at: number, other: number) => {
    const one = groups[at]
    const two = groups[other]
    if (one !== undefined && two !== undefined) onChange(groups.with(at, two).with(other, one))
  }
  return (
    <div className="group-panel">
      {groups.length === 0 ? <p className="sort-panel__none">{t('grid.noGroup')}</p> : null}
      <ul>
        {groups.map((group, at) => (
          <li key={group.columnId} className="sort-panel__line">
            <ColumnSelect
              columns={[...columns.filter(({ id }) => id === group.columnId), ...free]}
              value={group.columnId}
              onChange={(columnId) => onChange(groups.with(at, withColumn(group, columnId)))}
            />
            <GroupUnits group={group} onChange={(changed) => onChange(groups.with(at, changed))} />
            <Select
              size="small"
              value={orderKey(group.order)}
              popupMatchSelectWidth={false}
              aria-label={t('groups.order')}
              options={[
                { value: 'value', label: t('groups.byValue') },
                { value: 'count', label: t('groups.byCount') },
                ...statistics.flatMap(({ columnId, statistic }) => {
                  const column = base.column(columnId)
                  if (column === undefined) return []
                  const label = t('groups.byStatistic', { column: column.name, statistic: t(`statistics.${statistic}`) })
                  return [{ value: orderKey({ by: 'statistic', columnId, statistic }), label }]
                }),
              ]}
              onChange={(key) => onChange(groups.with(at, { ...group, order: orderOf(key, statistics) }))}
            />
            <Segmented<Group['direction']>
              size="small"
              value={group.direction}
              options={[
                { value: 'ascending', label: t('grid.ascending') },
                { value: 'descending', label: t('grid.descending') },
              ]}
              onChange={(direction) => onChange(groups.with(at, { ...group, direction }))}
            />
            <span className="sort-panel__tools">
              <IconButton label={t('grid.moveUp')} icon={<ArrowUpOutlined />} disabled={at === 0} onClick={() => swap(at, at - 1)} />
              <IconButton
                label={t('grid.moveDown')}
                icon={<ArrowDownOutlined />}
                disabled={at === groups.length - 1}
                onClick={() => swap(at, at + 1)}
              />
              <IconButton label={t('grid.removeLine')} icon={<CloseOutlined />} onClick={() => onChange(groups.toSpliced(at, 1))} />
            </span>
          </li>
        ))}
      </ul>
      <div className="group-panel__foot">
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          disabled={next === undefined || groups.length >= mostGroups}
          onClick={() => next !== undefined && onChange([...groups, { columnId: next.id, direction: 'ascending' }])}
        >
          {t('grid.addGroup')}
        </Button>
        {groups.length === 0 ? null : (
          <span className="group-panel__folds">
            <Button type="text" size="small" onClick={() => onFoldAll(true)}>
              {t('groups.foldAll')}
            </Button>
            <Button type="text" size="small" onClick={() => onFoldAll(false)}>
              {t('groups.unfoldAll')}
            </Button>
          </span>
        )}
      </div>
    </div>
  )
}

/** What a group holds: a week, a month; a hundred, a thousand. */
function GroupUnits({ group, onChange }: { group: Group; onChange: (group: Group) => void }) {
  const t = useT()
  const base = useBase()
  const column = base.column(group.columnId)
  if (column === undefined) return null
  switch (resultTypeOf(base.shown(column), new Map())) {
    case 'date':
    case 'dateTime':
      return (
        <Select<GroupUnit>
          size="small"
          value={group.unit ?? 'day'}
          popupMatchSelectWidth={false}
          aria-label={t('groups.unit')}
          options={units.map((unit) => ({ value: unit, label: t(`groups.unit.${unit}`) }))}
          onChange={(unit) => onChange({ ...group, unit })}
        />
      )
    case 'number':
      return (
        <InputNumber
          size="small"
          min={0}
          className="group-panel__step"
          aria-label={t('groups.step')}
          placeholder={t('groups.eachNumber')}
          prefix={t('groups.step')}
          value={group.step ?? null}
          onChange={(step) => onChange({ ...group, step: step === null || step <= 0 ? undefined : step })}
        />
      )
    default:
      return null
  }
}

const units = ['day', 'week', 'month', 'quarter', 'year'] as const
