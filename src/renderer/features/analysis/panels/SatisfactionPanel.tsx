import type { AnalysisPeriod } from '#shared/contract/analysis.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { keptState } from '../keptState.ts'
import { PeriodChoice } from '../PeriodChoice.tsx'

const usePeriod = keptState<AnalysisPeriod>('last12Months')

/** Whether customers would recommend us, what they like least, and what the lowest scores say. */
export function SatisfactionPanel() {
  const lang = useLang()
  const [period, setPeriod] = usePeriod()
  const input = { lang, period }
  const answer = useOperation('analysis.satisfaction', input, { keepPrevious: true })
  return (
    <AnalysisPanel request={{ name: 'satisfaction', input }} answer={answer} parameters={<PeriodChoice period={period} onChange={setPeriod} />} />
  )
}
