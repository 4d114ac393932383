import { ColumnHeightOutlined, EyeInvisibleOutlined, GroupOutlined, TableOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { holdsValues } from '#shared/model/column.ts'
import type { ColumnStatistic } from '#shared/model/statistic.ts'
import { rowHeightSchema, type View, type ViewSettings } from '#shared/model/view.ts'
import { useBase } from '#renderer/client/useBase.ts'
import type { ArrangedColumn } from '#renderer/grid/viewColumns.ts'
import { useT } from '#renderer/ui/lang.ts'
import { ToolButton } from '#renderer/ui/ToolButton.tsx'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { GroupPanel } from './GroupPanel.tsx'

type GridToolsProps = {
  view: View
  columns: readonly ArrangedColumn[]
  statistics: readonly ColumnStatistic[]
  onChange: (change: Partial<ViewSettings>) => void
  onFoldAll: (folded: boolean) => void
}

/** What a grid is set by beside what every view is: groups, columns, the height of rows. */
export function GridTools({ view, columns, statistics, onChange, onFoldAll }: GridToolsProps) {
  const t = useT()
  const base = useBase()
  const { settings, tableId } = view
  const all = base.columnsOf(tableId).filter(({ type }) => holdsValues(type))
  const hidden = columns.filter((one) => one.hidden).length
  return (
    <>
      <ToolButton
        icon={<GroupOutlined />}
        label={t('grid.group')}
        count={settings.groups.length}
        panel={
          <GroupPanel
            groups={settings.groups}
            columns={all}
            statistics={statistics}
            onChange={(groups) => onChange({ groups })}
            onFoldAll={onFoldAll}
          />
        }
      />
      <ToolButton
        icon={<TableOutlined />}
        label={t('grid.columns')}
        {...(hidden > 0
          ? { note: { text: t('grid.hiddenColumns', { count: hidden }), short: { sign: <EyeInvisibleOutlined />, count: hidden } } }
          : {})}
        panel={
          <ColumnsPanel
            columns={columns}
            frozenColumns={settings.frozenColumns}
            onColumns={(viewColumns) => onChange({ columns: viewColumns })}
            onFrozen={(frozenColumns) => onChange({ frozenColumns })}
          />
        }
      />
      <ToolButton
        icon={<ColumnHeightOutlined />}
        label={t('grid.rowHeight')}
        panel={
          <Segmented
            value={settings.rowHeight}
            options={heights.map((value) => ({ value, label: t(`grid.${value}`) }))}
            onChange={(rowHeight) => onChange({ rowHeight })}
          />
        }
      />
    </>
  )
}

const heights = rowHeightSchema.options
