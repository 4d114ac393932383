import { CloseOutlined, PictureOutlined } from '@ant-design/icons'
import { useMemo, useState, type ReactNode } from 'react'
import type { Column } from '#shared/model/column.ts'
import type { ViewChart } from '#shared/model/view.ts'
import type { ChartStyle } from '../../charts/chartTheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useShell, type DockSide } from '../../shell/state.ts'
import { useChartStyle } from '../../shell/useChartStyle.ts'
import { useChangeView } from '../../shell/useChangeView.ts'
import { useView, useViewFilter } from '../../shell/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { chartChoices, choiceKey, chosen, type ChartChoice } from './chartChoices.ts'
import './chartPanel.css'
import type { Scope } from './chartQuery.ts'
import { ChartSelect } from './ChartSelect.tsx'
import { choiceTitle } from './choiceTitle.ts'
import { ColumnChart } from './ColumnChart.tsx'
import { DockButtons } from './DockButtons.tsx'
import { FollowUpChart } from './FollowUpChart.tsx'
import { inRange, ResizeEdge } from './ResizeEdge.tsx'
import { ShareChart } from './ShareChart.tsx'
import { useSavePicture } from './useSavePicture.ts'

export type ChartPanelProps = { tableId: number; viewId: number; onClose: () => void }

/** What the rows of the grid look like in a chart: the same filter, and a click on a bar narrows the grid. */
export function ChartPanel({ tableId, viewId, onClose }: ChartPanelProps) {
  const t = useT()
  const base = useBase()
  const view = useView(tableId)
  const changeView = useChangeView()
  const side = useShell((state) => state.docks[viewId] ?? 'right')
  const { filter, search } = useViewFilter(tableId)
  const scope = useMemo<Scope>(() => ({ tableId, filter, search }), [tableId, filter, search])
  const style = useChartStyle()
  const choices = useMemo(() => chartChoices(tableId, base.description.columns, base.description.schemes, base.shown), [base, tableId])
  // A base that cannot be written to still shows any chart; only nobody remembers which.
  const [unsaved, setUnsaved] = useState<ViewChart | null>(null)
  const settings = unsaved ?? view?.settings.chart ?? null
  const choice = chosen(choices, settings)
  const size = inRange(settings?.size ?? homeSize[side], side)
  const setChartFilter = useShell((state) => state.setChartFilter)
  const remember = (chart: ViewChart) => {
    if (base.readOnly) setUnsaved(chart)
    else if (view !== undefined) changeView(view, { chart })
  }
  const savePicture = useSavePicture()
  const choose = (next: ChartChoice) => {
    setChartFilter(null)
    remember({ ...next.chart, ...(settings?.size === undefined ? {} : { size: settings.size }) })
  }

  return (
    <section className={`chart-panel chart-panel--${side}`} aria-label={t('charts.title')} style={{ [side === 'right' ? 'width' : 'height']: size }}>
      <ResizeEdge side={side} size={size} onResize={(next) => choice !== undefined && remember({ ...choice.chart, size: next })} />
      <header className="chart-panel__head">
        {choice === undefined ? <h2>{t('charts.title')}</h2> : <ChartSelect choices={choices} choice={choice} onChoose={choose} />}
        {choice === undefined ? null : (
          <IconButton label={t('charts.savePicture')} icon={<PictureOutlined />} onClick={() => void savePicture(choiceTitle(choice, t))} />
        )}
        <DockButtons viewId={viewId} side={side} />
        <IconButton label={t('common.close')} icon={<CloseOutlined />} onClick={onClose} />
      </header>
      <div className="chart-panel__body">
        {choice === undefined ? (
          <EmptyState title={t('charts.nothingToDraw')} />
        ) : (
          <Drawing key={choiceKey(choice)} choice={choice} scope={scope} style={style} side={side} />
        )}
      </div>
    </section>
  )
}

const homeSize = { right: 340, below: 280 } as const

type DrawingProps = { choice: ChartChoice; scope: Scope; style: Omit<ChartStyle, 'selected'>; side: DockSide }

function Drawing({ choice, ...place }: DrawingProps) {
  const { column, chart } = choice
  switch (chart.kind) {
    case 'followUpsPerWeek':
      return <FollowUpChart {...place} />
    case 'cumulativeShare':
      return withColumn(column, (one) => <ShareChart column={one} {...place} />)
    case 'byColumn':
      return withColumn(column, (one) => <ColumnChart column={one} isClass={choice.group === 'classes'} {...place} />)
  }
}

function withColumn(column: Column | null, draw: (column: Column) => ReactNode) {
  return column === null ? null : draw(column)
}
