import {
  BarChartOutlined,
  BgColorsOutlined,
  CloseOutlined,
  ColumnHeightOutlined,
  EyeInvisibleOutlined,
  FilterOutlined,
  GroupOutlined,
  SortAscendingOutlined,
  TableOutlined,
  TagsOutlined,
} from '@ant-design/icons'
import { Segmented } from 'antd'
import type { ColumnStatistic } from '#shared/model/statistic.ts'
import { rowHeightSchema, type View, type ViewSettings } from '#shared/model/view.ts'
import type { Ref } from 'react'
import { holdsValues } from '#shared/model/column.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { toggleCharts } from '#renderer/commands/toggleCharts.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import type { ArrangedColumn } from '#renderer/grid/viewColumns.ts'
import { useSlots } from '#renderer/shell/slots.ts'
import { useShell } from '#renderer/shell/state.ts'
import { classes } from '#renderer/ui/classes.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { ColorPanel } from './ColorPanel.tsx'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { conditionCount } from '#renderer/filter/filterDraft.ts'
import { FilterPanel } from '#renderer/filter/FilterPanel.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import { LockedTool } from './LockedTool.tsx'
import { MatchCount } from './MatchCount.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SortPanel } from './SortPanel.tsx'
import { ToolButton } from './ToolButton.tsx'
import './toolbar.css'

/** The filter's panel opened from a column's menu, with a condition on that column begun. */
export type FilterRequest = { open: boolean; columnId: number | null }

type ToolbarProps = {
  view: View
  columns: readonly ArrangedColumn[]
  filterRequest: FilterRequest
  onFilterRequest: (request: FilterRequest) => void
  onChange: (change: Partial<ViewSettings>) => void
  statistics: readonly ColumnStatistic[]
  onFoldAll: (folded: boolean) => void
  onUnlock: () => void
  searchRef: Ref<HTMLInputElement>
}

/** How the view is set, each in force seen and counted. */
export function Toolbar({ view, columns, filterRequest, onFilterRequest, onChange, statistics, onFoldAll, onUnlock, searchRef }: ToolbarProps) {
  const t = useT()
  const base = useBase()
  const run = useRunCommand()
  const { chartPanel } = useSlots()
  const { settings, tableId } = view
  const chartFilter = useShell((state) => (state.chartFilter?.tableId === tableId ? state.chartFilter : null))
  const openSchemes = useShell((state) => state.openSchemes)
  const setChartFilter = useShell((state) => state.setChartFilter)
  const chartsOpen = useShell((state) => state.docks[view.id] !== undefined)
  const all = base.columnsOf(tableId).filter(({ type }) => holdsValues(type))
  const hidden = columns.filter((one) => one.hidden).length

  return (
    <div className="toolbar" role="toolbar" aria-label={view.name}>
      <ToolButton
        icon={<FilterOutlined />}
        label={t('grid.filter')}
        count={conditionCount(settings.filter)}
        open={filterRequest.open}
        onOpenChange={(open) => onFilterRequest({ open, columnId: null })}
        panel={
          <FilterPanel
            filter={settings.filter}
            columns={all}
            firstColumnId={filterRequest.columnId}
            count={<MatchCount tableId={tableId} />}
            onChange={(filter) => onChange({ filter })}
          />
        }
      />
      <ToolButton
        icon={<SortAscendingOutlined />}
        label={t('grid.sort')}
        count={settings.sorts.length}
        panel={
          <SortPanel
            sorts={settings.sorts}
            columns={all}
            most={8}
            addText={t('grid.addSort')}
            noneText={t('grid.noSort')}
            onChange={(sorts) => onChange({ sorts })}
          />
        }
      />
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
        {...(hidden > 0 ? { note: { text: t('grid.hiddenColumns', { count: hidden }), sign: <EyeInvisibleOutlined />, count: hidden } } : {})}
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
      <ToolButton
        icon={<BgColorsOutlined />}
        label={t('colors.colors')}
        count={settings.colors.length}
        panel={<ColorPanel rules={settings.colors} columns={all} onChange={(colors) => onChange({ colors })} />}
      />
      {view.locked ? <LockedTool view={view} onUnlock={onUnlock} /> : null}
      {chartFilter === null ? null : (
        <span className="toolbar__chart-filter">
          <span title={t('grid.fromChart', { label: chartFilter.label })}>{t('grid.fromChart', { label: chartFilter.label })}</span>
          <IconButton label={t('grid.removeChartFilter')} icon={<CloseOutlined />} onClick={() => setChartFilter(null)} />
        </span>
      )}
      <span className="toolbar__gap" />
      <button
        type="button"
        className="tool-button tool-button--aside"
        aria-label={t('schemes.title')}
        title={t('schemes.ofTableHint')}
        onClick={() => openSchemes(tableId)}
      >
        <TagsOutlined />
        <span className="tool-button__label">{t('schemes.tool')}</span>
      </button>
      {chartPanel === undefined ? null : (
        <button
          type="button"
          className={classes('tool-button tool-button--aside', chartsOpen && 'tool-button--on')}
          aria-pressed={chartsOpen}
          aria-label={t('grid.charts')}
          title={t('grid.charts')}
          onClick={() => run(toggleCharts)}
        >
          <BarChartOutlined />
          <span className="tool-button__label">{t('grid.charts')}</span>
        </button>
      )}
      <SearchBox tableId={tableId} ref={searchRef} />
    </div>
  )
}

const heights = rowHeightSchema.options
