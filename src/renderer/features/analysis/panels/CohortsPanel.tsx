import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { AsOfChoice, useAsOf } from '../AsOfChoice.tsx'
import { Choice } from '../Choice.tsx'
import { keptState } from '../keptState.ts'

const useMeasure = keptState<'share' | 'customers' | 'amount'>('share')
const useMonths = keptState(12)

/** Whether new customers come back in the months after. */
export function CohortsPanel() {
  const t = useT()
  const lang = useLang()
  const [asOf, setAsOf] = useAsOf()
  const [measure, setMeasure] = useMeasure()
  const [months, setMonths] = useMonths()
  const input = { lang, asOf, measure, months }
  const answer = useOperation('analysis.cohorts', input, { keepPrevious: true })
  return (
    <AnalysisPanel
      request={{ name: 'cohorts', input }}
      answer={answer}
      parameters={
        <>
          <Choice
            label={t('analysisBuying.cohorts.measure')}
            value={measure}
            options={(['share', 'customers', 'amount'] as const).map((value) => ({ value, label: t(`analysisBuying.cohorts.measure.${value}`) }))}
            onChange={setMeasure}
          />
          <Choice
            label={t('analysisBuying.cohorts.back')}
            value={months}
            options={[6, 12, 18, 24, 36].map((value) => ({ value, label: t('analysisBuying.cohorts.lastMonths', { count: value }) }))}
            onChange={setMonths}
          />
          <AsOfChoice asOf={asOf} onChange={setAsOf} />
        </>
      }
    />
  )
}
