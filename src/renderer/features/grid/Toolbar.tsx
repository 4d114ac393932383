import { BarChartOutlined, BgColorsOutlined, CloseOutlined, FilterOutlined, SortAscendingOutlined, TagsOutlined } from '@ant-design/icons'
import type { View, ViewSettings } from '#shared/model/view.ts'
import type { ReactNode, Ref } from 'react'
import { holdsValues } from '#shared/model/column.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { toggleCharts } from '#renderer/commands/toggleCharts.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import { useSlots } from '#renderer/shell/slots.ts'
import { useShell } from '#renderer/shell/state.ts'
import { classes } from '#renderer/ui/classes.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { ColorPanel } from './ColorPanel.tsx'
import { conditionCount } from '#renderer/filter/filterDraft.ts'
import { FilterPanel } from '#renderer/filter/FilterPanel.tsx'
import { LockedTool } from './LockedTool.tsx'
import { MatchCount } from './MatchCount.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SortPanel } from './SortPanel.tsx'
import { ToolButton } from '#renderer/ui/ToolButton.tsx'
import './toolbar.css'

/** The filter's panel opened from a column's menu, with a condition on that column begun. */
export type FilterRequest = { open: boolean; columnId: number | null }

type ToolbarProps = {
  view: View
  filterRequest: FilterRequest
  onFilterRequest: (request: FilterRequest) => void
  onChange: (change: Partial<ViewSettings>) => void
  /** What else the view is set by: a grid by groups and columns, a kanban by lanes and cards. */
  tools: ReactNode
  onUnlock: () => void
  searchRef: Ref<HTMLInputElement>
}

/** How the view is set, each in force seen and counted. */
export function Toolbar({ view, filterRequest, onFilterRequest, onChange, tools, onUnlock, searchRef }: ToolbarProps) {
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
      {tools}
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
