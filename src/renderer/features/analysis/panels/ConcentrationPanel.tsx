import { useState } from 'react'
import type { AnalysisPeriod } from '#shared/contract/analysis.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { PeriodChoice } from '../PeriodChoice.tsx'

/** 80/20, the grades by share, and how much hangs on how few. */
export function ConcentrationPanel() {
  const lang = useLang()
  const [period, setPeriod] = useState<AnalysisPeriod>('last12Months')
  const input = { lang, period }
  const answer = useOperation('analysis.concentration', input, { keepPrevious: true })
  return (
    <AnalysisPanel request={{ name: 'concentration', input }} answer={answer} parameters={<PeriodChoice period={period} onChange={setPeriod} />} />
  )
}
