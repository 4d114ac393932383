import { Checkbox, Select } from 'antd'
import { canBeSummed, canMakeLanes, type KanbanLayout } from '#shared/model/viewLayout.ts'
import { useSchema } from '#renderer/client/useBase.ts'
import { ColumnSelect } from '#renderer/ui/ColumnSelect.tsx'
import { useT } from '#renderer/ui/lang.ts'

type LanePanelProps = { tableId: number; layout: KanbanLayout; onChange: (change: Partial<KanbanLayout>) => void }

/** By which column the lanes are made, what their heads add up, and whether lanes without a card are seen. */
export function LanePanel({ tableId, layout, onChange }: LanePanelProps) {
  const t = useT()
  const schema = useSchema()
  const columns = schema.columnsOf(tableId)
  const possible = columns.filter(canMakeLanes)
  const summed = columns.filter((column) => canBeSummed(schema.shown(column)))
  const chosen = possible.some(({ id }) => id === layout.columnId) ? layout.columnId : null
  return (
    <div className="lane-panel">
      <div className="lane-panel__line">
        <span>{t('kanban.laneColumn')}</span>
        <ColumnSelect columns={possible} value={chosen} onChange={(columnId) => onChange({ columnId })} />
      </div>
      <div className="lane-panel__line">
        <span>{t('kanban.sum')}</span>
        <Select
          size="small"
          aria-label={t('kanban.sum')}
          popupMatchSelectWidth={false}
          value={summed.some(({ id }) => id === layout.sumColumnId) ? layout.sumColumnId : 0}
          options={[{ value: 0, label: t('kanban.noSum') }, ...summed.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => onChange({ sumColumnId: id === 0 ? null : id })}
        />
      </div>
      <Checkbox checked={layout.hideEmpty} onChange={({ target }) => onChange({ hideEmpty: target.checked })}>
        {t('kanban.hideEmpty')}
      </Checkbox>
    </div>
  )
}
