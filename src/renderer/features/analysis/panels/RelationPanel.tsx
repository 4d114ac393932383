import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { Choice } from '../Choice.tsx'
import { ColumnChoice } from '../ColumnChoice.tsx'
import { isNumber, type Wanted } from '../columnPicks.ts'
import { NoColumns } from '../NoColumns.tsx'
import { columnPicksOf } from '../useColumnPicks.ts'

const wanted: readonly Wanted[] = [
  { fits: isNumber, first: ['customer.annualPotential', 'customer.followUpCount', 'order.amount'] },
  { fits: isNumber, first: ['customer.amountAll'] },
]

const usePicks = columnPicksOf(wanted)

/** Two number columns of any table: the points, the line through them, and what it is worth. */
export function RelationPanel() {
  const t = useT()
  const lang = useLang()
  const { picks, tables, setTable, at } = usePicks()
  const [x = 0, y = 0] = picks?.columnIds ?? []
  const input = { lang, xColumnId: x, yColumnId: y }
  const answer = useOperation('analysis.relation', input, { enabled: picks !== null, keepPrevious: true })
  if (picks === null) return <NoColumns name="relation" />
  return (
    <AnalysisPanel
      request={{ name: 'relation', input }}
      answer={answer}
      parameters={
        <>
          <Choice label={t('analysis.table')} value={picks.tableId} options={tables} onChange={setTable} />
          <ColumnChoice label={t('analysis.relation.x')} {...at(0)} />
          <ColumnChoice label={t('analysis.relation.y')} {...at(1)} />
        </>
      }
    />
  )
}
