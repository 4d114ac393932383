import { useMemo } from 'react'
import type { Column } from '#shared/model/column.ts'
import type { ChartData } from '../../charts/chartData.ts'
import type { ChartStyle } from '../../charts/chartTheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import type { DockSide } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import { ChartFrame } from './ChartFrame.tsx'
import type { Scope } from './chartQuery.ts'
import { shareSentence } from './sentences.ts'

type ShareChartProps = { column: Column; scope: Scope; style: Omit<ChartStyle, 'selected'>; side: DockSide }

/** Which share of the rows holds which share of a number, the largest first. */
export function ShareChart({ column, scope, style, side }: ShareChartProps) {
  const t = useT()
  const base = useBase()
  const { data: share, error } = useOperation('stats.cumulativeShare', { ...scope, columnId: column.id }, { keepPrevious: true })
  const rows = base.table(scope.tableId)?.name ?? ''
  const data = useMemo<ChartData | undefined>(
    () => share && { kind: 'cumulativeShare', points: share.points, rowShareFor80: share.rowShareFor80 },
    [share],
  )
  const axes = useMemo(() => ({ rows: t('charts.shareRows', { rows }), value: column.name }), [t, rows, column])
  const marked = useMemo<ChartStyle>(() => ({ ...style, selected: null }), [style])
  return (
    <ChartFrame
      side={side}
      data={data}
      error={error?.error ?? null}
      style={marked}
      axes={axes}
      sentence={share === undefined ? '' : shareSentence(share, rows, column.name, t)}
      hint={t('charts.shareHint')}
    />
  )
}
