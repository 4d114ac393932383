import { useOperation } from '../../../client/useOperation.ts'
import { useLang } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'

/** How likely each open deal is to be won, and what speaks for and against it. */
export function WinProbabilityPanel() {
  const lang = useLang()
  const input = { lang }
  const answer = useOperation('analysis.winProbability', input, { keepPrevious: true })
  return <AnalysisPanel request={{ name: 'winProbability', input }} answer={answer} />
}
