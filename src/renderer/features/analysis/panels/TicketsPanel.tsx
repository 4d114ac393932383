import type { AnalysisPeriod } from '#shared/contract/analysis.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { keptState } from '../keptState.ts'
import { PeriodChoice } from '../PeriodChoice.tsx'

const usePeriod = keptState<AnalysisPeriod>('last12Months')

/** How long tickets wait for a reply and a solution, and what causes most of them. */
export function TicketsPanel() {
  const lang = useLang()
  const [period, setPeriod] = usePeriod()
  const input = { lang, period }
  const answer = useOperation('analysis.tickets', input, { keepPrevious: true })
  return <AnalysisPanel request={{ name: 'tickets', input }} answer={answer} parameters={<PeriodChoice period={period} onChange={setPeriod} />} />
}
