import type { AnalysisPeriod } from '#shared/contract/analysis.ts'
import { useSchema } from '../../../client/useBase.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { Choice } from '../Choice.tsx'
import { keptState } from '../keptState.ts'
import { PeriodChoice } from '../PeriodChoice.tsx'

const usePeriod = keptState<AnalysisPeriod>('all')
const useSegment = keptState(0)

/** What is bought together, and what to offer to whom of which segment. */
export function CrossSellPanel() {
  const t = useT()
  const lang = useLang()
  const schema = useSchema()
  const [period, setPeriod] = usePeriod()
  const [chosen, setChosen] = useSegment()
  const selects = schema.columnsOf(schema.tableByRole('customer')?.id ?? 0).filter((column) => schema.shown(column).type === 'singleSelect')
  const segment = selects.find(({ id }) => id === chosen)?.id ?? 0
  const input = { lang, period, segmentColumnId: segment === 0 ? null : segment }
  const answer = useOperation('analysis.crossSell', input, { keepPrevious: true })
  return (
    <AnalysisPanel
      request={{ name: 'crossSell', input }}
      answer={answer}
      parameters={
        <>
          <PeriodChoice period={period} onChange={setPeriod} />
          <Choice
            label={t('analysis.crossSell.segment')}
            value={segment}
            options={[{ value: 0, label: t('analysis.crossSell.segment.none') }, ...selects.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={setChosen}
          />
        </>
      }
    />
  )
}
