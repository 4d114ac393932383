import type { AnalysisPeriod } from '#shared/contract/analysis.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { Choice } from '../Choice.tsx'
import { keptState } from '../keptState.ts'
import { PeriodChoice } from '../PeriodChoice.tsx'

/** Days within which a step counts; 0 for no limit. */
const windows = [0, 30, 60, 90, 180, 365]

const usePeriod = keptState<AnalysisPeriod>('last12Months')
const useDays = keptState(0)

/** How far new deals and customers have come, why deals are lost. */
export function FunnelPanel() {
  const t = useT()
  const lang = useLang()
  const [period, setPeriod] = usePeriod()
  const [days, setDays] = useDays()
  const input = { lang, period, windowDays: days === 0 ? null : days }
  const answer = useOperation('analysis.funnel', input, { keepPrevious: true })
  return (
    <AnalysisPanel
      request={{ name: 'funnel', input }}
      answer={answer}
      parameters={
        <>
          <PeriodChoice period={period} onChange={setPeriod} />
          <Choice
            label={t('analysis.funnel.window')}
            value={days}
            options={windows.map((value) => ({
              value,
              label: value === 0 ? t('analysis.funnel.window.none') : t('analysis.funnel.window.days', { days: value }),
            }))}
            onChange={setDays}
          />
        </>
      }
    />
  )
}
