import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { Choice } from '../Choice.tsx'
import { ColumnChoice } from '../ColumnChoice.tsx'
import { isNumber, isOneGroup, type Wanted } from '../columnPicks.ts'
import { NoColumns } from '../NoColumns.tsx'
import { columnPicksOf } from '../useColumnPicks.ts'

const wanted: readonly Wanted[] = [
  { fits: isNumber, first: ['customer.amountAll', 'order.amount'] },
  { fits: isOneGroup, first: ['customer.source', 'order.owner'] },
]

const usePicks = columnPicksOf(wanted)

/** A number of any table by a select column: the means with their intervals, and whether they differ. */
export function GroupMeansPanel() {
  const t = useT()
  const lang = useLang()
  const { picks, tables, setTable, at } = usePicks()
  const [value = 0, group = 0] = picks?.columnIds ?? []
  const input = { lang, valueColumnId: value, groupColumnId: group }
  const answer = useOperation('analysis.groupMeans', input, { enabled: picks !== null, keepPrevious: true })
  if (picks === null) return <NoColumns name="groupMeans" />
  return (
    <AnalysisPanel
      request={{ name: 'groupMeans', input }}
      answer={answer}
      parameters={
        <>
          <Choice label={t('analysis.table')} value={picks.tableId} options={tables} onChange={setTable} />
          <ColumnChoice label={t('analysis.groupMeans.value')} {...at(0)} />
          <ColumnChoice label={t('analysis.groupMeans.group')} {...at(1)} />
        </>
      }
    />
  )
}
