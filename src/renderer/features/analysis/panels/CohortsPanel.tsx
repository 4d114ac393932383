import { useState } from 'react'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { Choice } from '../Choice.tsx'

/** Whether new customers come back in the months after. */
export function CohortsPanel() {
  const t = useT()
  const lang = useLang()
  const [measure, setMeasure] = useState<'share' | 'customers' | 'amount'>('share')
  const [months, setMonths] = useState(12)
  const input = { lang, measure, months }
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
        </>
      }
    />
  )
}
