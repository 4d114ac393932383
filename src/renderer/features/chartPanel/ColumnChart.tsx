import { useMemo } from 'react'
import type { Column } from '#shared/model/column.ts'
import type { ChartStyle } from '../../charts/chartTheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useShell, type DockSide } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { dimensionOf, isDate, type Scope } from './chartQuery.ts'
import { barsChart, columnBars } from './columnBars.ts'
import { countText, groupsSentence, monthsSentence } from './sentences.ts'

type ColumnChartProps = { column: Column; isClass: boolean; scope: Scope; style: Omit<ChartStyle, 'selected'>; side: DockSide }

/** How many rows stand in each class, option, person or month; a click leaves only those in the grid. */
export function ColumnChart({ column, isClass, scope, style, side }: ColumnChartProps) {
  const t = useT()
  const base = useBase()
  const chartFilter = useShell((state) => state.chartFilter)
  const setChartFilter = useShell((state) => state.setChartFilter)
  const { data: numbers, error } = useOperation(
    'stats.group',
    { ...scope, dimensions: [dimensionOf(column)], measure: { kind: 'count' } },
    { keepPrevious: true },
  )
  const { members } = base
  const bars = useMemo(
    () => numbers && columnBars(column, numbers, { members, empty: isClass ? t('common.unclassified') : t('charts.notFilled') }, t),
    [numbers, column, members, isClass, t],
  )
  const table = base.table(scope.tableId)
  const data = useMemo(() => bars && barsChart(column, bars, table?.name ?? ''), [bars, column, table])
  const labels = bars?.map((bar) => t('charts.filterLabel', { column: column.name, value: bar.name })) ?? []
  const selected = chartFilter?.tableId === scope.tableId ? labels.indexOf(chartFilter.label) : -1
  const marked = useMemo<ChartStyle>(() => ({ ...style, selected: selected < 0 ? null : { category: selected, series: 0 } }), [style, selected])

  const inWords = countText(table?.role ?? null, t)
  const sentence = bars === undefined ? '' : isDate(column) ? monthsSentence(bars, inWords, t) : groupsSentence(bars, inWords, t)
  const pick = (category: number) => {
    const bar = bars?.[category]
    const label = labels[category]
    if (bar === undefined || label === undefined) return
    setChartFilter(category === selected ? null : { tableId: scope.tableId, label, filter: bar.filter })
  }
  const picked = bars?.[selected]
  return (
    <ChartFrame
      side={side}
      data={data}
      error={error?.error ?? null}
      style={marked}
      sentence={sentence}
      hint={picked === undefined ? t('charts.pickHint') : t('charts.picked', { name: picked.name })}
      onPick={({ category }) => pick(category)}
    />
  )
}
