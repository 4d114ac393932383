import { useMemo } from 'react'
import type { ChartMark, ChartStyle } from '../../charts/chartTheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useToday } from '../../client/useToday.ts'
import { useShell, type DockSide } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import { followUpColumns, type FollowUpColumns } from './chartChoices.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { followUpQuery, type Scope } from './chartQuery.ts'
import { segmentFilter, weeklyChart, weeklyFollowUps } from './followUpBars.ts'
import { followUpsSentence } from './sentences.ts'

type FollowUpChartProps = { scope: Scope; style: Omit<ChartStyle, 'selected'>; side: DockSide }

/** How often each person followed up in the last weeks; a click opens those follow-ups. */
export function FollowUpChart({ scope, style, side }: FollowUpChartProps) {
  const base = useBase()
  const columns = useMemo(() => followUpColumns(scope.tableId, base.description.columns), [base, scope.tableId])
  return columns === null ? null : <Weeks columns={columns} scope={scope} style={style} side={side} />
}

function Weeks({ columns, scope, style, side }: FollowUpChartProps & { columns: FollowUpColumns }) {
  const t = useT()
  const base = useBase()
  const today = useToday()
  const openTable = useShell((state) => state.openTable)
  const openView = useShell((state) => state.openView)
  const setChartFilter = useShell((state) => state.setChartFilter)
  const { data: numbers, error } = useOperation('stats.group', followUpQuery(scope, columns, today), { keepPrevious: true })
  const { members } = base
  const weekly = useMemo(() => numbers && weeklyFollowUps(numbers, members, today, t), [numbers, members, today, t])
  const data = useMemo(() => weekly && weeklyChart(weekly), [weekly])
  const marked = useMemo<ChartStyle>(() => ({ ...style, selected: null }), [style])
  const pick = (mark: ChartMark) => {
    const filter = weekly === undefined ? null : segmentFilter(weekly, columns, mark)
    if (filter === null || weekly === undefined) return
    if (columns.link !== null) {
      const all = base.viewByRole('followUp.all')
      if (all === undefined) openTable(columns.tableId)
      else openView(columns.tableId, all.id)
    }
    const label = t('charts.weekLabel', { week: weekly.weeks[mark.category] ?? '', name: weekly.people[mark.series]?.name ?? '' })
    setChartFilter({ tableId: columns.tableId, label, filter })
  }
  return (
    <ChartFrame
      side={side}
      data={data}
      error={error?.error ?? null}
      style={marked}
      sentence={weekly === undefined ? '' : followUpsSentence(weekly, t)}
      hint={columns.link === null ? t('charts.pickHint') : t('charts.pickFollowUpsHint')}
      onPick={pick}
    />
  )
}
