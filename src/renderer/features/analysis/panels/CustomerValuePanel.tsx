import { percentText } from '../../../charts/compactNumber.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useLang, useT } from '../../../ui/lang.ts'
import { AnalysisPanel } from '../AnalysisPanel.tsx'
import { AsOfChoice, useAsOf } from '../AsOfChoice.tsx'
import { Choice } from '../Choice.tsx'
import { keptState } from '../keptState.ts'

const useMonths = keptState(12)
const useYearlyRate = keptState(0.1)

/** Who comes back, and what he will likely bring. */
export function CustomerValuePanel() {
  const t = useT()
  const lang = useLang()
  const [asOf, setAsOf] = useAsOf()
  const [months, setMonths] = useMonths()
  const [yearlyRate, setYearlyRate] = useYearlyRate()
  const input = { lang, asOf, months, yearlyRate }
  const answer = useOperation('analysis.customerValue', input, { keepPrevious: true })
  return (
    <AnalysisPanel
      request={{ name: 'customerValue', input }}
      answer={answer}
      parameters={
        <>
          <Choice
            label={t('analysisBuying.value.months')}
            value={months}
            options={[3, 6, 12, 24, 36].map((value) => ({ value, label: t('analysisBuying.value.monthsOf', { count: value }) }))}
            onChange={setMonths}
          />
          <Choice
            label={t('analysisBuying.value.rate')}
            value={yearlyRate}
            options={[0, 0.05, 0.1, 0.15].map((value) => ({
              value,
              label: value === 0 ? t('analysisBuying.value.noRate') : t('analysisBuying.value.rateOf', { rate: percentText(value) }),
            }))}
            onChange={setYearlyRate}
          />
          <AsOfChoice asOf={asOf} onChange={setAsOf} />
        </>
      }
    />
  )
}
